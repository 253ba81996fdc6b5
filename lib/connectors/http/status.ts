import { SourceError } from '../port';

/** Statuses after which the same request may find the service in a better state. */
export const PASSING: ReadonlySet<number> = new Set([202, 408, 425, 429, 500, 502, 503, 504]);

/** Of these the service says itself that it has done nothing yet, or takes the same task again as the one it is. */
export const UNTOUCHED: ReadonlySet<number> = new Set([425, 429]);

/** Longest that a service may ask to be left alone within one piece of work; the queue comes back later then. */
const LONGEST_WAIT_SECONDS = 120;

/**
 * Milliseconds to wait before the next try: as the service says (RFC 9110, 10.2.3), else a second, two, four, and as much again by chance.
 * @returns null where it asks for longer than anybody waits
 */
export function waitBefore(
  attempt: number,
  retryAfter: string | undefined,
  now: number,
  chance: number,
): number | null {
  const told = retryAfter?.trim() ?? '';
  const asked = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now;
  if (Number.isNaN(asked)) return 500 * 2 ** attempt * (1 + chance);
  return asked > LONGEST_WAIT_SECONDS * 1000 ? null : Math.max(asked, 0);
}

/** What a status means that is no answer. @param shown the request without any value */
export function statusError(status: number, shown: string): SourceError {
  const said = `${shown} was answered with ${status}`;
  if (status === 401 || status === 403 || status === 407)
    return new SourceError('denied', `${said}: its login was refused, or may not ask this`);
  if (status === 404 || status === 410)
    return new SourceError(
      'badMap',
      `${said}: correct the path, or write "none: [${status}]" where that is how it says that it holds nothing`,
    );
  if (status === 202) return new SourceError('timeout', `${said}: it has taken the task, and is asked again later`);
  if (status === 429) return new SourceError('timeout', `${said}: it asks to be left alone; lower "perSecond"`);
  if (status === 408 || status === 504) return new SourceError('timeout', said);
  if (status >= 500) return new SourceError('unreachable', said);
  if (status >= 300 && status < 400)
    return new SourceError('badMap', `${said}: it leads elsewhere; write the address it leads to into the variable`);
  return new SourceError('badMap', `${said}: it does not take the request as the data map has it`);
}
