import { localDate } from '@/lib/domain/calendar/local-date';
import type { ErasureCommand } from '@/lib/domain/case/commands/erasure';
import type { RestCommand } from '@/lib/domain/case/commands/rest-of-erasure';
import type { CaseFacts, ErasureWork, RightItem } from '@/lib/domain/case/types';
import { planDigest } from '@/lib/domain/erasure/plan';
import type { MadePlan } from '@/lib/domain/erasure/types';
import { byLocale } from '@/lib/domain/locale';
import { ALICE, BOB, SHA } from './people-of-cases';

const COUNTED = { erased: 3, blanked: 0, anonymised: 0, kept: 1, others: 0 };

/** Three calls go and one stays. */
export const MADE_PLAN: MadePlan = {
  plan: {
    asOf: localDate('2026-12-16'),
    regimes: ['GDPR'],
    systems: [
      {
        systemId: 'calls',
        by: 'product',
        order: [['calls.call']],
        schema: [],
        collections: [
          {
            collectionId: 'calls.call',
            title: byLocale((locale) => `Calls (${locale})`),
            fate: 'erase',
            facts: { collectionId: 'calls.call', fingerprint: SHA, keptUntil: null, undated: 0, ...COUNTED },
            reason: null,
            keep: null,
          },
        ],
      },
    ],
    problems: [],
  },
  erasures: [],
  facts: new Map(),
};

/** An erasure of the calls alone, planned and not agreed to. */
export const erasureWork = (given: Partial<ErasureWork> = {}): ErasureWork => ({
  id: 'erasure-1',
  state: 'planned',
  attempts: 1,
  askedById: ALICE,
  digest: planDigest(MADE_PLAN.plan),
  problems: 0,
  systems: ['calls'],
  left: [],
  held: false,
  erased: [],
  approved: null,
  ...given,
});

/** A right to have data erased that two people agreed to, and how far its erasure is. */
export const erasing = (given: Partial<ErasureWork> = {}): RightItem => ({
  id: 'right-1',
  regime: 'GDPR',
  right: 'erasure',
  decision: { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE },
  approvedById: BOB,
  stoppedAt: null,
  carriedOut: null,
  restrictedFor: null,
  erasure: erasureWork(given),
});

type Commands = ErasureCommand | RestCommand;

/** One lawful example of every command about an erasure. */
export const ERASURE_EXAMPLES: {
  readonly [T in Commands['type']]: Extract<Commands, { type: T }>;
} = {
  PlanErasure: { type: 'PlanErasure', erasureId: 'erasure-1' },
  ContinueErasure: { type: 'ContinueErasure', erasureId: 'erasure-2' },
  ApproveRest: { type: 'ApproveRest', digest: planDigest(MADE_PLAN.plan), approvedById: BOB },
  RecordErasurePlan: { type: 'RecordErasurePlan', erasureId: 'erasure-1', attempt: 1, made: MADE_PLAN },
  RecordErasurePlanFailure: {
    type: 'RecordErasurePlanFailure',
    erasureId: 'erasure-1',
    attempt: 1,
    reason: 'unreachable',
    retryAt: null,
  },
  ApproveErasure: {
    type: 'ApproveErasure',
    digest: planDigest(MADE_PLAN.plan),
    coolingOffDays: 0,
    noticeId: 'notice-3',
  },
  CancelErasure: { type: 'CancelErasure' },
  BeginErasure: { type: 'BeginErasure', erasureId: 'erasure-1' },
  RecordSystemErased: {
    type: 'RecordSystemErased',
    erasureId: 'erasure-1',
    systemId: 'calls',
    counts: { deleted: 3, blanked: 0, kept: 1 },
  },
  RecordErasureFailure: {
    type: 'RecordErasureFailure',
    erasureId: 'erasure-1',
    systemId: 'calls',
    reason: 'unreachable',
    retryAt: null,
  },
  RetryErasure: { type: 'RetryErasure', erasureId: 'erasure-1' },
  RecordErasureStopped: {
    type: 'RecordErasureStopped',
    erasureId: 'erasure-1',
    systemId: 'calls',
    kinds: ['more'],
    detail: ['calls.call: 4 records would change, 3 were agreed to'],
  },
  RecordErasureProved: {
    type: 'RecordErasureProved',
    erasureId: 'erasure-1',
    systems: [{ system: 'calls', deleted: 3, blanked: 0, kept: 1 }],
  },
};

/** What a case must hold besides for each of them to mean anything. */
export const ERASURE_MEANT_FOR: { readonly [T in Commands['type']]: Partial<CaseFacts> } = {
  PlanErasure: { rights: [{ ...erasing(), erasure: null }] },
  ContinueErasure: { rights: [erasing({ state: 'proved', held: true })] },
  ApproveRest: { rights: [erasing()] },
  RecordErasurePlan: { rights: [erasing({ state: 'planning', digest: null })] },
  RecordErasurePlanFailure: { rights: [erasing({ state: 'planning', digest: null })] },
  ApproveErasure: { rights: [erasing()] },
  CancelErasure: { rights: [erasing({ state: 'approved' })] },
  BeginErasure: { rights: [erasing({ state: 'approved' })] },
  RecordSystemErased: { rights: [erasing({ state: 'running' })] },
  RecordErasureFailure: { rights: [erasing({ state: 'running' })] },
  RetryErasure: { rights: [erasing({ state: 'unanswered' })] },
  RecordErasureStopped: { rights: [erasing({ state: 'running' })] },
  RecordErasureProved: { rights: [erasing({ state: 'running', erased: ['calls'] })] },
};
