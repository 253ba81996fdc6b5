import 'server-only';
import { type Standing, standingOf, waitsForCopy } from '@/lib/domain/case/carry-out';
import { isCarried } from '@/lib/domain/case/contents';
import { type CaseClock, lastDayOf } from '@/lib/domain/case/due';
import { needsStop } from '@/lib/domain/case/next-steps';
import { meanwhileFor } from '@/lib/domain/case/restriction';
import { isDecidable, type Progress, progressOf } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, RightItem } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { reachedFrequency } from '@/lib/domain/law/frequency';
import { type Carrier, restsOn } from '@/lib/domain/law/carriers';
import { RESTRICTED_BY } from '@/lib/domain/law/restriction';
import { groundsOfOutcome, requirementsOn, rightRule } from '@/lib/domain/law/rights';
import { type DoneBy, RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { type Weighing, type WeighingKind, weighingOf } from '@/lib/domain/law/weighing';
import type { Fee, Frequency, Outcome, Requirement, ToTell } from '@/lib/domain/law/types';
import { rightFacts } from '@/lib/features/cases/data/story';
import { weighable } from '@/lib/domain/effects/marks';
import { weighingSchema } from '@/lib/features/case-file/schema/weighing';
import { controller } from '@/lib/platform/controllers/registry';
import type { EffectsOfRight } from './effects';
import type { StatementView } from './statements';
import { type CaseKey, openJson, openText } from '@/lib/platform/vault/case-key';

/** A lawful reason as the desk chooses it: what it says, where, and what must be put on file for it to hold. */
export type GroundChoice = {
  readonly id: string;
  readonly citation: string;
  readonly text: string;
  readonly mustShow: readonly string[];
  /** How it is weighed in writing, where it is. */
  readonly weighs: WeighingKind | null;
};

/** One right of a case, with how it was settled and how the law lets it be settled. */
export type RightView = {
  readonly id: string;
  readonly right: RightItem['right'];
  readonly regime: RightItem['regime'];
  readonly citation: string;
  readonly outcome: Outcome | null;
  readonly grounds: readonly GroundChoice[];
  /** In the desk's words, for the requester; kept as a draft when a decision is returned. */
  readonly facts: string;
  readonly decidedById: string | null;
  readonly approvedById: string | null;
  /** Since when its use has stopped; `due` while it must be stopped before anything else. */
  readonly stop: { readonly due: boolean; readonly stoppedAt: string | null };
  readonly standing: Standing;
  readonly progress: Progress;
  /** Nothing that it waits for before a decision is missing. */
  readonly decidable: boolean;
  /** Agreed, and not done before the copy is made. */
  readonly waitsForCopy: boolean;
  readonly doneBy: DoneBy;
  /** Whether whoever did it is named to the requester. */
  readonly byName: boolean;
  /** Whether a copy is handed over with it. */
  readonly copy: boolean;
  /** The last day to do and to answer this right; null where its law sets none. */
  readonly lastDayOn: LocalDate | null;
  /** What was done of it, as the requester reads it, where and when. */
  readonly carriedOut: (NonNullable<RightItem['carriedOut']> & { readonly facts: string }) | null;
  /** How often it was answered before, where the law lets the controller rest after that. */
  readonly reached: Frequency | null;
  /** How the law lets it end, each way with the grounds that can carry it. */
  readonly choices: readonly { readonly outcome: Outcome; readonly grounds: readonly GroundChoice[] }[];
  /** What the law asks for besides: what the desk checks, what answer and refusal must contain, and who is told. */
  readonly duties: RightDuties;
  /** What is weighed where a ground asks for it: the uses to choose among, and the draft; null where no ground of this right does. */
  readonly weighing: {
    readonly uses: readonly { readonly id: string; readonly title: string }[];
    readonly draft: Weighing | null;
  } | null;
  /** By what article the use may pause while it is looked into, where nobody has asked for that yet; null where it may not. */
  readonly meanwhile: string | null;
  /** What can be done of it in the systems, and how far that is; null for a right that ends otherwise. */
  readonly effects: EffectsOfRight | null;
  /** What it is answered with as a document; null for a right that no statement answers. */
  readonly statement: StatementView | null;
};

/** What must be in an answer. `asks`: nothing carries it by itself, so the desk confirms that its words do; `unstated`: the copy would, did the data map state it. */
export type Duty = Requirement & { readonly asks: boolean; readonly unstated: boolean };

export type RightDuties = {
  readonly checks: readonly Requirement[];
  readonly answerContains: readonly Duty[];
  readonly refusalContains: readonly Duty[];
  readonly fee: Fee;
  readonly tell: readonly ToTell[];
};

/** A right that an earlier request of the same person was answered on. */
export type AnsweredRight = { readonly regime: string; readonly right: string; readonly on: LocalDate };

/** These grounds as a person chooses among them, each once. */
export function groundChoices(
  rights: readonly Pick<RightItem, 'regime' | 'right'>[],
  ids: readonly string[],
  on: LocalDate,
): GroundChoice[] {
  const all = rights.flatMap(({ regime, right }) => [
    ...groundsOfOutcome(regime, right, 'refused', on),
    ...groundsOfOutcome(regime, right, 'notIdentifiable', on),
  ]);
  const known = new Map(all.map((ground) => [ground.id, ground]));
  return ids.flatMap((id) => {
    const ground = known.get(id);
    return ground
      ? [{ id, citation: ground.citation, text: ground.text, mustShow: ground.mustShow, weighs: weighingOf(id) }]
      : [];
  });
}

/** What a right is seen against: its case, the clocks, the law, and what was answered before. */
type Situation = {
  readonly current: Case;
  readonly clocks: readonly CaseClock[];
  readonly rules: CaseRules;
  readonly receivedOn: LocalDate;
  readonly now: string;
  readonly answered: readonly AnsweredRight[];
  readonly effects: ReadonlyMap<string, EffectsOfRight>;
  readonly statements: ReadonlyMap<string, StatementView>;
};

/** @param key null once the case is forgotten: then the words are gone, the outcomes stay. */
export async function loadRights(caseId: string, situation: Situation, key: CaseKey | null): Promise<RightView[]> {
  const rows = new Map((await rightFacts(caseId)).map((row) => [row.id, row]));
  const opened = (sealed: Uint8Array | null | undefined, label: string): string =>
    sealed && key ? openText(key, sealed, label) : '';
  return situation.current.rights.map((item) => {
    const row = rows.get(item.id);
    const carriedOut = item.carriedOut && {
      ...item.carriedOut,
      facts: opened(row?.sealedCarriedOut, `carriedOut:${item.id}`),
    };
    const view = viewOf(item, situation);
    const weighs = view.choices.some(({ grounds }) => grounds.some((ground) => ground.weighs !== null));
    return {
      ...view,
      weighing: weighs ? weighingView(item, row?.sealedWeighing, situation, key) : null,
      facts: opened(row?.sealedFacts, `facts:${item.id}`),
      carriedOut,
    };
  });
}

/** Grounds, facts, copy and the record of a stop are asked for by the decision itself. */
const WITH_THE_DECISION: readonly Carrier[] = ['outcome', 'grounds', 'facts', 'copy', 'stop'];

function dutiesOf(
  requirements: readonly Requirement[],
  item: RightItem,
  { current: { unstated, statable }, rules, now }: Situation,
): Duty[] {
  const stated = statable.includes(item.right) ? (['statement'] as const) : [];
  const carries = new Set<Carrier>([...WITH_THE_DECISION, ...stated, ...rules.ways(item, now)]);
  return requirementsOn(requirements, rules.today(now)).map((one) => ({
    ...one,
    asks: !isCarried({ right: item.right, carries, unstated }, one.id),
    unstated: restsOn(item.right, one.id).some((fact) => unstated.includes(fact)),
  }));
}

const meanwhileOf = (item: RightItem, current: Case, rules: CaseRules): string | null => {
  const pause = meanwhileFor(item, current, rules);
  return pause && RESTRICTED_BY[pause.ground];
};

function weighingView(
  { id, right }: RightItem,
  sealed: Uint8Array | null | undefined,
  { current }: Situation,
  key: CaseKey | null,
): RightView['weighing'] {
  const { dataMap } = controller(current.controllerId);
  return {
    uses: weighable(right, dataMap).map((purpose) => ({ id: purpose.id, title: purpose.title.en })),
    draft: sealed && key ? weighingSchema.parse(openJson(key, sealed, `weighing:${id}`)) : null,
  };
}

function viewOf(item: RightItem, situation: Situation): Omit<RightView, 'facts' | 'carriedOut' | 'weighing'> {
  const { current, clocks, rules, receivedOn: on, answered, effects, statements } = situation;
  const { id, right, regime, decision, approvedById, stoppedAt } = item;
  const answeredOn = answered
    .filter((before) => before.regime === regime && before.right === right)
    .map((before) => before.on);
  const rule = rightRule(regime, right, on);
  const { country } = controller(current.controllerId).definition.establishment;
  const choices = rules.outcomes(item).map((outcome) => ({
    outcome,
    grounds: groundsOfOutcome(regime, right, outcome, on, country).map(
      ({ id: groundId, citation, text, mustShow }) => ({
        id: groundId,
        citation,
        text,
        mustShow,
        weighs: weighingOf(groundId),
      }),
    ),
  }));
  return {
    id,
    right,
    regime,
    citation: rule?.citation ?? '',
    outcome: decision?.outcome ?? null,
    grounds:
      choices
        .find(({ outcome }) => outcome === decision?.outcome)
        ?.grounds.filter((ground) => decision?.grounds.includes(ground.id)) ?? [],
    decidedById: decision?.decidedById ?? null,
    approvedById,
    stop: { due: needsStop(item, rules), stoppedAt },
    meanwhile: meanwhileOf(item, current, rules),
    effects: effects.get(id) ?? null,
    statement: statements.get(id) ?? null,
    standing: standingOf(item, current, rules),
    progress: progressOf(item, current, rules),
    decidable: current.state !== 'closed' && isDecidable(item, current, rules),
    waitsForCopy: waitsForCopy(item, current, rules),
    doneBy: rules.doneBy(item),
    byName: RIGHT_DOING[right].byName ?? false,
    copy: rules.needsCopy(item),
    lastDayOn: lastDayOf(item, clocks),
    reached: rule && reachedFrequency(rule, on, answeredOn),
    choices,
    duties: {
      checks: rule?.checks ?? [],
      answerContains: dutiesOf(rule?.answerContains ?? [], item, situation),
      refusalContains: dutiesOf(rule?.refusable ? rule.refusalContains : [], item, situation),
      fee: rule?.fee ?? 'never',
      tell: rule?.tell ?? [],
    },
  };
}
