import { z } from 'zod';
import { asciiDigits, withoutUnseen } from '../clean';
import { field, line, prose, ticked } from '../fields/schema';
import { isBrought } from '../offered';
import type { Question } from './question';

const street = line(200);
const city = line(100);

function isCalifornian(text: string): boolean {
  const zip = /^(\d{5})(-\d{4})?$/.exec(text)?.[1];
  return zip !== undefined && zip >= '90001' && zip <= '96162';
}

/** A California ZIP code, 90001 to 96162, also with four more digits. */
export const zipAnswer = z
  .string()
  .overwrite((text) => asciiDigits(withoutUnseen(text)).replace(/[\p{Pd}\u2212]/u, '-'))
  .min(1, { error: 'empty', abort: true })
  .refine(isCalifornian, 'notCalifornianZip');

const answers = {
  /** What Cal. Civ. Code 1798.83 lets the controller ask for, in the words of its policy; the statement stands above the request. */
  california: z
    .strictObject({
      statement: prose(500),
      street,
      city,
      state: z.literal('CA'),
      zip: zipAnswer,
      affirmed: z.literal(true),
    })
    .optional(),
};

export const CALIFORNIA_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers, law }) => isBrought('california', answers, law),
  isAnswered: ({ answers: { california } }) => california !== undefined,
  page: ({ controller, locale }) =>
    z
      .object({
        street: field(street),
        city: field(city),
        zip: field(zipAnswer),
        affirmed: ticked.pipe(z.literal(true, 'empty')),
      })
      .transform(({ affirmed, ...address }) => ({
        // The statement is ours to place: a request without it need not be honoured, so it cannot be left out.
        california: {
          statement: controller.texts.californiaStatement?.[locale] ?? '',
          state: 'CA' as const,
          affirmed,
          ...address,
        },
      })),
  summary: ({ answers: { california } }) =>
    california
      ? [
          { part: 'requester', label: { key: 'california.statement' }, value: { written: california.statement } },
          {
            part: 'requester',
            label: { key: 'check.california' },
            value: { written: `${california.street}, ${california.city}, CA ${california.zip}` },
          },
        ]
      : [],
  // What a request under 1798.83 has to have, as it was given: the desk need not look the letter of the policy up.
  deskFacts: ({ california }) =>
    california
      ? [
          { label: 'person.california.statement', value: { prose: california.statement } },
          {
            label: 'person.california.address',
            value: { prose: `${california.street}\n${california.city}, ${california.state} ${california.zip}` },
          },
          { label: 'person.california.resident', value: { key: 'person.california.affirmed' } },
        ]
      : [],
};
