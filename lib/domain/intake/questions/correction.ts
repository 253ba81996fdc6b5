import { z } from 'zod';
import { detailAnswer, field, written } from '../fields/schema';
import { isAsked } from '../wishes';
import type { Question } from './question';

const wrong = written(4000);

const answers = {
  /** Which of the data are wrong or missing, and what is right (Art. 16 GDPR; 11 CCR 7023); `right` is empty where they only have to go. */
  correction: z.strictObject({ wrong, right: detailAnswer }).optional(),
};

export const CORRECTION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('correction', answers),
  isAnswered: ({ answers: { correction } }) => correction !== undefined,
  page: () => z.object({ wrong: field(wrong), right: field(detailAnswer) }).transform((correction) => ({ correction })),
  summary: ({ answers: { correction } }) =>
    correction
      ? [
          { part: 'wanted', label: { key: 'correction.wrong' }, value: { prose: correction.wrong } },
          ...(correction.right
            ? [{ part: 'wanted', label: { key: 'correction.right' }, value: { prose: correction.right } } as const]
            : []),
        ]
      : [],
  deskFacts: ({ correction }) =>
    correction
      ? [
          { label: 'person.wrong', value: { prose: correction.wrong } },
          ...(correction.right ? [{ label: 'person.right', value: { prose: correction.right } }] : []),
        ]
      : [],
};
