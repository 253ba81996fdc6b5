import { z } from 'zod';
import { choices } from '../fields/schema';
import { ALL_USES, usesNamed } from './objection';
import { isAsked } from '../wishes';
import type { FormContext, Question } from './question';

/** What was agreed to, as the data map has it, after all of it at once. */
export const consentsOffered = ({ controller }: Pick<FormContext, 'controller'>): readonly string[] => [
  ALL_USES,
  ...controller.uses.filter(({ basis }) => basis === 'consent').map(({ id }) => id),
];

const answers = {
  /** For which uses consent is taken back, by the ids of the data map's purposes, or `all` (Art. 7(3) GDPR). */
  consent: z.strictObject({ uses: z.array(z.string()).min(1, 'empty') }).optional(),
};

export const CONSENT_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('consents', answers),
  isAnswered: ({ answers: { consent } }) => consent !== undefined,
  page: (context) =>
    z
      .object({ consents: choices(consentsOffered(context)).refine((uses) => uses.length > 0, 'empty') })
      .transform(({ consents: uses }) => ({ consent: { uses: uses.includes(ALL_USES) ? [ALL_USES] : uses } })),
  summary: ({ answers: { consent }, controller }) =>
    consent ? [{ part: 'wanted', label: { key: 'consent.uses' }, value: usesNamed(consent.uses, controller) }] : [],
  deskFacts: ({ consent }, controller) =>
    consent ? [{ label: 'person.consentFor', value: usesNamed(consent.uses, controller, 'person.allConsents') }] : [],
};
