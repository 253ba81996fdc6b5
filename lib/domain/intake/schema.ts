import { z } from 'zod';
import { REGIME_IDS, RIGHT_IDS } from '../law/types';
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

const rightSchema = z.object({ regime: z.enum(REGIME_IDS), right: z.enum(RIGHT_IDS) });

/** A right as the answers have it, `<regime>:<right>`. @throws for one that the law does not have */
export function askedRight(pair: string): z.output<typeof rightSchema> {
  const [regime, right] = pair.split(':');
  return rightSchema.parse({ regime, right });
}
