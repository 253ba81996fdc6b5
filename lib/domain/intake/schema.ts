import { z } from 'zod';
import { LOCALES } from '../locale';
import { QUESTION_TABLE, type QuestionId } from './questions';

type AllOf<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

// Typed as what it is put together from: the answers of every question.
const ANSWERS = Object.assign({}, ...Object.values(QUESTION_TABLE).map(({ answers }) => answers)) as AllOf<
  (typeof QUESTION_TABLE)[QuestionId]['answers']
>;

/** Everything the form asks, whole and checked: what a RightsRequest keeps, sealed. Messages are keys of the texts. */
export const submittedAnswersSchema = z.strictObject({ locale: z.enum(LOCALES), ...ANSWERS });

export type SubmittedAnswers = z.output<typeof submittedAnswersSchema>;
