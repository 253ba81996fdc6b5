import { clockEventsOf, type CaseRow, toldEventsOf } from './case';

/** Ids of messages that nobody may read yet: of more time the person learns with the notice that takes it (ADR 007). */
export function heldBackMessages(row: Pick<CaseRow, 'clockEvents' | 'notices'>): (string | undefined)[] {
  if (clockEventsOf(row).some(({ type }) => type === 'deadlineExtended')) return [];
  return toldEventsOf(row)
    .filter(({ type }) => type === 'deadlineExtended')
    .map(({ messageId }) => messageId);
}
