import { z } from 'zod';
import { code, codes, count, instant } from '../../audit/shapes/schema';
import { logged } from '../../audit/story';
import { type EffectStep, effectStepOf, type WrittenStep } from '../../law/right-effects';
import { ok, refuse } from '../../result';
import { awaitsDesk, sameWish } from '../carry-out';
import { lackingOfDoing, refuseLacking } from '../contents';
import type { DecideContext } from '../decide';
import type { CaseEvent } from '../events';
import { afterLift } from '../restriction';
import type { Case, Effect, RightItem } from '../types';
import { ADDING, type Carried, type CommandRows, confirmedOf, type EventRows, NOTING, RECORDING } from './rows';

/** What one collection holds now: how many records of the person, and how many of them were left as they were. */
export type EffectIn = {
  readonly collectionId: string;
  readonly found: number;
  readonly changed: number;
  readonly other: number;
};

/** A correction: which fact, what it says and what is right, and what shows it. Sealed when written. */
export type Correction = {
  readonly factId: string;
  readonly wrong: string;
  readonly right: string;
  readonly evidence: string;
};

type EffectTask = { readonly id: string; readonly systemId: string; readonly byPerson: boolean };

/** The person's own words that are to stand beside data which are incomplete, and where: Art. 16, second sentence, GDPR. Sealed when written. */
export type Supplement = { readonly text: string; readonly tasks: readonly EffectTask[] };

