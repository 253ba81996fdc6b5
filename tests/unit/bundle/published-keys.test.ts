import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rawPublicKey, verifierKey } from '@/lib/domain/audit/signed-note';
import { parsePublishedKeys } from '@/lib/domain/bundle/published-keys';

const pemOf = (key: { export(options: { type: 'spki'; format: 'pem' }): string | Buffer }): string =>
  key.export({ type: 'spki', format: 'pem' }).toString();

const pem = pemOf(generateKeyPairSync('ed25519').publicKey);
const other = pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
const log = verifierKey({ name: 'rights.example/log', publicKey: rawPublicKey(pem) });

/** How many keys of each kind a text holds. */
function counts(text: string): { bundles: number; logs: number } | string {
  const keys = parsePublishedKeys(text);
  return keys.ok ? { bundles: keys.value.bundles.length, logs: keys.value.logs.length } : keys.reason;
}

describe('keys that someone keeps', () => {
  it.each([
    ['a PEM', pem, { bundles: 1, logs: 0 }],
    ['a PEM with words around it', `Our key:\n${pem}`, { bundles: 1, logs: 0 }],
    [
      'what is published',
      JSON.stringify({ keys: [{ keyId: 'k', algorithm: 'Ed25519', pem, log }] }),
      { bundles: 1, logs: 1 },
    ],
    ['two keys that are published', JSON.stringify({ keys: [{ pem }, { pem, log }] }), { bundles: 2, logs: 1 }],
    [
      'a published key beside one of another kind',
      JSON.stringify({ keys: [{ pem: other }, { pem }] }),
      { bundles: 1, logs: 0 },
    ],
    ['the line of a log', `${log}\n`, { bundles: 0, logs: 1 }],
    ['nothing', '', 'noKey'],
    ['a broken PEM', pem.replace('MCow', 'XXXX'), 'noKey'],
    ['a PEM of another kind of key', other, 'noKey'],
    ['a list without keys', '{"keys":[]}', 'noKey'],
    ['other JSON', '[1]', 'noKey'],
    ['a damaged line of a log', log.replace('+', '+0'), 'noKey'],
  ])('are found in %s', (_, text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it('say why there is none', () => {
    expect(parsePublishedKeys('hello')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('neither a PEM') as string,
    });
  });
});
