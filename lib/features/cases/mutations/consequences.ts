import type { Notice } from '@/emails/notice';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Letter } from '@/lib/domain/letter/types';
import type { CaseRow } from '@/lib/features/case-file/data/case';
import { type CaseColumns, changeCase } from '@/lib/features/case-file/rows/case';
import { addMessage } from '@/lib/features/case-file/rows/messages';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import type { CaseKey } from '@/lib/platform/vault/case-key';

/** What an event meets: the case as it was before it, where rows are written; as it is after all of them, where a mail is. */
export type Situation = {
  readonly tx: Db;
  readonly row: CaseRow;
  readonly key: CaseKey;
  readonly actor: Actor;
  readonly at: Date;
  readonly rules: CaseRules;
};

/** A mail, the ids of the rights of which it says what was answered or done, and the letter that it belongs to. */
export type OwedMail = Notice & { readonly rights?: readonly string[]; readonly letter?: Letter };

/** What follows from one event besides the state of the case and the log. */
export type Consequences<E> = {
  /** The rows it changes; null where it shows in the state alone, or follows from what moves the clocks. */
  readonly rows: ((event: E, situation: Situation) => Promise<unknown>) | null;
  /** The mail that it owes the requester. */
  readonly mail: ((event: E, situation: Situation) => OwedMail | null | Promise<OwedMail | null>) | null;
};

/** One row for each event of a union. */
export type ConsequenceRows<E extends CaseEvent> = {
  readonly [T in E['type']]: Consequences<Extract<E, { readonly type: T }>>;
};

export const setCase = ({ tx, row }: Situation, columns: CaseColumns): Promise<void> => changeCase(tx, row.id, columns);

export const by = ({ actor, at }: Situation) => ({ staffId: actor.id, at });

/** Words of the desk to the requester, or for itself; the log has only the id. */
export const deskWrote = (
  { tx, row, key, actor, at }: Situation,
  author: 'desk' | 'note',
  body: string,
  id: string = newId(),
): Promise<void> => addMessage(tx, row.id, key, { id, author, staffId: actor.id, body, at });
