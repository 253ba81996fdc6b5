import { Socket } from 'node:net';
import type { ClientConfig } from 'pg';

/** How long a process waits for its database, in milliseconds: to be let in, and for the next word of an answer. */
export type Patience = { readonly connect: number; readonly silence: number };

/** A person waits before a page. */
export const FOR_PAGES: Patience = { connect: 3_000, silence: 15_000 };

/** Nobody waits for a job or a command, and some statements of theirs go through a whole table. */
export const FOR_LONG_WORK: Patience = { connect: 10_000, silence: 600_000 };

let own = FOR_PAGES;

/** Said by a process that serves no pages, before its first query: its statements may take minutes. */
export const allowLongWork = (): void => {
  own = FOR_LONG_WORK;
};

export const ownPatience = (): Patience => own;

/**
 * Settings of a connection that does not wait for ever. The server ends a statement that takes too long. A server that is frozen or cut off
 * ends nothing: then the connection is torn down from this side, its queries fail, and a pool makes a new one. It is never used again,
 * because nobody knows how far its transaction came.
 */
export function bounded({
  connect,
  silence,
}: Patience): Pick<
  ClientConfig,
  'connectionTimeoutMillis' | 'statement_timeout' | 'idle_in_transaction_session_timeout'
> & { stream: () => Socket } {
  return {
    connectionTimeoutMillis: connect,
    statement_timeout: silence,
    idle_in_transaction_session_timeout: silence,
    // A pool closes what is idle for ten seconds: a connection that is silent for longer than that has a question open.
    stream: () => {
      const socket = new Socket();
      socket.setTimeout(silence, () => socket.destroy(new Error(`The database said nothing for ${silence} ms`)));
      return socket;
    },
  };
}
