import type { IdentityMethod } from '../types';
import { type Carried, confirmedOf, type EventTable } from './event-table';

export type IdentityEvent =
  | ({ readonly type: 'EmailConfirmed' } & Carried<'ConfirmEmail'>)
  | { readonly type: 'IdentityAccepted'; readonly method: IdentityMethod }
  | ({ readonly type: 'RejectionProposed' } & Carried<'ProposeRejection'>)
  | ({ readonly type: 'RejectionReturned' } & Carried<'ReturnRejection'>)
  | { readonly type: 'IdentityRejected'; readonly grounds: readonly string[] }
  | ({ readonly type: 'IdentifierAdded' } & Carried<'AddIdentifier'>);

const ASSURANCE = {
  confirmedEmailOfAccount: 'substantial',
  confirmedEmail: 'low',
  knownToDesk: 'substantial',
  evidence: 'high',
} as const;

export const IDENTITY_EVENTS: EventTable<IdentityEvent> = {
  EmailConfirmed: {
    next: (_event, before) => (before === 'received' ? 'verifying' : null),
    log: ({ method }) => ({ kind: 'EmailConfirmed', data: { method } }),
  },
  IdentityAccepted: {
    next: (_event, _before, needs) => (needs.copy ? 'verified' : 'reviewing'),
    log: ({ method }) => ({ kind: 'IdentityAccepted', data: { method, assurance: ASSURANCE[method] } }),
  },
  RejectionProposed: {
    next: null,
    log: (event) => ({
      kind: 'RejectionProposed',
      data: { grounds: [...event.grounds], asked: event.unaskedBecause === null, ...confirmedOf(event) },
    }),
  },
  RejectionReturned: { next: null, log: ({ reason }) => ({ kind: 'RejectionReturned', data: { reason } }) },
  IdentityRejected: {
    next: 'closed',
    log: ({ grounds }) => ({
      kind: 'IdentityRejected',
      data: { reason: 'insufficientVerification', grounds: [...grounds] },
    }),
  },
  IdentifierAdded: {
    next: null,
    log: ({ identifierId, kind }) => ({ kind: 'IdentifierAdded', data: { identifierId, identifier: kind } }),
  },
};
