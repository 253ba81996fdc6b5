import type { LocalDate } from '../calendar/local-date';
import type { ControllerDefinition } from '../controller/types';
import { collectionsOf, purposesInUse } from '../datamap/build';
import type { DataMap, Purpose } from '../datamap/types';
import { type OfferedRight, rightsFor, type Situation } from '../law/rights';
import { LAW } from '../law/law';
import { type Practice, RIGHT_ASKING } from '../law/right-asking';
import {
  AGE_BANDS,
  type AgeBand,
  type Law,
  type Lookback,
  type Relation,
  RELATIONS_TO_CONTROLLER,
  type RightId,
  type RightRule,
} from '../law/types';
import { type DraftAnswers, FOR_WHOM, type ForWhom, RELATIONS } from './answers';
import { ELSEWHERE, otherCountries, placesOffered, UNTOLD } from './places';

const CAPACITY = { self: 'self', child: 'guardian', someoneElse: 'agent', deceased: 'heir' } as const satisfies Record<
  NonNullable<DraftAnswers['forWhom']>,
  Situation['capacity']
>;

/** The controller as the form needs it: who asks decides nothing here, its definition and its data map do. */
export type IntakeController = Pick<
  ControllerDefinition,
  'regimes' | 'establishment' | 'identifiers' | 'texts' | 'sellsData' | 'sharesForAdvertising' | 'receivers'
> & {
  /** What it uses people's data for. */
  readonly uses: readonly Purpose[];
  /** Whether it takes decisions from their data by machine alone, or does not say that it takes none. */
  readonly decidesByMachine: boolean;
};

/** The same from what its files say. */
export const intakeOf = (definition: ControllerDefinition, dataMap: DataMap): IntakeController => ({
  ...definition,
  uses: purposesInUse(dataMap),
  decidesByMachine: collectionsOf(dataMap).some(({ automatedDecision }) => automatedDecision !== 'none'),
});

// Nobody is offered to stop, or to allow, what is not done: Cal. Civ. Code 1798.135 asks no opt-out of whoever does not sell or share.
const DOES: Readonly<Record<Practice, (controller: IntakeController) => boolean>> = {
  saleOrSharing: ({ sellsData, sharesForAdvertising }) => sellsData || sharesForAdvertising,
  consent: ({ uses }) => uses.some(({ basis }) => basis === 'consent'),
  machineDecisions: ({ decidesByMachine }) => decidesByMachine,
};

function isMeaningful(right: RightId, controller: IntakeController): boolean {
  const practice = RIGHT_ASKING[right]?.presupposes;
  return practice === undefined || DOES[practice](controller);
}

/** How a right is written in answers: law and right, since several laws may give the same one. */
export const pairOf = ({ regime, right }: Pick<OfferedRight, 'regime' | 'right'>): string => `${regime}:${right}`;

const isUnder =
  (bound: AgeBand) =>
  (band: AgeBand): boolean =>
    AGE_BANDS.indexOf(band) < AGE_BANDS.indexOf(bound);

/** The ages that the person whose data it is can have, after what was said so far. */
export function agesOf({ forWhom, young }: DraftAnswers): readonly AgeBand[] {
  if (forWhom === 'child') return AGE_BANDS.filter(isUnder('adult'));
  return young ? AGE_BANDS.filter(isUnder('16to17')) : ['adult'];
}

/** An age that was said of somebody else is none. */
const ageOf = (answers: DraftAnswers): AgeBand | undefined => agesOf(answers).find((band) => band === answers.ageBand);

// Until it is asked, everything is shown that anybody could ask for: nobody is turned away by a question they have not seen.
const situationOf = (answers: DraftAnswers): Situation => {
  const residence = answers.residence ?? UNTOLD;
  return {
    residence: residence === ELSEWHERE || residence === UNTOLD ? 'unknown' : residence,
    relation: answers.relation ?? 'customer',
    ageBand: ageOf(answers) ?? agesOf(answers)[0] ?? 'adult',
    capacity: CAPACITY[answers.forWhom ?? 'self'],
  };
};

/** What this person can ask for, by what they have told so far. Before they tell where they live, the controller's own law is shown. */
export const offeredRights = (
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
  law: Law = LAW,
): readonly OfferedRight[] =>
  rightsFor(situationOf(answers), controller, on, law).filter(
    ({ right, rule }) =>
      isMeaningful(right, controller) &&
      (rule.asksFor !== 'california' || controller.texts.californiaStatement !== null),
  );

/** Whether one of the chosen rights brings this question. */
export const isBrought = (question: RightRule['asksFor'], { rights = [] }: DraftAnswers, law: Law = LAW): boolean =>
  law.some((regime) => regime.rights.some((rule) => rule.asksFor === question && rights.includes(pairOf(rule))));

/** Whether some of these answers would lead to other rights than the rest. */
function decides(variants: readonly DraftAnswers[], controller: IntakeController, on: LocalDate, law: Law): boolean {
  return new Set(variants.map((answers) => offeredRights(answers, controller, on, law).map(pairOf).join(' '))).size > 1;
}

/** The ages to choose from where the age matters: for whoever asks for a child, what the desk looks at; for a child, what the law gives. */
export function agesAsked(
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
  law: Law = LAW,
): readonly AgeBand[] {
  const ages = agesOf(answers);
  return answers.forWhom === 'child' ||
    decides(
      ages.map((ageBand) => ({ ...answers, ageBand })),
      controller,
      on,
      law,
    )
    ? ages
    : [];
}

/** What can tie the person to the controller, where that decides what they can ask for. */
export const relationsAsked = (
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
  law: Law = LAW,
): readonly Relation[] =>
  decides(
    RELATIONS_TO_CONTROLLER.map((relation) => ({ ...answers, relation })),
    controller,
    on,
    law,
  )
    ? RELATIONS_TO_CONTROLLER
    : [];

/** How far back the chosen rights reach, where the law lets the person say since when; null where nothing is to be asked. */
export const lookbackOf = (
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
  law: Law = LAW,
): Lookback | null =>
  offeredRights(answers, controller, on, law).find(
    (offered) => offered.rule.lookback && answers.rights?.includes(pairOf(offered)),
  )?.rule.lookback ?? null;

/** On what footing somebody can act for another there: an authorised agent is a figure of some laws alone (11 CCR 7063). */
export const relationsOffered = ({ forWhom, residence }: DraftAnswers, law: Law = LAW): readonly string[] => {
  const known = law.some(
    ({ agents, residences }) => agents !== null && residences.some((place) => place === residence),
  );
  return RELATIONS[forWhom ?? 'self'].filter((relation) => relation !== 'authorisedAgent' || known);
};

/** Whether the law gives anybody a right to the data of the dead here, wherever those lived: Recital 27 GDPR leaves it to the Member States. */
export function servesTheDead(controller: IntakeController, on: LocalDate, law: Law = LAW): boolean {
  const { country } = controller.establishment;
  const residences = [
    country,
    ...otherCountries(country),
    ...placesOffered(law).filter((place) => place !== 'own' && place !== 'eea'),
  ];
  return residences.some(
    (residence) => offeredRights({ forWhom: 'deceased', residence }, controller, on, law).length > 0,
  );
}

/** For whom somebody can ask here: the choices that lead to something that can be asked for. */
export const footingsOffered = (controller: IntakeController, on: LocalDate, law: Law = LAW): readonly ForWhom[] =>
  FOR_WHOM.filter((footing) => footing !== 'deceased' || servesTheDead(controller, on, law));
