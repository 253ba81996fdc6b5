import { createHash, createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { SourceError } from '../port';

// What stands before the 32 bytes of an Ed25519 key in PKCS #8, RFC 8410.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const FEWEST_BYTES = 24;

const bytesIn = (secret: string, prefix: string): Buffer =>
  Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64');

/** The bytes of a shared secret. @throws SourceError where it is no secret of that kind */
export function hmacKey(secret: string): Buffer {
  const key = bytesIn(secret, 'whsec_');
  if (key.length >= FEWEST_BYTES) return key;
  throw new SourceError(
    'notConfigured',
    'its password is no secret to sign with: whsec_ and 24 bytes or more in base64',
  );
}

/** @throws SourceError where it is no secret of that kind */
function ed25519Key(secret: string): KeyObject {
  const seed = bytesIn(secret, 'whsk_').subarray(0, 32);
  if (seed.length !== 32)
    throw new SourceError(
      'notConfigured',
      'its password is no key to sign with: whsk_ and the 32 bytes of an Ed25519 key in base64',
    );
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

export const TASK_ID_PREFIX = 'task_';

type Task = { readonly method: string; readonly url: URL; readonly body: Buffer | null };

/** The same for the same task, however often it is sent. */
export const taskIdOf = ({ method, url, body }: Task): string =>
  `${TASK_ID_PREFIX}${createHash('sha256')
    .update(`${method} ${url.pathname}${url.search}\n`)
    .update(body ?? Buffer.alloc(0))
    .digest('hex')
    .slice(0, 32)}`;

/**
 * The headers of a signed task, in the form of Standard Webhooks 1.0. The same task has the same id however often it is sent, so that whoever
 * takes it does it once; the time tells a new one from one that somebody recorded.
 * @param at in seconds
 */
export function signedHeaders(
  scheme: 'hmac' | 'ed25519',
  secret: string,
  task: Task,
  at: number,
): Record<string, string> {
  const payload = task.body ?? Buffer.alloc(0);
  const id = taskIdOf(task);
  const content = Buffer.concat([Buffer.from(`${id}.${at}.`), payload]);
  const signature =
    scheme === 'hmac'
      ? `v1,${createHmac('sha256', hmacKey(secret)).update(content).digest('base64')}`
      : `v1a,${sign(null, content, ed25519Key(secret)).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signature };
}
