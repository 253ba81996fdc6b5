import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Objects, Refused } from './objects';
import { refusedAs } from './signature';
import { answerTo, type Answer, type Asked } from './answers';

/** What is done with a request before it is looked at: nothing, no answer at all, a line cut before or in the middle of the answer, or an error. */
export type Fault = 'hang' | 'cut' | 'cutInBody' | { readonly status: number; readonly code: string };

export type S3Server = {
  readonly url: string;
  readonly bucket: Objects;
  /** Every request that was answered, in order: method, key, and the range or part of a query that says what was meant. */
  readonly asked: Asked[];
  /** Decides what goes wrong; null for nothing. */
  fail: (asked: Asked) => Fault | null;
  readonly settings: { isVersioned: boolean; pageSize: number; may: (accessKeyId: string, method: string) => boolean };
  close(): Promise<void>;
};

export const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret-of-the-test' } as const;

/**
 * A server that speaks S3's wire format over one bucket, `blobs`: signatures and bodies are checked, parts, ranges and pages are as S3 has them,
 * and each request may be made to fail. In memory.
 */
export async function s3Server(keys: Readonly<Record<string, string>> = {}): Promise<S3Server> {
  const secrets: Record<string, string> = { [KEYS.AWS_ACCESS_KEY_ID]: KEYS.AWS_SECRET_ACCESS_KEY, ...keys };
  const server = createServer((request, response) => {
    void take(request, response).catch(() => response.destroy());
  });
  const made: S3Server = {
    url: '',
    bucket: new Objects(),
    asked: [],
    fail: () => null,
    settings: { isVersioned: false, pageSize: 3, may: () => true },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host');
    const [bucket = '', ...names] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const asked: Asked = {
      method: request.method ?? '',
      bucket,
      key: names.join('/'),
      query: url.searchParams,
      range: request.headers.range ?? null,
      ifMatch: request.headers['if-match'] ?? null,
    };
    const fault = made.fail(asked);
    if (fault === 'cut') return void request.socket.destroy();
    const body = await buffer(request);
    if (fault === 'hang') return;
    made.asked.push(asked);
    let answer: Answer;
    try {
      if (typeof fault === 'object' && fault) throw new Refused(fault.code, fault.status);
      const refused = refusedAs(request, body, (id) => secrets[id]);
      if (refused) throw new Refused(refused, refused === 'NotImplemented' ? 501 : 403);
      const id = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (!made.settings.may(id, asked.method)) throw new Refused('AccessDenied', 403);
      if (bucket !== 'blobs') throw new Refused('NoSuchBucket', 404);
      answer = answerTo(made, asked, body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const xml = `<?xml version="1.0"?><Error><Code>${error.code}</Code><Message>as the test wanted it</Message></Error>`;
      answer = { status: error.status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(xml) };
    }
    const bytes = asked.method === 'HEAD' ? Buffer.alloc(0) : answer.body;
    response.writeHead(answer.status, { 'content-length': answer.body.length, ...answer.headers });
    if (fault !== 'cutInBody') return void response.end(bytes);
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.destroy());
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(made, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
