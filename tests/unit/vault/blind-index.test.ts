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
  it('finds the same value written another way, and no other value', async () => {
    const { blindIndex } = await processWith(keyOf('i'));
    const same = (kind: Parameters<typeof blindIndex>[0], a: string, b: string) => hex(blindIndex(kind, a)) === hex(blindIndex(kind, b));
    expect(same('email', ' Nadia@Example.LU ', 'nadia@example.lu')).toBe(true);
    expect(same('phone', '+352 691 555-012', '00352691555012')).toBe(true);
    expect(same('name', 'ＷＥＢＥＲ', 'weber')).toBe(true);
    expect(same('name', 'Георгиева', 'ГЕОРГИЕВА')).toBe(true);
    expect(same('email', 'nadia@example.lu', 'nadja@example.lu')).toBe(false);
    expect(same('account', 'a-b', 'ab')).toBe(false);
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

  it('takes a name apart into its words, in any script', async () => {
    const { nameWords } = await processWith(keyOf('i'));
    expect(nameWords("Анна-Мария О'Нийл Анна")).toEqual(['анна', 'мария', 'нийл']);
    // Vowel signs are marks, not letters: a word must not fall apart at them.
    expect(nameWords('अनिता देवी')).toEqual(['अनिता', 'देवी']);
    expect(nameWords(' X ')).toEqual([]);
    expect(nameWords(Array.from({ length: 40 }, (_, no) => `name${no}`).join(' '))).toHaveLength(12);
  });
});
