import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a page of this server answered to this server. */
export type OwnPage = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string };

// What a page depends on beside its address: who asks, in which language, and from where.
const PASSED_ON = ['cookie', 'accept-language', 'x-forwarded-for'] as const;

/**
 * Asks this server for a page as the same browser would.
 * @param url path and query
 * @param port at which this server itself is reached
 * @throws when there is no answer
 */
export async function ownPage(
  url: string,
  from: IncomingMessage['headers'],
  port: number,
  more: Readonly<Record<string, string>> = {},
): Promise<OwnPage> {
  const passed = PASSED_ON.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]] as const]));
  const headers = { ...Object.fromEntries(passed), ...more };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: url.split('#')[0], headers }, resolve).on('error', reject);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}
