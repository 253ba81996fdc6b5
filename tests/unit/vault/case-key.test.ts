import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyOf, SETTINGS } from './settings';

/** The vault of a process that was started with these master keys. */
async function processWith(masterKeys: string) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...SETTINGS, MASTER_KEYS: masterKeys })) vi.stubEnv(name, value);
  return { ...(await import('@/lib/platform/vault/case-key')), ...(await import('@/lib/platform/vault/secrets')) };
}

const [OLD, NEW] = [`first:${keyOf('1')}`, `second:${keyOf('2')}`];

afterEach(() => vi.unstubAllEnvs());

describe('the key of a case', () => {
  it('is another one for each case, of 256 bits', async () => {
    const { newCaseKey } = await processWith(OLD);
    expect(newCaseKey()).toHaveLength(32);
    expect(newCaseKey().equals(newCaseKey())).toBe(false);
  });

  it('survives the rotation of the master key, and is then wrapped with the new one', async () => {
    const before = await processWith(OLD);
    const key = before.newCaseKey();
    const wrapped = before.wrapCaseKey(key);
    const during = await processWith(`${NEW},${OLD}`);
    expect(during.unwrapCaseKey(wrapped).equals(key)).toBe(true);
    const rewrapped = during.wrapCaseKey(during.unwrapCaseKey(wrapped));
    const after = await processWith(NEW);
    expect(after.unwrapCaseKey(rewrapped).equals(key)).toBe(true);
    expect(() => after.unwrapCaseKey(wrapped)).toThrow('MASTER_KEYS has no key "first"');
  });

  it('is not read with another key of the same name', async () => {
    const { newCaseKey, wrapCaseKey } = await processWith(OLD);
    const wrapped = wrapCaseKey(newCaseKey());
    const { unwrapCaseKey } = await processWith(`first:${keyOf('x')}`);
    expect(() => unwrapCaseKey(wrapped)).toThrow();
  });

  it('shows only the name of its master key', async () => {
    const { newCaseKey, wrapCaseKey } = await processWith(OLD);
    const key = newCaseKey();
    const wrapped = Buffer.from(wrapCaseKey(key));
    expect(wrapped.subarray(0, 6).toString('latin1')).toBe('first\0');
    expect(wrapped.includes(key)).toBe(false);
  });

  it('seals texts and values for one place', async () => {
    const { newCaseKey, sealText, openText, sealJson, openJson } = await processWith(OLD);
    const key = newCaseKey();
    expect(openText(key, sealText(key, 'Надя 🎈\0', 'message:1'), 'message:1')).toBe('Надя 🎈\0');
    expect(openJson(key, sealJson(key, { name: 'Надя', none: null }, 'answers:1'), 'answers:1')).toEqual({
      name: 'Надя',
      none: null,
    });
    expect(() => openText(key, sealText(key, 'x', 'message:1'), 'message:2')).toThrow();
    expect(() => openText(newCaseKey(), sealText(key, 'x', 'message:1'), 'message:1')).toThrow();
  });
});

describe('what belongs to no case', () => {
  it('opens with any master key still named, whichever sealed it', async () => {
    const before = await processWith(OLD);
    const box = before.sealWithMaster('JBSWY3DPEHPK3PXP', 'totp:1');
    expect((await processWith(`${NEW},${OLD}`)).openWithMaster(box, 'totp:1')).toBe('JBSWY3DPEHPK3PXP');
    const { openWithMaster } = await processWith(NEW);
    expect(() => openWithMaster(box, 'totp:1')).toThrow('None of MASTER_KEYS');
  });

  it('does not open at another place', async () => {
    const { sealWithMaster, openWithMaster } = await processWith(OLD);
    expect(() => openWithMaster(sealWithMaster('x', 'totp:1'), 'totp:2')).toThrow();
  });
});

describe('passwords and secrets', () => {
  it('knows a password again, however its letters were composed, and no other', async () => {
    const { hashPassword, passwordMatches } = await processWith(OLD);
    const stored = await hashPassword('pässword 1');
    expect(stored).toMatch(/^scrypt\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/);
    expect(await passwordMatches('pässword 1', stored)).toBe(true);
    expect(await passwordMatches('pässword 2', stored)).toBe(false);
    expect(await passwordMatches('', 'nothing like a hash')).toBe(false);
    expect(await hashPassword('pässword 1')).not.toBe(stored);
  }, 60_000);

  it('keeps a secret only as its hash and compares without telling where it differs', async () => {
    const { hashSecret, sameBytes } = await processWith(OLD);
    expect(Buffer.from(hashSecret('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sameBytes(hashSecret('a'), hashSecret('a'))).toBe(true);
    expect(sameBytes(hashSecret('a'), hashSecret('b'))).toBe(false);
    expect(sameBytes(hashSecret('a'), new Uint8Array(3))).toBe(false);
  });
});
