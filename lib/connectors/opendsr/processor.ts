import type { KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import { openDsrSystemOf } from '@/lib/domain/datamap/opendsr/build';
import { openDsrSystemSchema } from '@/lib/domain/datamap/opendsr/schema';
import type { OpenDsrSystem } from '@/lib/domain/datamap/opendsr/types';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { clientOf } from '../http/client';
import { type Answer, exchangeWith, lineError, phasesOf } from '../http/exchange';
import { baseOf } from '../http/login';
import { statusError } from '../http/status';
import { SourceError, TaskTaken } from '../port';
import { keyOf } from './certificate';
import { type Discovery, discoveryIn, isOfDomain } from './discovery';
import { isSigned, type Message } from './signed';
import { cancelled, jsonIn, type Status, statusIn, timeOf } from './status';

// A message of the protocol says little: nobody reads more of one.
const MESSAGE_BYTES = 256 * 1024;
const MESSAGE_SIGNS = 300;

// By which it says that it knows no such request: 404, or as it has to tell of each mistake, section 7.5.
const UNKNOWN = [400, 404];

async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MESSAGE_BYTES) throw new SourceError('badMap', 'its answer is longer than any of this protocol');
    }
  } catch (cause) {
    throw lineError(cause);
  }
  return Buffer.concat(chunks);
}

const messageOf = ({ headers }: Answer, body: Buffer): Message => ({
  body,
  header: (name) => {
    const value = headers[name.toLowerCase()];
    return typeof value === 'string' ? value : null;
  },
});

/** What a processor says of a mistake, unless it repeats who somebody is: section 7.6 forbids that, and nobody has to rely on it. */
function saidIn(body: Buffer, values: readonly string[]): string {
  const { error } = Object(jsonIn(body)) as { error?: { message?: unknown } };
  const message = typeof error?.message === 'string' ? error.message.slice(0, MESSAGE_SIGNS) : '';
  return message === '' || values.some((value) => message.includes(value)) ? '' : `: ${message}`;
}

export const accessOf = ({ access }: DataSystem): OpenDsrSystem =>
  access?.kind === 'opendsr' ? access : openDsrSystemOf(openDsrSystemSchema.parse({}));

/** The domain for which the processor of a system signs. */
export const domainFor = (system: DataSystem, address: string): string =>
  accessOf(system).domain ?? baseOf(address).url.hostname;

/** One processor with its login. Every call throws SourceError where it does not answer, or does not sign as it should. */
export function processorOf(system: DataSystem, address: string, signal: AbortSignal) {
  const access = accessOf(system);
  const domain = domainFor(system, address);
  const client = clientOf(system, address);
  const ask = (path: string, accepts: readonly number[], shown = `GET ${path}`): Promise<Answer> =>
    client.ask({ method: 'GET', path, query: [], body: null, shown }, { changes: false, accepts }, signal);

  /** What lies where the processor says, without its login. To be read to its end, or destroyed; `over` once it is. */
  async function fetched(url: URL, accept: string) {
    const { exchange, close } = exchangeWith(access.inside, phasesOf(system.timeoutSeconds));
    try {
      const headers = { accept, 'accept-encoding': 'gzip, identity', 'user-agent': 'Rightsdesk' };
      return { answer: await exchange({ method: 'GET', url, headers, body: null }, signal), over: close };
    } catch (cause) {
      close();
      throw cause;
    }
  }

  let discovery: Promise<Discovery> | null = null;
  const discovered = (): Promise<Discovery> =>
    (discovery ??= ask('/discovery', []).then(async ({ body }) => discoveryIn(await bytesOf(body))));

  async function key(): Promise<KeyObject> {
    const { certificateUrl } = await discovered();
    if (!isOfDomain(certificateUrl.hostname, domain))
      throw new SourceError('denied', `its certificate lies at ${certificateUrl.hostname}, which is not of ${domain}`);
    const { answer, over } = await fetched(certificateUrl, 'application/x-pem-file, text/plain, */*');
    try {
      if (answer.status !== 200) {
        answer.body.destroy();
        throw statusError(answer.status, 'GET its certificate');
      }
      const pem = (await bytesOf(answer.body)).toString('latin1');
      return keyOf(pem, { domain, pin: access.certificate }, new Date());
    } finally {
      over();
    }
  }

  /** What it says of a request by its signature; null where it knows none of that number. */
  async function statusOf(id: string): Promise<Status | null> {
    const shown = `GET ${access.path}/{id}`;
    const answer = await ask(`${access.path}/${id}`, UNKNOWN, shown);
    const body = await bytesOf(answer.body);
    if (UNKNOWN.includes(answer.status)) return null;
    if (!isSigned(messageOf(answer, body), domain, await key()))
      throw new SourceError('denied', `${shown} is answered without a signature by the certificate of ${domain}`);
    const status = statusIn(body);
    if (status?.requestId === id) return status;
    throw new SourceError('badMap', `${shown} is answered with something else than the status of that request`);
  }

  /** @returns when it says that it will have done it. That it has the request, only its status says. */
  async function send(body: Readonly<Record<string, unknown>>, values: readonly string[]): Promise<Date | null> {
    const shown = `POST ${access.path}`;
    const value = { type: 'application/json', value: body } as const;
    const sent = { method: 'POST', path: access.path, query: [], body: value, shown } as const;
    const answer = await client.ask(sent, { changes: false, accepts: [202, 400] }, signal);
    const said = await bytesOf(answer.body);
    if (answer.status === 400) throw new SourceError('badMap', `${shown} was answered with 400${saidIn(said, values)}`);
    return timeOf((Object(jsonIn(said)) as { expected_completion_time?: unknown }).expected_completion_time);
  }

  /** What it gives of a person: where that lies at its own address, it is asked with its login. */
  async function results(url: URL) {
    if (url.origin !== baseOf(address).url.origin) return fetched(url, '*/*');
    const sent = { method: 'GET', path: '', query: [], body: null, shown: 'GET its results' } as const;
    const accepts = [403, 404, 410];
    return { answer: await client.ask(sent, { changes: false, accepts }, signal, url.href), over: () => undefined };
  }

  /**
   * Sends a request where the processor does not know it yet, and asks what became of it.
   * @throws TaskTaken as long as it is not done; SourceError where it never will be
   */
  async function completed(
    id: string,
    requestOf: () => Promise<{ readonly body: Readonly<Record<string, unknown>>; readonly values: readonly string[] }>,
  ): Promise<Status> {
    const status = await statusOf(id);
    if (status === null) {
      const { body, values } = await requestOf();
      throw new TaskTaken(system.id, id, 'it was sent the request, and does it later', await send(body, values));
    }
    return doneOr(status);
  }

  /** @throws TaskTaken where it waits yet; SourceError where it was cancelled */
  function doneOr(status: Status): Status {
    if (status.state === 'cancelled') throw cancelled();
    if (status.state === 'completed') return status;
    throw new TaskTaken(system.id, status.requestId, 'it has the request, and does it later', status.expectedAt);
  }

  return { domain, discovered, key, statusOf, completed, doneOr, results, close: client.close };
}

export type Processor = ReturnType<typeof processorOf>;

/** One piece of work with a processor. */
export async function withProcessor<T>(
  system: DataSystem,
  address: string,
  signal: AbortSignal,
  work: (processor: Processor) => Promise<T>,
): Promise<T> {
  const processor = processorOf(system, address, signal);
  try {
    return await work(processor);
  } finally {
    processor.close();
  }
}
