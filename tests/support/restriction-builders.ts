import { localDate } from '@/lib/domain/calendar/local-date';
import type { RestrictionCommand } from '@/lib/domain/case/commands/restriction';
import type { CaseFacts, Lifting, RightItem } from '@/lib/domain/case/types';
import { anEffect, rightItem } from './effect-builders';
import { ALICE, BOB } from './people-of-cases';

/** A right by which the calls are restricted, because the person contests that they are accurate. */
export const restricted = (given: Partial<RightItem> = {}): RightItem =>
  rightItem({
    right: 'restriction',
    decision: { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE },
    approvedById: BOB,
    carriedOut: { on: localDate('2026-12-01'), systems: ['calls'], byId: ALICE },
    restrictedFor: 'accuracy',
    ...given,
  });

/** A lifting of which the person was told on 15 December. */
export const aLifting = (given: Partial<Lifting> = {}): Lifting => ({
  id: 'lifting-1',
  rightItemId: 'right-1',
  state: 'announced',
  why: 'accuracySettled',
  liftOn: localDate('2026-12-16'),
  toldOn: localDate('2026-12-15'),
  liftedAt: null,
  ...given,
});

export const RESTRICTION_EXAMPLES: {
  readonly [T in RestrictionCommand['type']]: Extract<RestrictionCommand, { type: T }>;
} = {
  RestrictMeanwhile: { type: 'RestrictMeanwhile', rightItemId: 'right-meanwhile', becauseOf: 'right-1' },
  NameRestrictionGround: { type: 'NameRestrictionGround', rightItemId: 'right-1', ground: 'claims' },
  AnnounceLifting: {
    type: 'AnnounceLifting',
    liftingId: 'lifting-1',
    noticeId: 'notice-5',
    why: 'accuracySettled',
    liftOn: localDate('2026-12-23'),
    facts: 'The address was compared with your letter, and is right now.',
  },
  CancelLifting: { type: 'CancelLifting' },
  BeginLifting: {
    type: 'BeginLifting',
    liftingId: 'lifting-1',
    tasks: [{ id: 'effect-2', systemId: 'calls', byPerson: false }],
  },
  RecordLifted: { type: 'RecordLifted', effectId: 'effect-2' },
};

/** What a case must hold besides for these to mean anything. */
export const RESTRICTION_MEANT_FOR: Readonly<Record<RestrictionCommand['type'], Partial<CaseFacts>>> = {
  RestrictMeanwhile: { rights: [rightItem({ right: 'objection' })] },
  NameRestrictionGround: { rights: [restricted()] },
  AnnounceLifting: { rights: [restricted()] },
  CancelLifting: { rights: [restricted()], lifting: aLifting() },
  BeginLifting: { rights: [restricted()], lifting: aLifting() },
  RecordLifted: {
    rights: [restricted()],
    lifting: aLifting({ state: 'lifting' }),
    effects: [anEffect({ id: 'effect-2', step: 'lift', state: 'waiting', byPerson: true })],
  },
};
