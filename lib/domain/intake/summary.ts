import { type LocalDate, localDate } from '../calendar/local-date';
import type { LocalText } from '../datamap/types';
import type { OfferedRight } from '../law/rights';
import type { IntakeController } from './offered';
import { type QuestionId, questionOf, QUESTIONS } from './questions';
import type { FormContext } from './questions/question';
import type { SubmittedAnswers } from './schema';

/** A text of ours by its key; values whose name is `on` or ends in `On` are days. */
export type Phrase = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/**
 * An answer as it is shown again: `written` in the person's words, one line or, as `prose`, several; `said` in our words, one sentence or
 * more; things `named` on the page; where they live; or a wish, by every right that gives it.
 */
export type SummaryValue =
  | { readonly written: string; readonly note?: Phrase | undefined }
  | { readonly prose: string }
  | { readonly said: readonly Phrase[] }
  | { readonly named: readonly Named[] }
  | { readonly residence: string }
  | { readonly rights: readonly [OfferedRight, ...OfferedRight[]]; readonly note?: Phrase | undefined };

/** One of several things to choose from: a text of ours, or what the data map calls it. */
export type Named = Phrase | { readonly text: LocalText | string };

/** To what an answer belongs: what is wanted, and why; the person whose data it is; what decides their law; whoever asks. */
export type SummaryPart = 'wanted' | 'ownWords' | 'subject' | 'situation' | 'requester';

export type SummaryLine = {
  readonly part: SummaryPart;
  /** A text, or the kind of an identifier, which the controller may call by a name of its own. */
  readonly label: Phrase | { readonly identifier: string };
  readonly value: SummaryValue;
};

/** A line and the page on which its answer is changed. */
export type SummaryRow = SummaryLine & { readonly question: QuestionId };

/** A fact for the desk: keys of its own texts. */
export type DeskFact = {
  readonly label: string;
  readonly value: Phrase | Extract<SummaryValue, { readonly prose: string } | { readonly named: unknown }>;
};

export type Summary = {
  readonly wanted: readonly SummaryRow[];
  /** Empty where somebody asks for themselves: what decides their law then stands with them. */
  readonly person: readonly SummaryRow[];
  readonly you: readonly SummaryRow[];
};

/** Everything that was answered to a question that concerns this person, in the order of the form within each part. */
export function summaryOf(context: FormContext): Summary {
  const rows = QUESTIONS.filter((question) => questionOf(question).concerns(context)).flatMap((question) =>
    questionOf(question)
      .summary(context)
      .map((line) => ({ ...line, question })),
  );
  const of = (...parts: SummaryPart[]): SummaryRow[] => rows.filter(({ part }) => parts.includes(part));
  const forOther = of('subject').length > 0;
  return {
    wanted: [...of('wanted'), ...of('ownWords')],
    person: forOther ? [...of('subject'), ...of('situation')] : [],
    you: forOther ? of('requester') : of('requester', 'situation'),
  };
}

/** What the form asked only because the law makes something of it, as the desk is told. */
export const deskFacts = (answers: SubmittedAnswers, controller: IntakeController): readonly DeskFact[] =>
  QUESTIONS.flatMap((question) => questionOf(question).deskFacts?.(answers, controller) ?? []);

/** Values of a text with its days in words. */
export const daysInWords = (values: Phrase['values'], inWords: (day: LocalDate) => string): Phrase['values'] =>
  values &&
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      /(^on|On)$/.test(name) ? inWords(localDate(String(value))) : value,
    ]),
  );