export type EffectCommand =
  /** Begins to carry a right out in these systems. `byPerson`: the map says that it stands there, and the product cannot write it. */
  | {
      readonly type: 'StartEffects';
      readonly rightItemId: string;
      readonly tasks: readonly EffectTask[];
      /** What the person reads once it is done; empty where the answer says it all. */
      readonly facts: string;
      readonly confirmed: readonly string[];
      readonly correction: Correction | null;
      readonly supplement: Supplement | null;
    }
  | {
      readonly type: 'RecordEffect';
      readonly effectId: string;
      readonly attempt: number;
      readonly collections: readonly EffectIn[];
    }
  | {
      readonly type: 'RecordEffectFailure';
      readonly effectId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  | { readonly type: 'RetryEffect'; readonly effectId: string };

type OfEffect = { readonly effectId: string; readonly right: string; readonly systemId: string };

export type EffectEvent =
  | ({
      readonly type: 'EffectsStarted';
      readonly right: string;
      readonly step: EffectStep;
    } & Carried<'StartEffects'>)
  | ({ readonly type: 'EffectConfirmed'; readonly step: WrittenStep } & OfEffect & Carried<'RecordEffect'>)
  | ({ readonly type: 'EffectFailed' } & OfEffect & Carried<'RecordEffectFailure'>)
  | ({ readonly type: 'EffectRetried' } & OfEffect);

const rightOf = (current: Case, rightItemId: string): RightItem | undefined =>
  current.rights.find(({ id }) => id === rightItemId);

/** The newest effects of a right: what was begun again stands in the place of what was begun before. */
export const effectsOf = (rightItemId: string, { effects }: Pick<Case, 'effects'>): readonly Effect[] =>
  effects.filter((effect) => effect.rightItemId === rightItemId && effect.step !== 'lift');

/** What the product has begun of a right and not ended. A file that its receiver did not take is a person's: it can go another way. */
export const effectsOpen = (rightItemId: string, current: Pick<Case, 'effects'>): boolean =>
  effectsOf(rightItemId, current).some(
    ({ state, byPerson, step }) => !byPerson && state !== 'answered' && !(step === 'transmit' && state === 'failed'),
  );

/** A restriction outlives its case, and so does what lifts it. */
export const openEffect = (current: Case, effectId: string): Effect | undefined =>
  current.effects.find(
    ({ id, state, byPerson, step }) =>
      id === effectId && !byPerson && state !== 'answered' && (step === 'lift' || current.state !== 'closed'),
  );

/** Once every system has confirmed it, the right is done, and nobody has to say so: unless a person sees to a part of it. */
function completed(
  current: Case,
  done: Effect,
  collections: readonly EffectIn[],
  { rules, at }: DecideContext,
): readonly CaseEvent[] {
  const item = rightOf(current, done.rightItemId);
  const others = effectsOf(done.rightItemId, current).filter(({ id }) => id !== done.id);
  const all = [...others, { ...done, collections }];
  const whole = all.every((effect) => effect.collections.every(({ other }) => other === 0));
  if (!item || !whole || standsNowhere(all) || others.some(({ state, byPerson }) => byPerson || state !== 'answered'))
    return [];
  const wish = sameWish(item, current.rights);
  if (rules.stopsAtOnce(item) !== null)
    return wish
      .filter((one) => one.stoppedAt === null && rules.stopsAtOnce(one) !== null)
      .map(({ id, right }) => ({ type: 'UseStopped', rightItemId: id, right }));
  const agreed = wish.filter((one) => awaitsDesk(one, rules));
  return agreed.map(({ id, right }) => ({
    type: 'RightCarriedOut',
    rightItemId: id,
    right,
    on: rules.today(at),
    systems: [...new Set([...others.map(({ systemId }) => systemId), done.systemId])],
    facts: null,
    confirmed: [],
    told: id === item.id ? agreed.map((one) => one.id) : [],
    byId: done.startedById,
  }));
}

/** A statement that no record of the person took stands beside nothing: somebody sees to it. */
function standsNowhere(effects: readonly Effect[]): boolean {
  const statements = effects.filter(({ step }) => step === 'supplement');
  return statements.length > 0 && statements.every(({ collections }) => collections.every(({ found }) => found === 0));
}

export const EFFECT_COMMANDS: CommandRows<EffectCommand> = {
  StartEffects: {
    ...ADDING,
    states: null,
    decide: (current, command, { rules, at }) => {
      const item = rightOf(current, command.rightItemId);
      if (!item) return refuse('unknownRight');
      if (current.state === 'closed') return refuse('wrongState');
      const step = effectStepOf(item.right);
      if (step === null) return refuse('nothingToCarryOut');
      if (rules.stopsAtOnce(item) === null) {
        if (item.carriedOut !== null) return refuse('alreadyDone');
        // What may be weighed is begun once it was weighed, and told once it is done.
        if (!awaitsDesk(item, rules)) return refuse('nothingToCarryOut');
        if (command.facts.trim() === '') return refuse('factsMissing');
        const missing = sameWish(item, current.rights)
          .filter((one) => awaitsDesk(one, rules))
          .flatMap((one) => lackingOfDoing(one, command.confirmed, rules, at));
        if (missing.length > 0) return refuseLacking('contentsMissing', missing);
      } else if (item.stoppedAt !== null) return refuse('alreadyDone');
      if (effectsOpen(item.id, current)) return refuse('sourceBusy');
      const { correction, supplement, tasks } = command;
      if (step === 'rectify') {
        if (correction === null ? supplement === null : !isWhole(correction)) return refuse('correctionMissing');
        if (supplement !== null && !sameWish(item, current.rights).some(rules.takesStatement))
          return refuse('nothingToCarryOut');
      }
      // A statement is kept by somebody where no system takes it; anything else that is all by hand needs no beginning.
      const begun = [...tasks, ...(supplement?.tasks ?? [])];
      if (!begun.some(({ byPerson }) => !byPerson) && !supplement?.tasks.length) return refuse('noSystems');
      return ok([{ ...command, type: 'EffectsStarted', right: item.right, step }]);
    },
  },
  /** A system has taken it once it has read it back; whatever another try than the newest says counts for nothing. */
  RecordEffect: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command, context) => {
      const effect = openEffect(current, command.effectId);
      if (!effect) return refuse('alreadyDone');
      if (effect.attempts !== command.attempt) return refuse('overtaken');
      const { step, systemId } = effect;
      // What a receiver answers is a record of its own.
      if (step === 'transmit') return refuse('overtaken');
      const right = rightOf(current, effect.rightItemId)?.right ?? '';
      return ok([
        { ...command, type: 'EffectConfirmed', right, systemId, step },
        ...(step === 'lift' ? afterLift(effect.id, current) : completed(current, effect, command.collections, context)),
      ]);
    },
  },
  RecordEffectFailure: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const effect = openEffect(current, command.effectId);
      if (!effect) return refuse('alreadyDone');
      const right = rightOf(current, effect.rightItemId)?.right ?? '';
      return effect.attempts === command.attempt
        ? ok([{ ...command, type: 'EffectFailed', right, systemId: effect.systemId }])
        : refuse('overtaken');
    },
  },
  RetryEffect: {
    ...NOTING,
    states: null,
    decide: (current, { effectId }) => {
      const effect = openEffect(current, effectId);
      if (!effect) return refuse('alreadyDone');
      const item = rightOf(current, effect.rightItemId);
      // Whoever was told that it went another way, or not at all, is not sent for once more.
      if (effect.step === 'transmit' && item?.carriedOut) return refuse('alreadyDone');
      const right = item?.right ?? '';
      return effect.state === 'failed'
        ? ok([{ type: 'EffectRetried', effectId, right, systemId: effect.systemId }])
        : refuse('sourceBusy');
    },
  },
};

