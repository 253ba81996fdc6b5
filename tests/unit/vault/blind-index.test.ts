import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyOf, SETTINGS } from './settings';

async function processWith(indexKey: string) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...SETTINGS, INDEX_KEY: indexKey })) vi.stubEnv(name, value);
  return import('@/lib/platform/vault/blind-index');
}

afterEach(() => vi.unstubAllEnvs());

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a blind index', () => {
  it('is the same for the same form, and another for another form', async () => {
    const { blindIndex } = await processWith(keyOf('i'));
    expect(hex(blindIndex('name', 'weber'))).toBe(hex(blindIndex('name', 'weber')));
    expect(hex(blindIndex('name', 'weber'))).not.toBe(hex(blindIndex('name', 'weberin')));
  });

  it('looks under the old key too while there is one, and writes under the new', async () => {
    const old = hex((await processWith(keyOf('i'))).blindIndex('name', 'weber'));
    const { blindIndex, blindIndexes } = await processWith(`${keyOf('j')},${keyOf('i')}`);
    expect(blindIndexes('name', 'weber').map(hex)).toEqual([hex(blindIndex('name', 'weber')), old]);
    expect(hex(blindIndex('name', 'weber'))).not.toBe(old);
  });

  it('names its key without telling it', async () => {
    const one = (await processWith(keyOf('i'))).indexKeyId();
    expect((await processWith(`${keyOf('i')},${keyOf('j')}`)).indexKeyId()).toBe(one);
    expect((await processWith(`${keyOf('j')},${keyOf('i')}`)).indexKeyId()).not.toBe(one);
  });

  it('is of its kind: a name that reads like an account is not found as one', async () => {
    const { blindIndex } = await processWith(keyOf('i'));
    expect(hex(blindIndex('name', 'weber'))).not.toBe(hex(blindIndex('account', 'weber')));
  });

  it('means nothing to whoever has another key', async () => {
    const one = hex((await processWith(keyOf('i'))).blindIndex('email', 'nadia@example.lu'));
    const other = hex((await processWith(keyOf('j'))).blindIndex('email', 'nadia@example.lu'));
    expect(one).not.toBe(other);
  });
});
