import type { AuditEventData } from '../../audit/schema';
import type { CaseCommand } from '../commands';
import type { CaseState } from '../types';

/** What a command carries, for an event that says the same. */
export type Carried<T extends CaseCommand['type']> = Omit<Extract<CaseCommand, { type: T }>, 'type'>;

/** What the rights of a case need on their way: knowing who asks, and a copy of the data. */
export type Needs = { readonly identity: boolean; readonly copy: boolean };

/** What follows from one event. */
export type Consequence<E> = {
  /** The state the case is in after it; null where it leaves it. */
  readonly next: CaseState | null | ((event: E, before: CaseState, needs: Needs) => CaseState | null);
  /**
   * What the log says of it: ids, counts and codes; nothing that a person wrote. Null where another event implies it.
   * @param recordsTotal records found so far
   */
  readonly log: ((event: E, recordsTotal: number) => AuditEventData) | null;
};

/** One row for each event of a union. */
export type EventTable<E extends { readonly type: string }> = {
  readonly [T in E['type']]: Consequence<Extract<E, { readonly type: T }>>;
};

/** What the law wants in an answer and the desk found there, where there is any. */
export const confirmedOf = ({ confirmed }: { readonly confirmed: readonly string[] }) =>
  confirmed.length > 0 ? { confirmed: [...confirmed] } : {};
