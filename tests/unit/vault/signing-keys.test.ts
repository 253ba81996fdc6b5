import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { SETTINGS } from './settings';

afterEach(() => vi.unstubAllEnvs());

async function keysOf(setting: string) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...SETTINGS, SIGNING_KEY: setting })) vi.stubEnv(name, value);
  const { signingKey, signingKeys } = await import('@/lib/platform/signing');
  return { present: signingKey(), all: signingKeys() };
}

const pair = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const base64 = (pem: string): string => Buffer.from(pem).toString('base64');

it('the first key signs, those behind it are kept to check with, private or only their public halves', async () => {
  const [now, old, oldest] = [pair(), pair(), pair()];
  const { present, all } = await keysOf(
    [base64(now.privateKey), base64(old.privateKey), base64(oldest.publicKey)].join(','),
  );
  expect(present.publicKeyPem).toBe(now.publicKey);
  expect(all.map(({ publicKeyPem }) => publicKeyPem)).toEqual([now.publicKey, old.publicKey, oldest.publicKey]);
  expect(createPublicKey(present.privateKey).export({ type: 'spki', format: 'pem' })).toBe(now.publicKey);
});

it('a public half in front signs nothing and is refused', async () => {
  await expect(keysOf(base64(pair().publicKey))).rejects.toThrow('SIGNING_KEY must be an Ed25519 private key');
});
