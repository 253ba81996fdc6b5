import { z } from 'zod';
import { AGE_BANDS } from '../../law/types';
import { choice } from '../fields/schema';
import { agesAsked } from '../offered';
import type { Question } from './question';

const answers = {
  /** Of the person whose data it is; asked only for a child, and of a child where the law has steps of age. */
  ageBand: z.enum(AGE_BANDS).optional(),
};

export const AGE_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers, controller, on, law }) => agesAsked(answers, controller, on, law).length > 0,
  isAnswered: ({ answers, controller, on, law }) =>
    agesAsked(answers, controller, on, law).some((band) => band === answers.ageBand),
  page: ({ answers, controller, on, law }) => z.object({ ageBand: choice(agesAsked(answers, controller, on, law)) }),
  summary: ({ answers: { ageBand } }) =>
    ageBand
      ? [{ part: 'situation', label: { key: 'check.age' }, value: { said: [{ key: `age.band.${ageBand}` }] } }]
      : [],
  deskFacts: ({ ageBand, young }) =>
    (ageBand ?? young) ? [{ label: 'person.age', value: { key: `person.ageBand.${ageBand ?? 'young'}` } }] : [],
};
