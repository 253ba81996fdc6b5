import { setTimeout as sleep } from 'node:timers/promises';
import { httpSystemOf } from '@/lib/domain/datamap/http/build';
import { httpSystemSchema } from '@/lib/domain/datamap/http/schema';
import type { HttpSystem } from '@/lib/domain/datamap/http/types';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { SourceError, TaskTaken } from '../port';
import { type Answer, exchangeWith, lineError, phasesOf } from './exchange';
import { baseOf, loginHeaders } from './login';
import { taskIdOf } from './signature';
import { PASSING, statusError, UNTOUCHED, waitBefore } from './status';
import type { Rendered } from './template';

const TRIES = 4;
const REDIRECTS = 5;
const REDIRECTED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** When the next request may go to an origin, whichever case asks. */
const nextAt = new Map<string, number>();

async function turnAt(origin: string, perSecond: number, signal: AbortSignal): Promise<void> {
  const [now, free] = [Date.now(), nextAt.get(origin) ?? 0];
  const turn = Math.max(now, free);
  nextAt.set(origin, turn + 1000 / perSecond);
  if (turn > now) await sleep(turn - now, undefined, { signal });
}

/** `changes`: something may have been done although no answer came, so only what was surely refused is sent again. */
export type Asking = { readonly changes: boolean; readonly accepts: readonly number[] };

/** One service with its login. `ask` gives an answer with a status of 2xx, or one that is accepted besides. @throws SourceError */
function httpClient(
  { login, inside, perSecond, headers }: Omit<HttpSystem, 'kind'>,
  address: string,
  { id, timeoutSeconds }: Pick<DataSystem, 'id' | 'timeoutSeconds'>,
) {
  const base = baseOf(address);
  const { exchange, close } = exchangeWith(inside, phasesOf(timeoutSeconds));
  const authorised = loginHeaders(login, base, exchange);

  async function send(request: Rendered, first: URL, signal: AbortSignal): Promise<Answer> {
    const { body } = request;
    const bytes = body === null ? null : Buffer.from(bodyText(body));
    let url = first;
    for (let turn = 0; turn <= REDIRECTS; turn++) {
      await turnAt(url.origin, perSecond, signal);
      const answer = await exchange(
        {
          method: request.method,
          url,
          body: bytes,
          headers: {
            accept: 'application/json',
            'accept-encoding': 'gzip, identity',
            'user-agent': 'Rightsdesk',
            ...lowerCased(headers),
            ...(body === null ? {} : { 'content-type': body.type }),
            ...(await authorised({ method: request.method, url, body: bytes }, signal)),
          },
        },
        signal,
      );
      const to = REDIRECTED.has(answer.status) ? answer.headers.location : undefined;
      if (to === undefined || request.method !== 'GET') return answer;
      answer.body.destroy();
      // The login goes to nobody but whom the operator named.
      url = ownAddress(to, url);
    }
    throw new SourceError('badMap', `${request.shown} leads on and on, and never to an answer`);
  }

  function ownAddress(written: string, from: URL): URL {
    const url = URL.canParse(written, from) ? new URL(written, from) : null;
    if (url?.origin !== base.url.origin)
      throw new SourceError(
        'badMap',
        'it leads to another host, where its login is not sent: name that host as its address',
      );
    return url;
  }

  const addressOf = ({ path, query }: Rendered): URL => {
    const url = new URL(`${base.url.pathname.replace(/\/$/, '')}${path}`, base.url);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return url;
  };

  /** Whether to try again, and after how long. */
  const again = async (attempt: number, retryAfter: string | undefined, signal: AbortSignal): Promise<boolean> => {
    const wait = attempt < TRIES ? waitBefore(attempt, retryAfter, Date.now(), Math.random()) : null;
    if (wait === null) return false;
    await sleep(wait, undefined, { signal });
    return true;
  };

  /** Who signs tasks can be called back about them. */
  function takenOr(error: SourceError, status: number, { method, body, shown }: Rendered, url: URL): SourceError {
    if (status !== 202 || login.kind !== 'signed') return error;
    const task = taskIdOf({ method, url, body: body === null ? null : Buffer.from(bodyText(body)) });
    return new TaskTaken(id, task, `${shown} was taken, and is answered later`);
  }

  async function ask(
    request: Rendered,
    { changes, accepts }: Asking,
    signal: AbortSignal,
    at?: string,
  ): Promise<Answer> {
    const url = at === undefined ? addressOf(request) : ownAddress(at, base.url);
    try {
      for (let attempt = 1; ; attempt++) {
        const answer = await send(request, url, signal).catch(async (cause: unknown) => {
          const error = lineError(cause);
          const passing = error.reason === 'unreachable' || error.reason === 'interrupted';
          if (signal.aborted || changes || !passing || !(await again(attempt, undefined, signal))) throw error;
          return null;
        });
        if (answer === null) continue;
        if (isAnswer(answer.status) || accepts.includes(answer.status)) return answer;
        answer.body.destroy();
        if (answer.status === 401) authorised.forget();
        const may =
          (changes ? UNTOUCHED : PASSING).has(answer.status) ||
          (answer.status === 401 && authorised.renews && attempt === 1);
        if (!may || !(await again(attempt, answer.headers['retry-after'], signal)))
          throw takenOr(statusError(answer.status, request.shown), answer.status, request, url);
      }
    } catch (cause) {
      throw lineError(signal.aborted ? signal.reason : cause);
    }
  }
  return { ask, ownAddress: (written: string) => ownAddress(written, base.url).href, close };
}

export type HttpClient = ReturnType<typeof httpClient>;

/** The client of a system. @param address with its login; it is never shown or logged. @throws SourceError */
export const clientOf = (system: DataSystem, address: string): HttpClient =>
  httpClient(system.access ?? httpSystemOf(httpSystemSchema.parse({})), address, system);

/** 202 says that the task was taken, and not yet what came of it. */
const isAnswer = (status: number): boolean => status >= 200 && status < 300 && status !== 202;

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const bodyText = ({ type, value }: NonNullable<Rendered['body']>): string =>
  type === 'application/json' ? JSON.stringify(value) : new URLSearchParams(value as [string, string][]).toString();
