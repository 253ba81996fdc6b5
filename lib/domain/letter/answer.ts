import type { LocalDate } from '../calendar/local-date';
import { type Carrier, carrierOf, restsOn } from '../law/carriers';
import { isGranting } from '../law/rights';
import type { DoneBy } from '../law/right-doing';
import type { Outcome, Requirement, RightId } from '../law/types';
import type { Weighing, WeighingKind } from '../law/weighing';
import type { Locale } from '../locale';
import type { MapFact } from '../datamap/types';
import { describeShortDate, type Say } from '../wording';
import { type Carried, type Letter, type LetterPart, TEMPLATES } from './types';

/** A right as its answer tells it: each member is what a row records, or what is about to be recorded. */
export type AnsweredRight = {
  readonly id: string;
  readonly right: RightId;
  readonly outcome: Outcome;
  readonly doneBy: DoneBy;
  /** A copy is handed over with this letter. */
  readonly copy: boolean;
  /** A signed document made from the data map answers it. */
  readonly statement: boolean;
  /** Its reasons in words with their articles. */
  readonly grounds: readonly string[];
  /** What was weighed, where a ground asks for it: the uses by name, what speaks for them and for the person, and why the former weighs more. */
  readonly weighing:
    (Omit<Weighing, 'purposeIds'> & { readonly kind: WeighingKind; readonly uses: readonly string[] }) | null;
  /** In the desk's words. */
  readonly facts: string;
  readonly confirmed: readonly string[];
  readonly stoppedOn: LocalDate | null;
  readonly carriedOut: boolean;
  /** Agreed, and not done before the copy is made. */
  readonly waitsForCopy: boolean;
  readonly lastDayOn: LocalDate | null;
  /** What the law wants in the answer with this outcome on the day of the letter. */
  readonly owed: readonly Requirement[];
  /** To whom its law lets the person turn. */
  readonly ways: readonly Carrier[];
};

export type AnswerFacts = {
  readonly reference: string;
  readonly controller: { readonly name: string; readonly legalName: string; readonly contact: string };
  readonly person: string;
  readonly receivedOn: LocalDate;
  readonly on: LocalDate;
  /** What is answered, in the order of the case. */
  readonly rights: readonly AnsweredRight[];
  /** Whether other rights were asked for, and whether some of them are still open. */
  readonly others: 'none' | 'answered' | 'open';
  /** How long the copy can be fetched, in days. */
  readonly bundleDays: number;
  /** What is hidden in the copy, a sentence for each ground. */
  readonly hidden: readonly string[];
  /** That nothing is held, by what was searched, and what else could be given; empty where something is. */
  readonly nothing: string;
  readonly unstated: readonly MapFact[];
  /** What is open to somebody who disagrees, with the address of each authority. */
  readonly remedies: readonly string[];
};

/** How a letter speaks one language. */
export type LetterWords = {
  readonly locale: Locale;
  readonly letter: Say;
  readonly law: Say;
  readonly list: (texts: readonly string[]) => string;
};

