import { createHash, createPublicKey, verify } from 'node:crypto';
import { ok, refuse, type Result } from '../result';

/** A C2SP signed-note key: a name like a schema-less URL, and a raw Ed25519 public key of 32 bytes. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

// c2sp.org/signed-note: signature type 0x01 is Ed25519.
const ED25519 = 0x01;
// The fixed start of an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4), after which the 32 bytes of the key stand.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^— ([^ +\n]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** The four bytes by which a note names its key. */
export const keyHash = ({ name, publicKey }: NoteKey): Uint8Array =>
  createHash('sha256').update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey).digest().subarray(0, 4);

/** The key as one line, `name+hash+base64`: what other people's tools take as a verifier key. */
export const verifierKey = (key: NoteKey): string =>
  `${key.name}+${hex(keyHash(key))}+${base64(Buffer.concat([Uint8Array.of(ED25519), key.publicKey]))}`;

/** Reads a verifier key. Refuses one whose hash does not belong to it: a slip in copying must not pass for a bad signature. */
export function parseVerifierKey(text: string): Result<NoteKey, 'notAVerifierKey'> {
  const [name, hash, ...rest] = text.trim().split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  if (!name || / |\n/u.test(name) || bytes.length !== 33 || bytes[0] !== ED25519) return refuse('notAVerifierKey');
  const key = { name, publicKey: bytes.subarray(1) };
  return hash === hex(keyHash(key)) ? ok(key) : refuse('notAVerifierKey');
}

/** Raw public key of a PEM. @throws when it is not an Ed25519 public (or private) key. */
export function rawPublicKey(pem: string): Uint8Array {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new TypeError(`an Ed25519 key is needed, not ${key.asymmetricKeyType}`);
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
}

/**
 * Signs a text.
 * @param text ends with a line break
 * @param sign Ed25519 over the bytes given, 64 bytes
 * @throws RangeError for a text that could not be told from its signatures
 */
export function signNote(text: string, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): string {
  if (!text.endsWith('\n')) throw new RangeError('the text of a note ends with a line break');
  const signature = Buffer.concat([keyHash(key), sign(Buffer.from(text, 'utf8'))]);
  return `${text}\n— ${key.name} ${base64(signature)}\n`;
}

/** The text of a note, once one of its signatures is shown to be by `key`. Signatures by others are passed over, as the format asks. */
export function openNote(note: string, key: NoteKey): Result<string, 'notANote' | 'notSignedByKey' | 'badSignature'> {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return refuse('notANote');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.map((line) => SIGNATURE_LINE.exec(line));
  // The last sign of a base64 text has bits that nothing reads (RFC 4648, section 3.5): a note must not be written in two ways.
  if (signatures.some((match) => match === null || base64(Buffer.from(match[2]!, 'base64')) !== match[2]))
    return refuse('notANote');
  const hash = hex(keyHash(key));
  const ours = signatures
    .map((match) => ({ name: match![1], bytes: Buffer.from(match![2]!, 'base64') }))
    .filter(({ name, bytes }) => name === key.name && hex(bytes.subarray(0, 4)) === hash);
  if (ours.length === 0) return refuse('notSignedByKey');
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, key.publicKey]), format: 'der', type: 'spki' });
  return ours.every(({ bytes }) => verify(null, Buffer.from(text, 'utf8'), publicKey, bytes.subarray(4)))
    ? ok(text)
    : refuse('badSignature');
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
