import type { z } from 'zod';
import type { LocalDate } from '../../calendar/local-date';
import type { Law } from '../../law/types';
import type { Locale } from '../../locale';
import type { DraftAnswers } from '../answers';
import type { IntakeController } from '../offered';
import type { SubmittedAnswers } from '../schema';
import type { DeskFact, SummaryLine } from '../summary';

/** Where somebody is in the form: what they have said so far, to which controller, on which day. */
export type FormContext = {
  readonly answers: DraftAnswers;
  readonly controller: IntakeController;
  /** The day by whose law the rights are offered. */
  readonly on: LocalDate;
  /** Every law there is, where that is not the one we ship. */
  readonly law?: Law;
};

export type PageContext = FormContext & {
  readonly locale: Locale;
  /** Whether our mail server is known to take ASCII alone before the @ of an address. */
  readonly asciiMail?: boolean;
  /** Whether the browser sends the Global Privacy Control: `Sec-GPC: 1`. */
  readonly optOutSignal?: boolean;
};

/** One question of the form: everything about it but its page and its words. */
export type Question<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  /** Its answers as a request keeps them, each by the schema with which the page checks it too. */
  readonly answers: Shape;
  /** Whether it is asked: derived from the law wherever the law decides, so that nobody is asked in vain. */
  readonly concerns: (context: FormContext) => boolean;
  /** Whether what is kept answers it still: other answers may have changed what there is to choose from. */
  readonly isAnswered: (context: FormContext) => boolean;
  /** The fields of its page, by what that page offers here, and the answers that they give. */
  readonly page: (context: PageContext) => z.ZodType<DraftAnswers>;
  /** Answers to other questions that no longer hold once this one is answered otherwise. */
  readonly clears?: (given: DraftAnswers, before: DraftAnswers) => readonly (keyof DraftAnswers)[];
  /** Its answers as they are sent, where that is not what is kept. */
  readonly sends?: (answers: DraftAnswers) => DraftAnswers;
  /** Its answers as they are shown before they are sent. */
  readonly summary: (context: FormContext) => readonly SummaryLine[];
  /** What the desk is told of it among the facts about the person; the rights and the people have places of their own there. */
  readonly deskFacts?: (answers: SubmittedAnswers, controller: IntakeController) => readonly DeskFact[];
};