/** The letter that answers these rights, with what the law wants in it filled from the case: Art. 12(3), (4) GDPR and the other laws. Pure. */
export function answerLetter(facts: AnswerFacts, words: LetterWords): Letter {
  const { rights, reference, controller, on } = facts;
  const { letter: t } = words;
  return {
    kind: 'answer',
    template: TEMPLATES.answer,
    locale: words.locale,
    reference,
    controller: controller.name,
    copy: rights.some(({ copy }) => copy),
    on,
    parts: [
      part('greeting', 'case', [t('greeting', { name: facts.person })]),
      part('opening', 'case', opening(facts, words), { mailed: true }),
      ...rights.flatMap((right, at) => partsOf(right, at, facts, words)),
      part('hidden', 'law', rights.some(({ copy }) => copy) ? facts.hidden : [], { mailed: true }),
      part('remedies', 'law', facts.remedies, {
        heading: t('remedies'),
        carries: rights.flatMap((right) => carriedAt(right, (carrier) => right.ways.includes(carrier), facts)),
      }),
      part('closing', 'case', [
        `${controller.legalName}
${controller.contact}`,
      ]),
    ].filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

/** What the law wants in the answer and no part of the letter has; what the desk confirmed to ask nothing here is not missing. */
export const missingFrom = (
  { parts }: Pick<Letter, 'parts'>,
  rights: readonly Pick<AnsweredRight, 'id' | 'owed' | 'confirmed'>[],
): readonly Requirement[] =>
  rights.flatMap((right) =>
    right.owed.filter(
      ({ id, citation }) =>
        !right.confirmed.includes(id) &&
        !parts.some(
          (one) =>
            (one.right === right.id || one.right === null) &&
            one.carries.some((carried) => carried.id === id && carried.citation === citation),
        ),
    ),
  );

const part = (
  id: string,
  source: LetterPart['source'],
  paragraphs: readonly string[],
  more: Partial<LetterPart> = {},
): LetterPart => ({ id, source, paragraphs, right: null, heading: null, carries: [], mailed: false, ...more });

/** That nothing is held comes before anything else: Art. 15(1) GDPR owes that confirmation first. */
function opening(
  { rights, reference, receivedOn, others, nothing }: AnswerFacts,
  { letter: t, law, list }: LetterWords,
) {
  const names = list(rights.map(({ right }) => law(`right.${right}.plain`)));
  return [
    ...(nothing === '' ? [] : [nothing]),
    t('answer.opening', { reference, date: describeShortDate(receivedOn, law) }),
    ...(others === 'none' ? [] : [t('answer.part', { part: names, rest: others })]),
  ];
}

function partsOf(right: AnsweredRight, at: number, facts: AnswerFacts, words: LetterWords): LetterPart[] {
  const { letter: t, law } = words;
  const heading = t('answer.heading', {
    no: facts.rights.length > 1 ? String(at + 1) : 'none',
    right: law(`right.${right.right}.plain`),
    outcome: t(`answer.verdict.${right.outcome}`),
  });
  const own = { right: right.id };
  return [
    part('outcome', 'law', [outcomeOf(right, facts, words)].flat(), {
      ...own,
      heading,
      // A refusal is read on the page: its mail may be opened by somebody else.
      mailed: isGranting(right.outcome) || right.outcome === 'noData',
      carries: carriedAt(right, (carrier) => isInOutcome(carrier, right), facts),
    }),
    part('grounds', 'law', reasonsOf(right, words), {
      ...own,
      carries: carriedAt(right, (carrier) => carrier === 'grounds' && right.grounds.length > 0, facts),
    }),
    part('weighing', 'law', weighingLines(right, words), {
      ...own,
      carries: carriedAt(right, (carrier) => carrier === 'facts' && right.weighing !== null, facts),
    }),
    part('words', 'desk', right.facts.trim() === '' ? [] : right.facts.trim().split(/\n{2,}/u), {
      ...own,
      carries: right.owed
        .filter(({ id }) => right.confirmed.includes(id) || carrierOf(right.right, id) === 'facts')
        .map(({ id, citation }) => ({ id, citation })),
    }),
  ];
}

const reasonsOf = ({ outcome, grounds }: AnsweredRight, { letter: t }: LetterWords): readonly string[] =>
  outcome === 'partlyGranted' && grounds.length > 0 ? [t('answer.reasons'), ...grounds] : grounds;

/** Why a use goes on: the frame is the law's, what stands in it the desk found for this person. */
function weighingLines({ weighing }: AnsweredRight, { letter: t, list }: LetterWords): readonly string[] {
  if (weighing === null) return [];
  const { kind, uses, ours, theirs, why } = weighing;
  return [
    t('answer.weighing.uses', { uses: list(uses) }),
    t(`answer.weighing.ours.${kind}`, { text: ours.trim() }),
    ...(theirs.trim() === '' ? [] : [t('answer.weighing.theirs', { text: theirs.trim() })]),
    t(`answer.weighing.why.${kind}`, { text: why.trim() }),
  ];
}

/** What becomes of a right, in sentences that each say what a row records. */
function outcomeOf(right: AnsweredRight, facts: AnswerFacts, { letter: t, law }: LetterWords): string[] {
  const { outcome, doneBy } = right;
  if (!isGranting(outcome)) return [t(`answer.${outcome}`)];
  const some = outcome === 'partlyGranted' ? 'yes' : 'no';
  const what = law(`right.${right.right}.plain`);
  // A last day that is over is no promise.
  const by = right.lastDayOn === null || right.lastDayOn < facts.on ? 'none' : describeShortDate(right.lastDayOn, law);
  const promised = { what, by, some, waits: right.waitsForCopy ? 'yes' : 'no' };
  return [
    ...(right.copy ? [t('answer.copy', { some, days: facts.bundleDays })] : []),
    ...(doneBy === 'answer' ? [t(right.statement ? 'answer.statement' : 'answer.told', { some })] : []),
    ...(doneBy === 'stop'
      ? [
          right.stoppedOn === null
            ? t('answer.agreed', promised)
            : t('answer.stopped', { what, date: describeShortDate(right.stoppedOn, law) }),
        ]
      : []),
    ...(doneBy === 'erasing' ? [t('answer.erasing', promised)] : []),
    ...(doneBy === 'desk' && !right.carriedOut ? [t('answer.agreed', promised)] : []),
  ];
}

function isInOutcome(carrier: Carrier, { copy, stoppedOn, statement }: AnsweredRight): boolean {
  if (carrier === 'copy') return copy;
  if (carrier === 'statement') return statement;
  return carrier === 'stop' ? stoppedOn !== null : carrier === 'outcome';
}

/** Of what a right's answer owes, what stands in a place by itself; the copy does not carry what the data map leaves out. */
const carriedAt = (right: AnsweredRight, isHere: (carrier: Carrier) => boolean, { unstated }: AnswerFacts): Carried[] =>
  right.owed
    .filter(({ id }) => {
      const carrier = carrierOf(right.right, id);
      if (!isHere(carrier)) return false;
      return carrier !== 'copy' || !restsOn(right.right, id).some((fact) => unstated.includes(fact));
    })
    .map(({ id, citation }) => ({ id, citation }));
