import { z } from 'zod';
import { RELATIONS_TO_CONTROLLER } from '../../law/types';
import { choice } from '../fields/schema';
import { relationsAsked } from '../offered';
import type { Question } from './question';

const answers = {
  /** What ties the person to the controller; asked only where that decides what they can ask for. */
  relation: z.enum(RELATIONS_TO_CONTROLLER).optional(),
};

export const RELATION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers, controller, on, law }) => relationsAsked(answers, controller, on, law).length > 0,
  isAnswered: ({ answers: { relation } }) => relation !== undefined,
  page: ({ answers, controller, on, law }) =>
    z
      .object({ connection: choice(relationsAsked(answers, controller, on, law)) })
      .transform(({ connection }) => ({ relation: connection })),
  summary: ({ answers: { relation } }) =>
    relation
      ? [
          {
            part: 'situation',
            label: { key: 'check.connection' },
            value: { said: [{ key: `connection.${relation}` }] },
          },
        ]
      : [],
  deskFacts: ({ relation }) =>
    relation ? [{ label: 'person.relation', value: { key: `person.relationTo.${relation}` } }] : [],
};
