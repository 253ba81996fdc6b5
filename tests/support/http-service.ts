import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the service got it. */
export type Got = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type Service = {
  /** `http://localhost:<port>` */
  readonly address: string;
  /** Everything that was asked, in its order. */
  readonly got: Got[];
  answer: (got: Got, response: ServerResponse) => void | Promise<void>;
  close(): Promise<void>;
};

/** A service on this machine that answers as a test tells it to, well or badly. */
export async function aService(): Promise<Service> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const got = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      service.got.push(got);
      void service.answer(got, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const service: Service = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    got: [],
    answer: (_, response) => void response.writeHead(500).end(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

export const json = (response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void =>
  void response
    .writeHead(200, { 'content-type': 'application/json', ...headers })
    .end(typeof value === 'string' ? value : JSON.stringify(value));
