import { z } from 'zod';
import { detailAnswer, field, written } from '../fields/schema';
import { isAsked, maySupplement } from '../wishes';
import type { Question } from './question';

const wrong = written(4000);

const answers = {
  /**
   * Which of the data are wrong or missing, and what is right (Art. 16 GDPR; 11 CCR 7023); `right` is empty where they only have to go. `statement`: the
   * person's own words, to stand beside data that are incomplete.
   */
  correction: z.strictObject({ wrong, right: detailAnswer, statement: written(4000).optional() }).optional(),
};

export const CORRECTION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('correction', answers),
  isAnswered: ({ answers: { correction } }) => correction !== undefined,
  page: ({ answers, law }) =>
    z
      .object({
        wrong: field(wrong),
        right: field(detailAnswer),
        // Where no law lets it stand beside the data, nothing is asked for, and whatever is sent is none.
        statement: maySupplement(answers, law) ? field(detailAnswer) : z.unknown().transform(() => ''),
      })
      .transform(({ statement, ...correction }) => ({
        correction: { ...correction, ...(statement && { statement }) },
      })),
  summary: ({ answers: { correction } }) =>
    correction
      ? [
          { part: 'wanted', label: { key: 'correction.wrong' }, value: { prose: correction.wrong } },
          ...(['right', 'statement'] as const).flatMap((name) =>
            correction[name]
              ? [{ part: 'wanted', label: { key: `correction.${name}` }, value: { prose: correction[name] } } as const]
              : [],
          ),
        ]
      : [],
  deskFacts: ({ correction }) =>
    correction
      ? [
          { label: 'person.wrong', value: { prose: correction.wrong } },
          ...(['right', 'statement'] as const).flatMap((name) =>
            correction[name] ? [{ label: `person.${name}`, value: { prose: correction[name] } }] : [],
          ),
        ]
      : [],
};
