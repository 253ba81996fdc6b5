import { type Carried, confirmedOf, type EventTable } from './event-table';

export type DecisionEvent =
  | ({
      readonly type: 'OutcomeDecided';
      readonly right: string;
      readonly confirmed: readonly string[];
      readonly despiteHidden: string | null;
    } & Omit<Carried<'DecideRight'>, 'confirmed' | 'despiteHidden'>)
  | { readonly type: 'DecisionRevoked'; readonly rightItemId: string; readonly right: string }
  | { readonly type: 'DecisionsCompleted' }
  | { readonly type: 'DecisionApproved'; readonly rights: readonly string[]; readonly bundle: boolean }
  | ({ readonly type: 'DecisionReturned'; readonly rights: readonly string[] } & Carried<'ReturnDecision'>)
  | { readonly type: 'UseStopped'; readonly rightItemId: string; readonly right: string }
  | ({ readonly type: 'RightCarriedOut'; readonly right: string } & Carried<'RecordCarriedOut'>);

export const DECISION_EVENTS: EventTable<DecisionEvent> = {
  OutcomeDecided: {
    next: null,
    log: (event) => ({
      kind: 'OutcomeDecided',
      data: {
        right: event.right,
        outcome: event.outcome,
        grounds: [...event.grounds],
        ...confirmedOf(event),
        ...(event.despiteHidden && { despiteHidden: true }),
      },
    }),
  },
  DecisionRevoked: { next: 'reviewing', log: ({ right }) => ({ kind: 'DecisionRevoked', data: { right } }) },
  // The last right that was decided implies it.
  DecisionsCompleted: { next: 'awaitingApproval', log: null },
  DecisionApproved: {
    next: ({ bundle }) => (bundle ? 'preparing' : 'ready'),
    log: ({ rights }) => ({ kind: 'DecisionApproved', data: { rights: [...rights] } }),
  },
  DecisionReturned: {
    next: 'reviewing',
    log: ({ rights, reason }) => ({ kind: 'DecisionReturned', data: { rights: [...rights], reason } }),
  },
  UseStopped: { next: null, log: ({ right }) => ({ kind: 'UseStopped', data: { right } }) },
  RightCarriedOut: {
    next: null,
    log: (event) => ({
      kind: 'RightCarriedOut',
      data: { right: event.right, on: event.on, systems: [...event.systems], ...confirmedOf(event) },
    }),
  },
};
