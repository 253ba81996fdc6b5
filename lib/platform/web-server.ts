import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import next from 'next';
import { type Known, leadsNowhere, NOWHERE } from './addresses';
import { CLIENT_ADDRESS, clientAddress, PAGE_PATH, type Trusted } from './client-address';
import { databaseAnswers } from './db/pulse';
import { log } from './log';
import { answerOutdatedForms } from './outdated-form';
import { BODY_BYTES, contentSecurityPolicy, newNonce, securityHeaders } from './web-headers';
import {
  isLetInBySecret,
  localeOf,
  needsDatabase,
  refusalOf,
  refusalPage,
  type RequestRefusal,
  targetOf,
} from './web-refusals';
import { answerRefusalsWhole, asksForNowhere } from './whole-refusal';

export type WebServer = { port: number; stop: () => Promise<void> };

type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

// Reading what a refused request still sends lets its browser show our page; beyond this the connection is simply cut.
const DRAIN_LIMIT = 64 * 1024 * 1024;
const CLOSE_GRACE_MS = 8_000;

/** Serves the built pages. @param folder the checkout, with its `.next` */
export async function startWebServer(options: {
  folder: string;
  host: string;
  port: number;
  baseUrl: string;
  trusted: Trusted;
  known: Known;
}): Promise<WebServer> {
  const { folder, host, port, baseUrl, trusted, known } = options;
  const app = next({ dev: false, dir: folder, hostname: host, port });
  await app.prepare();
  const pages = Object.values(
    JSON.parse(await readFile(join(folder, '.next', 'app-path-routes-manifest.json'), 'utf8')) as Record<
      string,
      string
    >,
  );
  // A font lies where a portal in some language could: what is served as it is has an address too.
  const files = (await readdir(join(folder, 'public'), { recursive: true })).map(
    (file) => `/${file.replaceAll(sep, '/')}`,
  );
  const server = await listen(
    createServer(
      requestListener(
        app.getRequestHandler(),
        baseUrl,
        trusted,
        databaseAnswers,
        leadsNowhere([...pages, ...files], known),
      ),
    ),
    host,
    port,
  );
  return {
    port,
    async stop() {
      await close(server);
      await app.close();
    },
  };
}

/**
 * The request listener around Next's: refusals first, then the headers that each answer and each page's scripts need.
 * @param answers whether the database does; while it does not, pages say so instead of waiting for it
 * @param isNowhere whether a page at this path would have to say that there is none
 */
export function requestListener(
  handle: PageHandler,
  baseUrl: string,
  trusted: Trusted,
  answers: () => Promise<boolean>,
  isNowhere: (path: string) => boolean = () => false,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { origin, host } = new URL(baseUrl);
  const fixed = Object.entries(securityHeaders(baseUrl));
  const told = tellOfStrangeProxy(trusted);
  return (request, response) => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    const nonce = newNonce();
    const policy = contentSecurityPolicy(nonce);
    response.setHeader('Content-Security-Policy', policy);

    const method = request.method ?? 'GET';
    const target = targetOf(request.url ?? '');
    const refusal = refusalOf(method, request.headers, origin, target ?? '') ?? (target === null ? 'badAddress' : null);
    if (refusal || target === null) {
      refuse(request, response, refusal ?? 'badAddress', baseUrl);
      return;
    }
    request.url = target;
    if (isLetInBySecret(method, request.headers, target)) delete request.headers.cookie;
    sayLength(response);
    const port = (): number => request.socket.localPort ?? 0;
    answerOutdatedForms(request, response, port);
    const nowhere = asksForNowhere(request) || isNowhere(target.split('?')[0] ?? '/');
    if (!nowhere) answerRefusalsWhole(request, response, port);
    // Next reads the nonce from here and stamps its scripts with it.
    request.headers['content-security-policy'] = policy;
    request.headers['x-nonce'] = nonce;
    if (nowhere) request.url = NOWHERE;
    // Whoever asks under another name gets the same pages: links and origin checks know our public address only.
    request.headers.host = host;
    delete request.headers['x-forwarded-host'];
    const { remoteAddress } = request.socket;
    const forwardedFor = request.headers['x-forwarded-for'] as string | undefined;
    request.headers[CLIENT_ADDRESS] = clientAddress(remoteAddress, forwardedFor, trusted);
    request.headers[PAGE_PATH] = target.slice(0, 2_000);
    if (forwardedFor !== undefined) told(remoteAddress);
    // Checked above by what the browser says of the sender; Next's own check does not know that and would refuse it.
    if (request.headers.origin === 'null') request.headers.origin = origin;
    if (!needsDatabase(target)) return void handle(request, response);
    void answers().then((there) =>
      there ? handle(request, response) : refuse(request, response, 'databaseAway', baseUrl),
    );
  };
}

/** Gives an answer the length that its route has told. */
function sayLength(response: ServerResponse): void {
  const head = response.writeHead.bind(response);
  response.writeHead = ((...given: Parameters<typeof head>) => {
    const bytes = response.getHeader(BODY_BYTES);
    if (bytes !== undefined) {
      response.removeHeader(BODY_BYTES);
      response.setHeader('Content-Length', bytes);
    }
    return head(...given);
  }) as typeof response.writeHead;
}

/** Says once that a forwarding header is ignored: behind a proxy that nobody named every sender looks like one. */
function tellOfStrangeProxy(trusted: Trusted): (socket: string | undefined) => void {
  let said = false;
  return (socket) => {
    if (said || trusted.has(clientAddress(socket, undefined, trusted))) return;
    said = true;
    log('warn', 'forwardedForIgnored', { setting: 'TRUSTED_PROXIES' });
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: RequestRefusal, baseUrl: string): void {
  const { status, headers, html } = refusalPage(
    refusal,
    localeOf(request.url ?? '/', request.headers['accept-language']),
    baseUrl,
  );
  let seen = 0;
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > DRAIN_LIMIT) request.destroy();
  });
  request.on('end', () => {
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'close',
      ...headers,
    });
    response.end(html);
  });
}

const listen = (server: Server, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/** Takes no new connections, lets running answers end, and cuts off what is still open after the grace. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
