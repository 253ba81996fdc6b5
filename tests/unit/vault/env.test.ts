import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyOf, SETTINGS } from './settings';

type Settings = Partial<
  Record<
    | keyof typeof SETTINGS
    | 'SMTP_URL'
    | 'SMTP_TIMEOUTS'
    | 'MAIL_FROM'
    | 'BLOB_DIR'
    | 'RIGHTSDESK_DATA'
    | 'CONTROLLERS_DIR'
    | 'DEMO',
    string
  >
>;

const OPTIONAL: Settings = {
  SMTP_URL: '',
  SMTP_TIMEOUTS: '',
  MAIL_FROM: '',
  BLOB_DIR: '',
  RIGHTSDESK_DATA: '',
  CONTROLLERS_DIR: '',
  DEMO: '',
};

/** Reads the settings as a process would that was started with these; the rest is right. */
async function read(given: Settings = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...SETTINGS, ...OPTIONAL, ...given })) vi.stubEnv(name, value);
  const { env } = await import('@/lib/platform/env');
  return env();
}

afterEach(() => vi.unstubAllEnvs());

describe('the settings', () => {
  it('are read with their defaults; an empty one is one that is not set', async () => {
    expect(await read()).toMatchObject({
      BASE_URL: 'https://rights.example.com',
      MASTER_KEYS: [{ id: 'first', key: Buffer.alloc(32, '1') }],
      INDEX_KEY: [Buffer.alloc(32, 'i')],
      RIGHTSDESK_DATA: '.rightsdesk',
      BLOB_DIR: '.rightsdesk/blobs',
      CONTROLLERS_DIR: 'controllers',
      DEMO: false,
    });
    expect((await read()).SMTP_URL).toBeUndefined();
    expect(await read({ DEMO: '1', BLOB_DIR: 'elsewhere' })).toMatchObject({ DEMO: true, BLOB_DIR: 'elsewhere' });
  });

  it('give each phase of a delivery the time of the protocol, or the one that is set', async () => {
    const { SMTP_TIMEOUTS: own } = await read();
    // RFC 5321, section 4.5.3.2.6: ten minutes after the final dot.
    expect(own).toMatchObject({ connect: 20, recipient: 60, accept: 600, quit: 5 });
    expect((await read({ SMTP_TIMEOUTS: 'accept=300, connect=0.5' })).SMTP_TIMEOUTS).toEqual({
      ...own,
      accept: 300,
      connect: 0.5,
    });
  });

  it('take several master keys, the current one first', async () => {
    const { MASTER_KEYS } = await read({ MASTER_KEYS: `new:${keyOf('2')},old:${keyOf('1')}` });
    expect(MASTER_KEYS.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('take the signing key as PEM or as that in base64', async () => {
    expect((await read({ SIGNING_KEY: Buffer.from(SETTINGS.SIGNING_KEY).toString('base64') })).SIGNING_KEY).toEqual([
      SETTINGS.SIGNING_KEY,
    ]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/x', 'postgresql://user:password@host:port/database'],
    ['BASE_URL', 'rights.example.org', 'https://rights.example.com'],
    ['MASTER_KEYS', keyOf('1'), 'id:base64'],
    ['MASTER_KEYS', 'a:c2hvcnQ=', 'openssl rand -base64 32'],
    ['INDEX_KEY', 'c2hvcnQ=', 'openssl rand -base64 32'],
    ['SIGNING_KEY', 'nothing of the kind', 'openssl genpkey -algorithm ed25519'],
    ['NEXTAUTH_SECRET', 'short', '32 characters'],
    ['SMTP_URL', 'http://mail', 'smtp://user:password@host:port'],
  ] as const)('name %s when it is wrong, say what to write, and do not repeat it', async (name, value, fix) => {
    const failed = await read({ [name]: value }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failed).toContain(name);
    expect(failed).toContain(fix);
    expect(failed).not.toContain(value);
  });

  it.each(['accept', 'accept=', 'accept=ten', 'accept=0', 'accept=3601', 'lunch=10', 'accept=1=2'])(
    'refuse %s as times of a delivery and name its phases',
    async (SMTP_TIMEOUTS) => {
      const phases = 'connect, greeting, hello, tls, login, sender, recipient, data, content, accept, quit';
      await expect(read({ SMTP_TIMEOUTS })).rejects.toThrow(
        new RegExp(`SMTP_TIMEOUTS must read phase=seconds.*${phases}`),
      );
    },
  );

  it('name every setting that is missing, with what to write', async () => {
    const none = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, '']));
    const failed = await read(none).then(
      () => '',
      (error: Error) => error.message,
    );
    for (const line of [
      'DATABASE_URL: DATABASE_URL must be postgresql://',
      'BASE_URL: BASE_URL must be',
      'MASTER_KEYS: MASTER_KEYS must read',
      'INDEX_KEY: INDEX_KEY must be 32 bytes',
      'SIGNING_KEY: SIGNING_KEY must be',
      'NEXTAUTH_SECRET: NEXTAUTH_SECRET must',
    ]) {
      expect(failed).toContain(line);
    }
  });
});

describe('the signing key', () => {
  const signingKeyWith = async (pem: string) => {
    await read({ SIGNING_KEY: pem });
    const { signingKey } = await import('@/lib/platform/signing');
    return signingKey();
  };

  it('signs what its public half verifies, and is named by that half alone', async () => {
    const { createPublicKey, verify } = await import('node:crypto');
    const { sign, publicKeyPem, keyId } = await signingKeyWith(SETTINGS.SIGNING_KEY);
    const bytes = Buffer.from('manifest');
    expect(verify(null, bytes, createPublicKey(publicKeyPem), sign(bytes))).toBe(true);
    expect(keyId).toMatch(/^[0-9a-f]{16}$/);
    expect((await signingKeyWith(SETTINGS.SIGNING_KEY)).keyId).toBe(keyId);
  });

  it('is refused when it is of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    await expect(signingKeyWith(rsa)).rejects.toThrow('openssl genpkey -algorithm ed25519');
  });
});
