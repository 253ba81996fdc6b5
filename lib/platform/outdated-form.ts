import type { IncomingMessage, ServerResponse } from 'node:http';
import { filledPage } from './filled-page';
import type { Fields } from './form-likeness';
import { ownPage } from './own-page';
import { localeOf, renewedText } from './web-refusals';

// How Next says that it knows no action of the name that a form sends: the form is of an older version of the page.
const UNKNOWN_ACTION = 'x-nextjs-action-not-found';

/**
 * Answers a form of an older version of its page with the page as it is now and with what was typed. Stands between Next and the
 * browser for forms that the browser sends itself; what a script sends is answered by the script's own side.
 * @param port at which this server itself is reached
 */
export function answerOutdatedForms(request: IncomingMessage, response: ServerResponse, port: () => number): void {
  if (request.method !== 'POST' || request.headers['next-action'] !== undefined) return;
  const { url = '/', headers } = request;
  const asked = { ...headers };
  const body = copyOf(request);
  const [head, write, end] = [
    response.writeHead.bind(response),
    response.write.bind(response),
    response.end.bind(response),
  ];
  const isOutdated = (): boolean => !response.headersSent && response.hasHeader(UNKNOWN_ACTION);
  // Next's compression writes the head of an answer before its end is known: nothing of this answer leaves.
  response.writeHead = ((...given: Parameters<typeof head>) =>
    isOutdated() ? response : head(...given)) as typeof response.writeHead;
  response.write = ((...given: Parameters<typeof write>) =>
    isOutdated() ? true : write(...given)) as typeof response.write;
  response.end = ((...answer: Parameters<typeof end>) => {
    if (!isOutdated()) return end(...answer);
    Object.assign(response, { writeHead: head, write, end });
    for (const name of [UNKNOWN_ACTION, 'content-length', 'content-encoding', 'etag']) response.removeHeader(name);
    response.setHeader('Cache-Control', 'no-store');
    void renewed(url, asked, body(), port()).then(
      (page) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        end(page);
      },
      () => end(),
    );
    return response;
  }) as typeof response.end;
}

/** What the request's body was, once somebody has read it. It is never longer than the limit of a body. */
function copyOf(request: IncomingMessage): () => Buffer {
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk) chunks.push(chunk);
    return push(chunk, encoding);
  };
  return () => Buffer.concat(chunks);
}

/** The page at the same address, asked for by the same browser, filled in. @throws when it cannot be had or the form not be read */
async function renewed(url: string, headers: IncomingMessage['headers'], body: Buffer, port: number): Promise<string> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  const sent: Fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  );
  const page = await ownPage(url, headers, port);
  // A page that is not there for this browser any more, such as after the end of a session, is not ours to fill in.
  if (page.status !== 200) throw new Error(`The page answered ${page.status}`);
  const locale = localeOf(url, headers['accept-language']);
  return filledPage(page.body, sent, { note: renewedText(locale, 'note'), typed: renewedText(locale, 'typed') });
}
