import 'server-only';
import { sameWish } from '@/lib/domain/case/carry-out';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, Effect, RightItem } from '@/lib/domain/case/types';
import type { DataMap } from '@/lib/domain/datamap/types';
import { endedPurposes, placesOfFact, systemsOf } from '@/lib/domain/effects/marks';
import { effectStepOf, type EffectStep } from '@/lib/domain/law/right-effects';
import type { RightId } from '@/lib/domain/law/types';
import { answersOf, type CaseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import type { Receipt } from '@/lib/domain/case/commands/transmission';
import { receiptSchema } from '@/lib/features/case-file/schema/effects';
import { effectPlan, supplementPlan } from '@/lib/features/cases/data/effect-plan';
import { controller } from '@/lib/platform/controllers/registry';

/** One system in which a right is carried out: what was read back of it, or why it did not take it. */
export type EffectView = {
  readonly id: string;
  readonly system: string;
  /** `supplement`: where the statement of the person is kept. `transmit`: another controller, to which the file goes. */
  readonly step: Effect['step'];
  /** What that controller answered; null before, and for anything else. */
  readonly receipt: Receipt | null;
  readonly state: Effect['state'];
  readonly byPerson: boolean;
  readonly found: number;
  readonly other: number;
  readonly failure: string | null;
  readonly confirmedAt: Date | null;
};

/** What can be done of a right in the systems, by name, and how far it is. */
export type EffectsOfRight = {
  /** `transmit`: the file goes to another controller. */
  readonly step: EffectStep | 'transmit';
  /** What it ends, in words. */
  readonly purposes: readonly string[];
  readonly systems: readonly string[];
  readonly byPerson: readonly string[];
  /** For a correction: the facts that the map knows the places of, each with the names of the systems. */
  readonly facts: readonly { readonly id: string; readonly title: string; readonly systems: readonly string[] }[];
  /** What the person wants to stand beside incomplete data, in their words, and where; null where they gave no such words or no law lets them. */
  readonly statement: {
    readonly text: string;
    readonly systems: readonly string[];
    readonly byPerson: readonly string[];
  } | null;
  readonly effects: readonly EffectView[];
};

const namesIn = (dataMap: DataMap, ids: readonly string[]): string[] =>
  dataMap.systems.filter(({ id }) => ids.includes(id)).map(({ name }) => name.en);

const factsIn = (dataMap: DataMap) =>
  Object.values(dataMap.facts).map(({ id, title }) => {
    const places = placesOfFact(id, dataMap).map(({ collection }) => collection.id);
    return { id, title: title.en, systems: namesIn(dataMap, systemsOf(places, dataMap)) };
  });

const placesIn = (dataMap: DataMap, plan: readonly { readonly systemId: string; readonly byPerson: boolean }[]) => {
  const named = (person: boolean) =>
    namesIn(
      dataMap,
      plan.filter(({ byPerson }) => byPerson === person).map(({ systemId }) => systemId),
    );
  return { systems: named(false), byPerson: named(true) };
};

function ofRight(
  right: RightId,
  step: EffectStep,
  dataMap: DataMap,
  identities: Parameters<typeof effectPlan>[2]['identities'],
) {
  const plan = effectPlan(right, null, { dataMap, identities });
  return {
    step,
    purposes: step === 'setPreference' ? endedPurposes(right, dataMap).map(({ title }) => title.en) : [],
    ...placesIn(dataMap, plan),
    facts: step === 'rectify' ? factsIn(dataMap) : [],
  };
}

/** A right that is done by sending a file: nothing is planned in systems. */
const SENDING: Omit<EffectsOfRight, 'effects'> = {
  step: 'transmit',
  purposes: [],
  systems: [],
  byPerson: [],
  facts: [],
  statement: null,
};

/** By right of the case; none for a right that ends otherwise than in systems, and once the case is forgotten. */
export async function loadEffects(
  row: CaseRow,
  current: Case,
  rules: CaseRules,
): Promise<ReadonlyMap<string, EffectsOfRight>> {
  const {
    dataMap,
    definition: { receivers },
  } = controller(row.controllerId);
  const rows = new Map(row.effects.map((one) => [one.id, one]));
  const { identities } = row.key?.wrappedKey ? await knownBy(row) : { identities: {} };
  const text = row.key?.wrappedKey ? (await answersOf(row)).correction?.statement : undefined;
  const statementOf = (item: RightItem): EffectsOfRight['statement'] =>
    text && sameWish(item, current.rights).some(rules.takesStatement)
      ? { text, ...placesIn(dataMap, supplementPlan(item.right, text, { dataMap, identities })) }
      : null;
  const views = (rightItemId: string): EffectView[] =>
    current.effects
      .filter((effect) => effect.rightItemId === rightItemId)
      .map(({ id, systemId, step, state, byPerson, collections }) => ({
        id,
        step,
        receipt: receiptSchema.nullable().parse(rows.get(id)?.receipt ?? null),
        system: namesIn(dataMap, [systemId])[0] ?? receivers.find((one) => one.id === systemId)?.name.en ?? systemId,
        state,
        byPerson,
        found: collections.reduce((sum, { found }) => sum + found, 0),
        other: collections.reduce((sum, { other }) => sum + other, 0),
        failure: rows.get(id)?.failure ?? null,
        confirmedAt: rows.get(id)?.confirmedAt ?? null,
      }));
  return new Map(
    current.rights.flatMap((item) => {
      const step = effectStepOf(item.right);
      const sent = views(item.id);
      if (step === null) return sent.length > 0 ? [[item.id, { ...SENDING, effects: sent }] as const] : [];
      const own = ofRight(item.right, step, dataMap, identities);
      return [[item.id, { ...own, statement: statementOf(item), effects: sent }] as const];
    }),
  );
}
