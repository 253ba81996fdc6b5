import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SourceError } from '../port';
import { exchangeWith, lineError, phasesOf } from './exchange';
import { statusError } from './status';

/** A controller that takes files, and how. `inside`: its host stands in the operator's own network. */
export type UploadTarget = {
  readonly url: string;
  readonly inside: boolean;
  readonly token: string | null;
};

/** One file. `key`: the same for every try to send it, so that whoever has taken it takes it once. */
export type UploadFile = {
  readonly key: string;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Buffer>;
};

// A receipt is a number or a line; nobody reads more of an answer.
const RECEIPT_BYTES = 64 * 1024;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Sends a file as it is read, never held whole. Taken is what is answered with 2xx: 202 too, for the file is then with its receiver.
 * @returns the status, and the number that the receiver gives it where it answers with one
 * @throws SourceError where it did not take it
 */
export async function upload(
  { url: address, inside, token }: UploadTarget,
  { key, name, sha256, sizeBytes, content }: UploadFile,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly receiptId: string | null }> {
  const url = new URL(address);
  const { exchange, close } = exchangeWith(inside ? [url.hostname] : [], phasesOf(Infinity));
  const stream = Readable.from(content);
  try {
    const { status, headers, body } = await exchange(
      {
        method: 'POST',
        url,
        body: { stream, bytes: sizeBytes },
        headers: {
          accept: 'application/json',
          'user-agent': 'Rightsdesk',
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${name}"`,
          // RFC 9530.
          'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
          'idempotency-key': key,
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
      },
      signal,
    );
    if (status < 200 || status >= 300) {
      body.destroy();
      throw statusError(status, 'the upload');
    }
    return { status, receiptId: await receiptIn(body, headers['content-type']) };
  } catch (cause) {
    throw lineError(signal.aborted ? signal.reason : cause);
  } finally {
    stream.destroy();
    close();
  }
}

/** The receiver's own number of it. Whatever else it answers, the file was taken: an answer that nobody can read is no failure. */
async function receiptIn(body: Readable, type: string | undefined): Promise<string | null> {
  let bytes = 0;
  body.on('data', ({ length }: Buffer) => {
    bytes += length;
    if (bytes > RECEIPT_BYTES) body.destroy();
  });
  if (!/\bjson\b/i.test(type ?? '')) {
    body.destroy();
    return null;
  }
  try {
    const answer: unknown = JSON.parse(await text(body));
    const { receiptId, receipt, id } = (answer ?? {}) as Record<string, unknown>;
    const given = receiptId ?? receipt ?? id;
    return typeof given === 'string' || typeof given === 'number' ? (ID.exec(String(given))?.[0] ?? null) : null;
  } catch (error) {
    if (error instanceof SyntaxError || body.destroyed) return null;
    throw new SourceError('interrupted', 'its answer broke off', { cause: error });
  }
}
