import type { ClosedHow, OpenState, ReopenReason } from '../types';
import type { Carried, EventTable } from './event-table';

export type EndingEvent =
  | { readonly type: 'CaseClosed'; readonly how: ClosedHow }
  | ({ readonly type: 'CaseWithdrawn' } & Carried<'WithdrawRequest'>)
  | { readonly type: 'CaseReopened'; readonly reason: ReopenReason; readonly to: OpenState };

export const ENDING_EVENTS: EventTable<EndingEvent> = {
  CaseClosed: { next: 'closed', log: ({ how }) => ({ kind: 'CaseClosed', data: { reason: how } }) },
  CaseWithdrawn: {
    next: 'closed',
    log: ({ told }) => ({ kind: 'CaseWithdrawn', data: told === null ? {} : { way: told.way, on: told.on } }),
  },
  CaseReopened: { next: ({ to }) => to, log: ({ reason }) => ({ kind: 'CaseReopened', data: { reason } }) },
};
