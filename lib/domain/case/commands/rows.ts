import type { KindRows, LoggedAs } from '../../audit/story';
import type { Actor } from '../actor';
import type { CaseCommand } from '../commands';
import type { DecideContext, Decision } from '../decide';
import type { Case, CaseState } from '../types';

/** Who may give a command, and how it stands to what others did since the case was shown. */
export type CommandKind = {
  /** Kinds of actors that may give it at all; what a person's role allows is asked before. */
  readonly by: readonly Actor['kind'][];
  /** Lawful whatever has changed since: it adds something, and `decide` itself sees the one thing that it could contradict. */
  readonly additive: boolean;
  /** Leaves everything that a person decides on as it was, so that a form opened before it still means the same. A new state never does. */
  readonly quiet: boolean;
};

/** A person weighs something: what they saw must still be so. */
export const DECIDING = { by: ['staff'], additive: false, quiet: false } as const;
export const ADDING = { by: ['staff'], additive: true, quiet: false } as const;
export const NOTING = { by: ['staff'], additive: true, quiet: true } as const;
/** A part of the product reports what it did. */
export const RECORDING = { by: ['system'], additive: true, quiet: true } as const;

/** What a case answers to one command. */
export type CommandRow<C> = CommandKind & {
  /** The states in which it is lawful: elsewhere it is refused as `wrongState`. Null where `decide` has more to say than that. */
  readonly states: readonly CaseState[] | null;
  readonly decide: (current: Case, command: C, context: DecideContext) => Decision;
};

/** One row for each command of a union. */
export type CommandRows<C extends { readonly type: string }> = {
  readonly [T in C['type']]: CommandRow<Extract<C, { readonly type: T }>>;
};

/** What a command carries, for an event that says the same. */
export type Carried<T extends CaseCommand['type']> = Omit<Extract<CaseCommand, { type: T }>, 'type'>;

/** What somebody writes to the requester, or notes: sealed under the id of its message. */
export type Written = { readonly messageId: string; readonly body: string };

/** What follows from one event. */
export type EventRow<E, K extends KindRows> = {
  /**
   * What the log says of it: ids, counts and codes; nothing that a person wrote. Null where another event implies it.
   * @param recordsTotal records found so far
   */
  readonly log: ((event: E, recordsTotal: number) => LoggedAs<K>) | null;
};

/** One row for each event of a union; `K`: the kinds of the log that its subject has. */
export type EventRows<E extends { readonly type: string }, K extends KindRows> = {
  readonly [T in E['type']]: EventRow<Extract<E, { readonly type: T }>, K>;
};

/** What the law wants in an answer and the desk found there, where there is any. */
export const confirmedOf = ({ confirmed }: { readonly confirmed: readonly string[] }) =>
  confirmed.length > 0 ? { confirmed: [...confirmed] } : {};
