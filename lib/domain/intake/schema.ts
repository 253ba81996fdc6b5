import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '../calendar/local-date';
import { AGE_BANDS, RELATIONS_TO_CONTROLLER } from '../law/types';
import { LOCALES } from '../locale';
import { isAddress } from './address';
import { cleanLine, cleanProse } from './clean';

const line = (max: number) => z.string().overwrite(cleanLine).min(1, 'empty').max(max, 'tooLong');

const prose = (max: number) => z.string().overwrite(cleanProse).max(max, 'tooLong');

export const emailAnswer = line(254).refine(isAddress, 'notAnEmail');

export const nameAnswer = line(200);
export const identifierAnswer = line(200);
export const detailAnswer = prose(4000);

/** For whom the request is made. Everyone but the person themselves shows a mandate later. */
export const FOR_WHOM = ['self', 'child', 'someoneElse', 'deceased'] as const;

/** On what footing somebody acts for another; the desk asks to be shown the mandate. */
export const RELATIONS = {
  self: [],
  child: ['parent', 'guardian'],
  someoneElse: ['authorised', 'legalRepresentative', 'authorisedAgent'],
  deceased: ['heir', 'family', 'legalInterest'],
} as const satisfies Record<(typeof FOR_WHOM)[number], readonly string[]>;

const relation = z.enum(Object.values(RELATIONS).flat() as [string, ...string[]]);

/** What Cal. Civ. Code 1798.83 lets the controller ask for, in the words of its policy; the statement stands above the request. */
const californiaAnswer = z.strictObject({
  statement: prose(500),
  street: line(200),
  city: line(100),
  state: z.literal('CA'),
  zip: line(10),
  affirmed: z.literal(true),
});

const day = z.string().transform((text, context): LocalDate => {
  const on = parseLocalDate(text);
  if (on) return on;
  context.addIssue({ code: 'custom', message: 'notADate' });
  return z.NEVER;
});

export const PERIODS = ['recent', 'since', 'all'] as const;

/** For which time somebody wants to know: as far back as the law gives without asking, since a day, or everything that is held. */
const periodAnswer = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('recent') }),
  z.strictObject({ of: z.literal('since'), on: day }),
  z.strictObject({ of: z.literal('all') }),
]);

/** Everything the form asks, whole and checked: what a RightsRequest keeps, sealed. Messages are keys of the texts. */
export const submittedAnswersSchema = z.strictObject({
  locale: z.enum(LOCALES),
  forWhom: z.enum(FOR_WHOM),
  /** ISO 3166 country or `US-CA`; `ZZ` for elsewhere, `XX` for untold, both codes that ISO leaves to its users. */
  residence: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/, 'empty'),
  /** `<regime>:<right>` of lib/domain/law. */
  rights: z
    .array(z.string().regex(/^[A-Z_]+:[a-z_]+$/))
    .min(1, 'empty')
    .transform((pairs) => [...new Set(pairs)]),
  /** What the person wants to be done, in their words; by no means required. */
  details: detailAnswer,
  name: nameAnswer,
  email: emailAnswer,
  /** The requester's own, by kind as the controller's definition asks: phone, account name. Empty where they act for another. */
  identifiers: z.record(z.string(), identifierAnswer),
  /**
   * Whose data it is about, where the requester acts for another, and what that person can be found by. `name` and `email` above are
   * the requester's own, to write to.
   */
  subject: z
    .strictObject({ name: nameAnswer, relation, identifiers: z.record(z.string(), identifierAnswer).optional() })
    .optional(),
  /** That somebody who asks for themselves is under 16: they are spoken to in simpler words. */
  young: z.literal(true).optional(),
  /** Of the person whose data it is; asked only for a child, and of a child where the law has steps of age. */
  ageBand: z.enum(AGE_BANDS).optional(),
  /** What ties the person to the controller; asked only where that decides what they can ask for. */
  relation: z.enum(RELATIONS_TO_CONTROLLER).optional(),
  period: periodAnswer.optional(),
  california: californiaAnswer.optional(),
});

export type SubmittedAnswers = z.output<typeof submittedAnswersSchema>;
