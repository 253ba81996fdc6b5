import type { LocalDate } from '../calendar/local-date';
import type { Locale } from '../locale';

/**
 * What a letter is about: it answers rights, says that something agreed was done, asks, takes more time, says that a restriction will end, or that
 * nothing is answered, since nobody showed whose the data are.
 */
export const LETTER_KINDS = ['answer', 'done', 'question', 'moreTime', 'lifting', 'notShown'] as const;

export type LetterKind = (typeof LETTER_KINDS)[number];

/** The wording of each kind, by number: kept with every letter, so that what was said on a day can be told from what is said now. */
export const TEMPLATES: Readonly<Record<LetterKind, string>> = {
  answer: 'answer-2',
  done: 'done-2',
  question: 'question-1',
  moreTime: 'more-time-1',
  lifting: 'lifting-1',
  notShown: 'not-shown-1',
};

/** Who wrote a part. `law`: its law requires it, and it is filled from the case. `case`: filled from the case. `desk`: the desk's own sentences. */
export const PART_SOURCES = ['law', 'case', 'desk'] as const;

export type PartSource = (typeof PART_SOURCES)[number];

/** What the law wants in a letter and has in this part. */
export type Carried = { readonly id: string; readonly citation: string };

export type LetterPart = {
  readonly id: string;
  /** Id of the right in the case that it is about; null for what is about all of them. */
  readonly right: string | null;
  readonly source: PartSource;
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly carries: readonly Carried[];
  /** Whether the mail says it too: nothing that the person said of themselves, and no reason, leaves by mail (design: no personal data in mail). */
  readonly mailed: boolean;
};

/** One letter in one language: the page, the mail and the PDF are drawn from it, and none of them adds a sentence. */
export type Letter = {
  readonly kind: LetterKind;
  readonly template: string;
  readonly locale: Locale;
  readonly reference: string;
  readonly controller: string;
  /** Whether a copy goes with it. */
  readonly copy: boolean;
  /** The day it is dated, at the controller's place. */
  readonly on: LocalDate;
  readonly parts: readonly LetterPart[];
};

/** What of a letter its mail says. */
export const mailedText = ({ parts }: Letter): string =>
  parts
    .filter(({ mailed }) => mailed)
    .flatMap(({ paragraphs }) => paragraphs)
    .join('\n\n');
