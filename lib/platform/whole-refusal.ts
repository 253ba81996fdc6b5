import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ownPage } from './own-page';

// Known to this process alone: nobody else can ask for the page of another address by it.
const BY_OURSELVES = { 'x-nowhere': randomBytes(18).toString('base64url') };

/** Whether this server asks itself for the page that says that there is none at this address. */
export const asksForNowhere = ({ headers }: IncomingMessage): boolean =>
  headers['x-nowhere'] === BY_OURSELVES['x-nowhere'];

/**
 * Answers a page that finds out itself that it is not for whoever asks (another role, another company's case) with the page that says so.
 * What Next would send has begun as that page and can be read only with scripts: it is blank without them.
 * @param port at which this server itself is reached
 */
export function answerRefusalsWhole(request: IncomingMessage, response: ServerResponse, port: () => number): void {
  if (request.method !== 'GET' || request.headers.rsc !== undefined) return;
  const { url = '/' } = request;
  const asked = { ...request.headers };
  const [head, write, end] = [
    response.writeHead.bind(response),
    response.write.bind(response),
    response.end.bind(response),
  ];
  const isRefused = (): boolean =>
    !response.headersSent &&
    response.statusCode === 404 &&
    String(response.getHeader('content-type') ?? '').startsWith('text/html');
  // Next's compression writes the head of an answer before its end is known: nothing of this answer leaves.
  response.writeHead = ((...given: Parameters<typeof head>) =>
    isRefused() ? response : head(...given)) as typeof response.writeHead;
  response.write = ((...given: Parameters<typeof write>) =>
    isRefused() ? true : write(...given)) as typeof response.write;
  response.end = ((...answer: Parameters<typeof end>) => {
    if (!isRefused()) return end(...answer);
    Object.assign(response, { writeHead: head, write, end });
    for (const name of ['content-length', 'content-encoding', 'etag']) response.removeHeader(name);
    void ownPage(url, asked, port(), BY_OURSELVES).then(
      ({ headers, body }) => {
        // Its scripts carry the nonce of the answer that they came with.
        for (const name of ['content-type', 'content-security-policy', 'link'] as const)
          if (headers[name] !== undefined) response.setHeader(name, headers[name]);
        end(body);
      },
      () => end(),
    );
    return response;
  }) as typeof response.end;
}
