import { createPublicKey, type KeyObject } from 'node:crypto';
import { parseVerifierKey, type NoteKey } from '../audit/signed-note';
import { ok, refuse, type Result } from '../result';
import { publishedKeysSchema } from './schema';

/** Keys that someone trusts: for bundles, and for logs. */
export type PublishedKeys = { readonly bundles: readonly KeyObject[]; readonly logs: readonly NoteKey[] };

/** Reads keys from what people keep them in: a PEM, the published rightsdesk-keys.json, or the line of a log's verifier key. */
export function parsePublishedKeys(text: string): Result<PublishedKeys, 'noKey'> {
  const published = publishedKeysSchema.safeParse(parseJson(text));
  if (!published.success) return parseOneKey(text);
  const keys = bundleKeys(published.data.keys.map(({ pem }) => pem));
  const logs = published.data.keys.flatMap(({ log }) => (log === undefined ? [] : [parseVerifierKey(log)]));
  return keys.ok ? ok({ ...keys.value, logs: logs.flatMap((key) => (key.ok ? [key.value] : [])) }) : keys;
}

function parseOneKey(text: string): Result<PublishedKeys, 'noKey'> {
  if (text.includes('-----BEGIN')) return bundleKeys([text]);
  const line = parseVerifierKey(text);
  return line.ok
    ? ok({ bundles: [], logs: [line.value] })
    : refuse('noKey', 'it is neither a PEM, nor a rightsdesk-keys.json, nor a verifier key');
}

function bundleKeys(pems: readonly string[]): Result<PublishedKeys, 'noKey'> {
  try {
    const bundles = pems
      .map((pem) => createPublicKey(pem))
      .filter(({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519');
    return bundles.length > 0 ? ok({ bundles, logs: [] }) : refuse('noKey', 'the key is not an Ed25519 key');
  } catch {
    return refuse('noKey', 'the PEM cannot be read');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