const isWhole = (correction: Correction): boolean =>
  correction.factId !== '' &&
  correction.right.trim() !== '' &&
  correction.wrong.trim() !== '' &&
  correction.wrong !== correction.right;

/** What the log keeps of it, and how the story of a case tells it. */
export const EFFECT_KINDS = {
  // A right is being carried out in these systems by the product, and in others by a person.
  EffectsStarted: logged(
    z.strictObject({
      right: code,
      step: code,
      systems: codes,
      byPerson: codes,
      fact: code.optional(),
      statement: z.strictObject({ systems: codes, byPerson: codes }).optional(),
      confirmed: codes.optional(),
    }),
    {
      mark: 'started',
      values: ({ right, systems, byPerson, statement }, say) => ({
        right: say.t(`right.${right}`),
        systems: systems.length > 0 ? say.systems(systems) : 'none',
        byPerson: byPerson.length > 0 ? say.systems(byPerson) : 'none',
        statement: statement ? say.systems([...statement.systems, ...statement.byPerson]) : 'none',
      }),
    },
  ),
  // A system holds now what the right asks for, as it was read back: the person's records, those that were changed, those left as they were.
  EffectConfirmed: logged(
    z.strictObject({
      right: code,
      step: code,
      system: code,
      collections: z.array(z.strictObject({ collection: code, found: count, changed: count, other: count })).max(500),
    }),
    {
      mark: 'done',
      values: ({ right, step, system, collections }, say) => ({
        right: say.t(`right.${right}`),
        step,
        system: say.system(system),
        records: collections.reduce((sum, { found }) => sum + found, 0),
        other: collections.reduce((sum, { other }) => sum + other, 0),
      }),
    },
  ),
  // A system did not take it.
  EffectFailed: logged(
    z.strictObject({
      right: code,
      system: code,
      reason: code,
      attempt: count,
      retryAt: instant.optional(),
    }),
    {
      mark: 'warning',
      state: 'soon',
      values: ({ right, system, reason, retryAt }, say) => ({
        right: say.t(`right.${right}`),
        system: say.system(system),
        reason: say.t(`failure.${reason}`),
        again: retryAt ? 'yes' : 'no',
      }),
    },
  ),
  // It is asked again.
  EffectRetried: logged(z.strictObject({ right: code, system: code }), {
    mark: 'started',
    values: ({ right, system }, say) => ({ right: say.t(`right.${right}`), system: say.system(system) }),
  }),
};

const systemsBy = (tasks: readonly EffectTask[]) => ({
  systems: tasks.filter(({ byPerson }) => !byPerson).map(({ systemId }) => systemId),
  byPerson: tasks.filter(({ byPerson }) => byPerson).map(({ systemId }) => systemId),
});

export const EFFECT_EVENTS: EventRows<EffectEvent, typeof EFFECT_KINDS> = {
  EffectsStarted: {
    log: (event) => ({
      kind: 'EffectsStarted',
      data: {
        right: event.right,
        step: event.step,
        ...systemsBy(event.tasks),
        ...(event.supplement && { statement: systemsBy(event.supplement.tasks) }),
        ...(event.correction && { fact: event.correction.factId }),
        ...confirmedOf(event),
      },
    }),
  },
  EffectConfirmed: {
    log: ({ right, step, systemId, collections }) => ({
      kind: 'EffectConfirmed',
      data: {
        right,
        step,
        system: systemId,
        collections: collections.map(({ collectionId, found, changed, other }) => ({
          collection: collectionId,
          found,
          changed,
          other,
        })),
      },
    }),
  },
  EffectFailed: {
    log: ({ right, systemId, reason, attempt, retryAt }) => ({
      kind: 'EffectFailed',
      data: { right, system: systemId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  EffectRetried: { log: ({ right, systemId }) => ({ kind: 'EffectRetried', data: { right, system: systemId } }) },
};
