import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a witness does with a checkpoint: takes it, refuses it, points elsewhere, answers without end, says nothing, or hangs up. */
export type WitnessManner = 'take' | 'refuse' | 'redirect' | 'endless' | 'hang' | 'cut';

const ANSWERS: Record<WitnessManner, (answer: ServerResponse) => void> = {
  take: (answer) => answer.writeHead(204).end(),
  refuse: (answer) => answer.writeHead(503).end('not now'),
  redirect: (answer) => answer.writeHead(302, { location: '/taken' }).end(),
  endless: (answer) => {
    answer.writeHead(200);
    const timer = setInterval(() => answer.write('x'.repeat(1000)), 10);
    answer.on('close', () => clearInterval(timer));
  },
  hang: () => undefined,
  cut: (answer) => answer.destroy(),
};

/** A real witness over HTTP that keeps what it is shown. */
export async function witnessServer(port = 0) {
  const shown: string[] = [];
  let manner: WitnessManner = 'take';
  const server = createServer((request, answer) => {
    // Whoever follows to another page has shown nothing there.
    if (request.method !== 'POST') return void answer.writeHead(200).end();
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (chunk: string) => (body += chunk))
      .on('end', () => {
        shown.push(body);
        ANSWERS[manner](answer);
      });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`,
    shown,
    behave: (next: WitnessManner) => {
      manner = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
