import { z } from 'zod';
import { FOR_WHOM } from '../answers';
import { choice, ticked } from '../fields/schema';
import { footingsOffered } from '../offered';
import type { Question } from './question';

const answers = {
  forWhom: z.enum(FOR_WHOM),
  /** That somebody who asks for themselves is under 16: they are spoken to in simpler words. */
  young: z.literal(true).optional(),
};

export const FOR_WHOM_QUESTION: Question<typeof answers> = {
  answers,
  concerns: () => true,
  isAnswered: ({ answers: { forWhom }, controller, on, law }) =>
    footingsOffered(controller, on, law).some((footing) => footing === forWhom),
  page: ({ controller, on, law }) =>
    z
      .object({ forWhom: choice(footingsOffered(controller, on, law)), young: ticked })
      .transform(({ forWhom, young }) => ({ forWhom, young: forWhom === 'self' && young ? true : undefined })),
  // Another footing is another person: what was said of the first does not pass to the second.
  clears: (given, before) => (given.forWhom === before.forWhom ? [] : ['subject', 'ageBand', 'identifiers']),
  sends: ({ forWhom, young }) => ({ forWhom, young: forWhom === 'self' ? young : undefined }),
  summary: ({ answers: { forWhom, young } }) =>
    forWhom
      ? [
          {
            part: 'requester',
            label: { key: 'check.forWhom' },
            value: { said: [{ key: `forWhom.${forWhom}.label` }, ...(young ? [{ key: 'forWhom.self.young' }] : [])] },
          },
        ]
      : [],
};
