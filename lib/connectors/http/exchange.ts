import { Agent as PlainAgent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceError } from '../port';
import { checkAddress, guardedLookup } from './hosts';

/** Seconds that each part of an exchange may take: until the line stands, until an answer begins, and between two parts of it. */
export type Phases = { readonly connect: number; readonly answer: number; readonly pause: number };

/** No phase is longer than the whole may take. */
export const phasesOf = (timeoutSeconds: number): Phases => ({
  connect: Math.min(10, timeoutSeconds),
  answer: Math.min(60, timeoutSeconds),
  pause: Math.min(30, timeoutSeconds),
});

export type Sent = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

/** A body that is read as it is sent, of a size known before. */
export type Sending = { readonly stream: Readable; readonly bytes: number };

export type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** To be read to its end, or destroyed. */
  readonly body: Readable;
};

const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/** What went wrong on the line. The message of the system or of Node stays in `cause` only: it may hold an address with a person's data. */
export function lineError(cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause;
  const { code = '', name = '' } = cause as { code?: string; name?: string };
  if (name === 'TimeoutError') return new SourceError('timeout', 'it took longer than the data map allows', { cause });
  if (name === 'AbortError') return new SourceError('interrupted', 'we were told to stop', { cause });
  if (UNREACHED.has(code)) return new SourceError('unreachable', `nobody answers at its address (${code})`, { cause });
  if (code.startsWith('ERR_TLS') || /CERT|SELF_SIGNED|UNABLE_TO/.test(code))
    return new SourceError('denied', `its certificate is not one for its address (${code})`, { cause });
  return new SourceError('interrupted', `the line broke${code === '' ? '' : ` (${code})`}`, { cause });
}

/** Runs out where nothing happens for long enough; each sign of life begins it anew. */
function watch(end: (error: SourceError) => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    within(seconds: number, what: string): void {
      clearTimeout(timer);
      timer = setTimeout(() => end(new SourceError('timeout', what)), seconds * 1000);
    },
    over: () => clearTimeout(timer),
  };
}

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

function decoded(message: IncomingMessage): Readable {
  const encoding = (message.headers['content-encoding'] ?? '').toLowerCase();
  if (encoding === '' || encoding === 'identity') return message;
  if (!Object.hasOwn(DECODERS, encoding))
    throw new SourceError('badMap', 'its answer is packed in a way that nobody asked for');
  const decoder = DECODERS[encoding as keyof typeof DECODERS]();
  message.on('error', (error) => decoder.destroy(error));
  decoder.on('error', () => message.destroy()).once('close', () => message.destroy());
  return message.pipe(decoder);
}

type Exchanged = Omit<Sent, 'body'> & { readonly body: Buffer | Sending | null };

const sizeOf = (body: Buffer | Sending): number => (Buffer.isBuffer(body) ? body.length : body.bytes);

/** Exchanges over lines of its own: no other system's line is ever used, since what may be asked differs. */
export function exchangeWith(inside: readonly string[], phases: Phases) {
  const lookup = guardedLookup(inside);
  const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new TlsAgent({ keepAlive: true }) };

  /** @throws SourceError */
  function exchange({ method, url, headers, body }: Exchanged, signal: AbortSignal): Promise<Answer> {
    checkAddress(url, inside);
    const tls = url.protocol === 'https:';
    return new Promise<Answer>((resolve, reject) => {
      const options = {
        method,
        headers: { ...headers, ...(body === null ? {} : { 'content-length': String(sizeOf(body)) }) },
        lookup,
        signal,
      };
      const sent = tls
        ? tlsRequest(url, { ...options, agent: agents['https:'] })
        : plainRequest(url, { ...options, agent: agents['http:'] });
      let line: { destroy(error: Error): unknown } = sent;
      const clock = watch((error) => line.destroy(error));
      clock.within(phases.connect, 'no line to it stood in time');
      let stands = false;
      const standing = (): void => {
        stands = true;
        clock.within(phases.answer, 'it took the request and did not answer in time');
      };
      sent.once('socket', (socket) => {
        if (socket.connecting) socket.once(tls ? 'secureConnect' : 'connect', standing);
        else standing();
      });
      sent.on('error', (cause) => {
        clock.over();
        reject(lineError(cause));
      });
      sent.once('response', (message) => {
        line = message;
        // Whoever reads it hears of its failure; until then it is nobody's.
        message.on('error', () => undefined);
        const pause = (): void => clock.within(phases.pause, 'it stopped in the middle of its answer');
        pause();
        message.on('data', pause).pause();
        message.once('close', clock.over);
        try {
          resolve({ status: message.statusCode ?? 0, headers: message.headers, body: decoded(message) });
        } catch (cause) {
          sent.destroy();
          reject(lineError(cause));
        }
      });
      if (body === null || Buffer.isBuffer(body)) return void sent.end(body ?? undefined);
      // Each part that it takes is a sign of life: how long the whole takes depends on its size alone.
      body.stream.on('data', () => {
        if (stands) standing();
      });
      pipeline(body.stream, sent, (error) => {
        if (error) sent.destroy(error);
      });
    });
  }
  return {
    exchange,
    close(): void {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
