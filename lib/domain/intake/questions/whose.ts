import { z } from 'zod';
import { asksForSelf, RELATIONS } from '../answers';
import { choice, field, identifiersAnswer, nameAnswer } from '../fields/schema';
import { relationsOffered } from '../offered';
import type { Question } from './question';

const MANDATES: readonly string[] = Object.values(RELATIONS).flat();

const answers = {
  /**
   * Whose data it is about, where the requester acts for another, and what that person can be found by. `name` and `email` are the
   * requester's own, to write to.
   */
  subject: z
    .strictObject({
      name: nameAnswer,
      relation: z.enum(MANDATES),
      identifiers: identifiersAnswer.optional(),
    })
    .optional(),
};

export const WHOSE_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => !asksForSelf(answers),
  // California's own footing is none elsewhere (11 CCR 7063).
  isAnswered: ({ answers, law }) =>
    relationsOffered(answers, law).some((relation) => relation === answers.subject?.relation),
  page: ({ answers: before, law }) =>
    z
      .object({ subjectName: field(nameAnswer), relation: choice(relationsOffered(before, law)) })
      .transform(({ subjectName: name, relation }) => ({
        // Another name is another person: by what the first was to be found, the second is not.
        subject: {
          name,
          relation,
          identifiers: name === before.subject?.name ? before.subject.identifiers : undefined,
        },
      })),
  summary: ({ answers: { subject } }) =>
    subject
      ? [
          { part: 'subject', label: { key: 'check.subject' }, value: { written: subject.name } },
          {
            part: 'subject',
            label: { key: 'check.relation' },
            value: { said: [{ key: `relation.${subject.relation}` }] },
          },
        ]
      : [],
};
