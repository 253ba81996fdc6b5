import { z } from 'zod';
import { code, codes, count, digest, erased, id, instant } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import { planDigest, planTotals } from '../../erasure/plan';
import type { EraseCounts, ErasureChangeKind, MadePlan } from '../../erasure/types';
import { ok, refuse } from '../../result';
import { isOwed } from '../carry-out';
import { erasureOf, erasureWaits } from '../erasing';
import type { CaseRules } from '../rules';
import type { Case, ErasureState, ErasureWork } from '../types';
import { ADDING, type Carried, type CommandRows, DECIDING, type EventRows, RECORDING } from './rows';

export type ErasureCommand =
  /** Has the systems looked through, also anew for one that was stopped, or whose records a restore brought back. */
  | { readonly type: 'PlanErasure'; readonly erasureId: string }
  | {
      readonly type: 'RecordErasurePlan';
      readonly erasureId: string;
      readonly attempt: number;
      readonly made: MadePlan;
    }
  /** `retryAt` null: the systems are not asked again by itself. */
  | {
      readonly type: 'RecordErasurePlanFailure';
      readonly erasureId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  /** Agrees to the plan of this digest and no other. `noticeId`: of the mail that tells the person, from which their days run. */
  | {
      readonly type: 'ApproveErasure';
      readonly digest: string;
      readonly coolingOffDays: number;
      readonly noticeId: string;
    }
  /** The person's own word, before anything has gone. */
  | { readonly type: 'CancelErasure' }
  | { readonly type: 'BeginErasure'; readonly erasureId: string }
  | {
      readonly type: 'RecordSystemErased';
      readonly erasureId: string;
      readonly systemId: string;
      readonly counts: EraseCounts;
    }
  /** `retryAt` null: it is not asked again by itself. */
  | {
      readonly type: 'RecordErasureFailure';
      readonly erasureId: string;
      readonly systemId: string;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  /** Asks a system again that was given up: somebody wants it, or the system has called back after all. */
  | { readonly type: 'RetryErasure'; readonly erasureId: string }
  /** A system is not what was approved: nothing more is erased there. `detail` says what changed, for the desk alone. */
  | {
      readonly type: 'RecordErasureStopped';
      readonly erasureId: string;
      readonly systemId: string;
      readonly kinds: readonly ErasureChangeKind[];
      readonly detail: readonly string[];
    }
  | { readonly type: 'RecordErasureProved'; readonly erasureId: string; readonly systems: readonly ErasedSystem[] };

type ErasedSystem = EraseCounts & { readonly system: string };

export type ErasureEvent =
  | {
      readonly type: 'ErasurePlanAsked';
      readonly erasureId: string;
      readonly askedById: string;
      /** The erasure of which it is the rest. */
      readonly continuesId: string | null;
    }
  | {
      readonly type: 'ErasurePlanned';
      readonly erasureId: string;
      readonly digest: string;
      readonly systems: readonly string[];
      readonly left: readonly string[];
      readonly counts: EraseCounts;
      readonly made: MadePlan;
    }
  | ({ readonly type: 'ErasurePlanFailed' } & Carried<'RecordErasurePlanFailure'>)
  | ({ readonly type: 'ErasureApproved'; readonly erasureId: string } & Carried<'ApproveErasure'>)
  | { readonly type: 'ErasureCancelled'; readonly erasureId: string }
  | { readonly type: 'ErasureStarted'; readonly erasureId: string; readonly systems: readonly string[] }
  /** Its time to be stopped is over, and all of it is a person's to do. */
  | { readonly type: 'ErasureDelegated'; readonly erasureId: string; readonly systems: readonly string[] }
  | ({ readonly type: 'SystemErased' } & Carried<'RecordSystemErased'>)
  | ({ readonly type: 'ErasureFailed' } & Carried<'RecordErasureFailure'>)
  | ({ readonly type: 'ErasureRetried' } & Carried<'RetryErasure'>)
  | ({ readonly type: 'ErasureStopped' } & Carried<'RecordErasureStopped'>)
  | ({ readonly type: 'ErasureProved' } & Carried<'RecordErasureProved'>);

const REPLACEABLE: readonly ErasureState[] = ['unplanned', 'planned', 'unanswered', 'stopped', 'dropped'];

const isAsked = (current: Case, rules: CaseRules): boolean =>
  current.rights.some((item) => rules.doneBy(item) === 'erasing' && isOwed(item, rules));

/** The erasure of this id, as long as it is in one of these states and its case goes on. */
function ownWork(current: Case, erasureId: string, states: readonly ErasureState[]): ErasureWork | null {
  const erasure = erasureOf(current);
  return current.state !== 'closed' && erasure?.id === erasureId && states.includes(erasure.state) ? erasure : null;
}

export const ERASURE_COMMANDS: CommandRows<ErasureCommand> = {
  PlanErasure: {
    ...ADDING,
    states: null,
    decide: (current, { erasureId }, { rules, actor }) => {
      if (current.state === 'closed') return refuse('wrongState');
      const before = erasureOf(current);
      const cameBack = before?.state === 'proved' && !isAsked(current, rules);
      if (!isAsked(current, rules) && !cameBack) return refuse('nothingToErase');
      return before === null || cameBack || REPLACEABLE.includes(before.state)
        ? ok([{ type: 'ErasurePlanAsked', erasureId, askedById: actor.id, continuesId: null }])
        : refuse('alreadyDone');
    },
  },
  RecordErasurePlan: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, { erasureId, attempt, made }) => {
      if (ownWork(current, erasureId, ['planning'])?.attempts !== attempt) return refuse('overtaken');
      const by = (who: 'product' | 'person') =>
        made.plan.systems
          .filter((system) => system.by === who && system.collections.some(({ fate }) => fate !== 'shared'))
          .map(({ systemId }) => systemId);
      return ok([
        {
          type: 'ErasurePlanned',
          erasureId,
          digest: planDigest(made.plan),
          systems: by('product'),
          left: by('person'),
          counts: planTotals(made.plan),
          made,
        },
      ]);
    },
  },
  RecordErasurePlanFailure: {
    ...RECORDING,
    states: null,
    decide: (current, command) =>
      ownWork(current, command.erasureId, ['planning'])?.attempts === command.attempt
        ? ok([{ ...command, type: 'ErasurePlanFailed' }])
        : refuse('overtaken'),
  },
  /** Four eyes on the very records: whoever asked for the plan does not agree to it. */
  ApproveErasure: {
    ...DECIDING,
    states: null,
    decide: (current, command, { actor, rules }) => {
      const erasure = erasureOf(current);
      if (current.state === 'closed' || erasure?.state !== 'planned' || !isAsked(current, rules))
        return refuse('wrongState');
      if (erasure.digest !== command.digest) return refuse('otherPlan');
      if (erasure.problems > 0) return refuse('planHasProblems', String(erasure.problems));
      return erasure.askedById === actor.id
        ? refuse('secondPersonNeeded')
        : ok([{ ...command, type: 'ErasureApproved', erasureId: erasure.id }]);
    },
  },
  CancelErasure: {
    by: ['requester'],
    additive: true,
    quiet: false,
    states: null,
    decide: (current) => {
      const erasure = erasureOf(current);
      if (current.state === 'closed' || erasure === null) return refuse('nothingToErase');
      return erasure.state === 'approved'
        ? ok([{ type: 'ErasureCancelled', erasureId: erasure.id }])
        : refuse('alreadyBegun');
    },
  },
  BeginErasure: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, { erasureId }, { rules, at }) => {
      const erasure = ownWork(current, erasureId, ['approved']);
      if (!erasure || !isAsked(current, rules)) return refuse('overtaken');
      if (erasureWaits(current, erasure, rules, at).length > 0) return refuse('tooSoon');
      return erasure.systems.length > 0
        ? ok([{ type: 'ErasureStarted', erasureId, systems: erasure.systems }])
        : ok([{ type: 'ErasureDelegated', erasureId, systems: erasure.left }]);
    },
  },
  RecordSystemErased: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const erasure = ownWork(current, command.erasureId, ['running']);
      if (!erasure) return refuse('overtaken');
      return erasure.erased.includes(command.systemId)
        ? refuse('alreadyDone')
        : ok([{ ...command, type: 'SystemErased' }]);
    },
  },
  RecordErasureFailure: {
    ...RECORDING,
    states: null,
    decide: (current, command) =>
      ownWork(current, command.erasureId, ['running'])
        ? ok([{ ...command, type: 'ErasureFailed' }])
        : refuse('overtaken'),
  },
  RetryErasure: {
    ...ADDING,
    by: ['staff', 'system'],
    states: null,
    decide: (current, command) =>
      ownWork(current, command.erasureId, ['unanswered'])
        ? ok([{ ...command, type: 'ErasureRetried' }])
        : refuse('overtaken'),
  },
  RecordErasureStopped: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command) =>
      ownWork(current, command.erasureId, ['running'])
        ? ok([{ ...command, type: 'ErasureStopped' }])
        : refuse('overtaken'),
  },
  /** Only a search over every system of the plan proves it. */
  RecordErasureProved: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command) => {
      const erasure = ownWork(current, command.erasureId, ['running']);
      if (!erasure) return refuse('overtaken');
      const missing = erasure.systems.find(
        (id) => !erasure.erased.includes(id) || !command.systems.some(({ system }) => system === id),
      );
      return missing === undefined ? ok([{ ...command, type: 'ErasureProved' }]) : refuse('countsDiffer', missing);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const ERASURE_KINDS = {
  // The desk had the systems looked through for what an erasure would change.
  ErasurePlanAsked: logged(z.strictObject({ erasureId: id }), { mark: 'assigned', values: noValues }),
  // Nothing holds any more what an erasure had kept: it goes on by itself.
  ErasureContinued: logged(z.strictObject({ erasureId: id, continues: id }), { mark: 'started', values: noValues }),
  // That was found; so many records would go, be blanked or stay. `left`: systems in which a person erases.
  ErasurePlanned: logged(
    z.strictObject({
      erasureId: id,
      plan: digest,
      systems: codes,
      left: codes,
      problems: count,
      ...erased,
    }),
    {
      mark: 'check',
      values: ({ deleted, blanked, kept, uncounted = 0, problems, left }) => ({
        deleted,
        blanked,
        kept,
        uncounted,
        problems,
        left: left.length,
      }),
    },
  ),
  // A system could not be looked through.
  ErasurePlanFailed: logged(
    z.strictObject({ erasureId: id, reason: code, attempt: count, retryAt: instant.optional() }),
    { mark: 'warning', state: 'soon', values: ({ reason }, say) => ({ reason: say.t(`failure.${reason}`) }) },
  ),
  // A second person agreed to this plan, and the requester is told that they can stop it for so many days.
  ErasureApproved: logged(z.strictObject({ erasureId: id, plan: digest, coolingOffDays: count, noticeId: id }), {
    mark: 'done',
    values: ({ coolingOffDays }) => ({ days: coolingOffDays }),
  }),
  // The requester stopped it.
  ErasureCancelled: logged(z.strictObject({ erasureId: id }), { mark: 'takenBack', values: noValues }),
  // It cannot be stopped any more, and people erase in all of its systems.
  ErasureDelegated: logged(z.strictObject({ erasureId: id, systems: codes }), {
    mark: 'assigned',
    values: ({ systems }, say) => ({ systems: say.systems(systems) }),
  }),
  // One system was erased in one transaction, and searched again before that ended; or says by its signature that it has erased, and counts nothing.
  SystemErased: logged(z.strictObject({ erasureId: id, system: code, ...erased }), {
    mark: 'erased',
    values: ({ system, deleted, blanked, kept, uncounted = 0 }, say) => ({
      system: say.system(system),
      deleted,
      blanked,
      kept,
      uncounted,
    }),
  }),
  // A system did not answer while it was erased from: nothing was changed there, unless it has no transactions. Without `retryAt` a person asks again.
  ErasureFailed: logged(z.strictObject({ erasureId: id, system: code, reason: code, retryAt: instant.optional() }), {
    mark: 'warning',
    state: 'soon',
    values: ({ system, reason }, say) => ({ system: say.system(system), reason: say.t(`failure.${reason}`) }),
  }),
  // A system that had been given up is asked again for what two people agreed to.
  ErasureRetried: logged(z.strictObject({ erasureId: id }), { mark: 'started', values: noValues }),
  // A system was not what had been agreed to: nothing more is erased there, and the desk plans anew.
  ErasureStopped: logged(z.strictObject({ erasureId: id, system: code, changes: codes }), {
    mark: 'warning',
    state: 'soon',
    values: ({ system }, say) => ({ system: say.system(system) }),
  }),
  // An erasure that two people agreed to was begun in these systems.
  ErasureStarted: logged(z.strictObject({ systems: codes }), {
    mark: 'erased',
    values: ({ systems }, say) => ({ systems: say.systems(systems) }),
  }),
  // Each of them was searched again, or says it by its signature where nobody can look, and holds nothing of it but what stays.
  ErasureProved: logged(
    z.strictObject({
      systems: z.array(z.strictObject({ system: code, ...erased })).max(200),
    }),
    {
      mark: 'erased',
      values: ({ systems }) => ({
        deleted: systems.reduce((sum, { deleted }) => sum + deleted, 0),
        blanked: systems.reduce((sum, { blanked }) => sum + blanked, 0),
        kept: systems.reduce((sum, { kept }) => sum + kept, 0),
        uncounted: systems.reduce((sum, { uncounted = 0 }) => sum + uncounted, 0),
      }),
    },
  ),
};

export const ERASURE_EVENTS: EventRows<ErasureEvent, typeof ERASURE_KINDS> = {
  ErasurePlanAsked: {
    log: ({ erasureId, continuesId }) =>
      continuesId === null
        ? { kind: 'ErasurePlanAsked', data: { erasureId } }
        : { kind: 'ErasureContinued', data: { erasureId, continues: continuesId } },
  },
  ErasurePlanned: {
    log: ({ erasureId, digest, systems, left, counts, made }) => ({
      kind: 'ErasurePlanned',
      data: {
        erasureId,
        plan: digest,
        systems: [...systems],
        left: [...left],
        problems: made.plan.problems.length,
        ...counts,
      },
    }),
  },
  ErasurePlanFailed: {
    log: ({ erasureId, reason, attempt, retryAt }) => ({
      kind: 'ErasurePlanFailed',
      data: { erasureId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  ErasureApproved: {
    log: ({ erasureId, digest, coolingOffDays, noticeId }) => ({
      kind: 'ErasureApproved',
      data: { erasureId, plan: digest, coolingOffDays, noticeId },
    }),
  },
  ErasureCancelled: { log: ({ erasureId }) => ({ kind: 'ErasureCancelled', data: { erasureId } }) },
  ErasureStarted: { log: ({ systems }) => ({ kind: 'ErasureStarted', data: { systems: [...systems] } }) },
  ErasureDelegated: {
    log: ({ erasureId, systems }) => ({ kind: 'ErasureDelegated', data: { erasureId, systems: [...systems] } }),
  },
  SystemErased: {
    log: ({ erasureId, systemId, counts }) => ({
      kind: 'SystemErased',
      data: { erasureId, system: systemId, ...counts },
    }),
  },
  ErasureFailed: {
    log: ({ erasureId, systemId, reason, retryAt }) => ({
      kind: 'ErasureFailed',
      data: { erasureId, system: systemId, reason, ...(retryAt && { retryAt }) },
    }),
  },
  ErasureRetried: { log: ({ erasureId }) => ({ kind: 'ErasureRetried', data: { erasureId } }) },
  ErasureStopped: {
    log: ({ erasureId, systemId, kinds }) => ({
      kind: 'ErasureStopped',
      data: { erasureId, system: systemId, changes: [...kinds] },
    }),
  },
  ErasureProved: {
    log: ({ systems }) => ({ kind: 'ErasureProved', data: { systems: systems.map((one) => ({ ...one })) } }),
  },
};
