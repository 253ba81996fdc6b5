import type { ErasureEvent } from '@/lib/domain/case/commands/erasure';
import type { RestEvent } from '@/lib/domain/case/commands/rest-of-erasure';
import { erasureOf, stoppableUntil } from '@/lib/domain/case/erasing';
import { caseOf, localeOf } from '@/lib/features/case-file/data/case';
import {
  addErasure,
  recordErasureApproval,
  recordErasureFailure,
  recordErasureRetry,
  recordErasureStop,
  recordPlan,
  recordPlanFailure,
  recordProof,
  recordRestApproval,
  setErasure,
} from '@/lib/features/case-file/rows/erasures';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { suppress } from '@/lib/features/suppression/mutations';
import { longDate } from '@/lib/platform/i18n/dates';
import { by, type ConsequenceRows, type Situation } from './consequences';

/** What was erased is known again, keyed, when a restore or an import brings it back. */
export const suppressPerson = async ({ tx, row, rules, at }: Situation): Promise<void> =>
  suppress(tx, row.controllerId, (await knownBy(row, tx)).identities, rules.today(at.toISOString()));

export const ERASURE_CONSEQUENCES: ConsequenceRows<ErasureEvent | RestEvent> = {
  ErasurePlanAsked: {
    rows: (event, { tx, row, at }) => addErasure(tx, row.id, event, at),
    mail: null,
  },
  ErasurePlanned: { rows: (event, { tx, key }) => recordPlan(tx, key, event), mail: null },
  ErasurePlanFailed: { rows: (event, { tx }) => recordPlanFailure(tx, event), mail: null },
  ErasureApproved: {
    rows: (event, situation) => recordErasureApproval(situation.tx, event, by(situation)),
    mail: (_event, { row }) => {
      const erasure = erasureOf(caseOf(row));
      const until = erasure && stoppableUntil(erasure);
      return {
        kind: 'erasurePlanned',
        words: { until: until === null ? 'none' : longDate(until, localeOf(row.locale)) },
      };
    },
  },
  RestApproved: { rows: (event, { tx, at }) => recordRestApproval(tx, event, at), mail: null },
  ErasureCancelled: {
    rows: ({ erasureId }, { tx, at }) => setErasure(tx, erasureId, 'cancelled', at),
    mail: () => ({ kind: 'erasureCancelled', words: {} }),
  },
  ErasureStarted: { rows: ({ erasureId }, { tx, at }) => setErasure(tx, erasureId, 'running', at), mail: null },
  ErasureDelegated: { rows: ({ erasureId }, { tx, at }) => setErasure(tx, erasureId, 'handedOver', at), mail: null },
  // How far a system is, is kept by whoever erases: it has to be written before the system itself is told to keep it.
  SystemErased: { rows: null, mail: null },
  ErasureFailed: { rows: (event, { tx }) => recordErasureFailure(tx, event), mail: null },
  ErasureRetried: { rows: ({ erasureId }, { tx }) => recordErasureRetry(tx, erasureId), mail: null },
  ErasureStopped: { rows: (event, { tx, key }) => recordErasureStop(tx, key, event), mail: null },
  ErasureProved: {
    rows: async ({ erasureId }, situation) => {
      await recordProof(situation.tx, erasureId, situation.at);
      await suppressPerson(situation);
    },
    mail: (_event, { row }) => ({
      kind: 'erased',
      words: { left: (erasureOf(caseOf(row))?.left.length ?? 0) > 0 ? 'yes' : 'no' },
    }),
  },
};
