import { z } from 'zod';
import { textSchema } from '../datamap/schema';
import { REGIME_IDS, RIGHT_IDS } from '../law/types';
import { LOCALES } from '../locale';

const sentence = z.string().trim().min(1, { error: 'is empty' });

const regime = z.enum(REGIME_IDS);
const right = z.enum(RIGHT_IDS);

const isTimezone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const country = z.string().regex(/^[A-Z]{2}$/, { error: 'must be a country code of two capitals, for example LU' });
const email = z.email({ error: 'must be an e-mail address' });
const url = z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' });

const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: 'must be a language code of small letters, for example en' });

const contactSchema = z.strictObject({
  name: textSchema,
  address: sentence.optional(),
  email: email.optional(),
  phone: sentence.optional(),
  url: url.optional(),
});

const identifierSchema = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9_]*$/, { error: 'must begin with a small letter and hold only letters, digits and "_"' }),
  label: textSchema.optional(),
  hint: textSchema.optional(),
  hintOfAnother: textSchema.optional(),
  required: z.boolean().default(false),
});

/** One controller.yaml. Its folder's name is its `id`, which is also the first part of its addresses. */
export const controllerFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, {
    error: 'must be 2 to 31 small letters, digits or hyphens and begin with a letter',
  }),
  name: sentence,
  legalName: sentence,
  establishment: z.strictObject({ country, address: sentence.optional() }),
  group: z.array(sentence).default([]),
  timezone: z
    .string()
    .refine(isTimezone, { error: 'must be a time zone of the IANA list, for example Europe/Luxembourg' }),
  calendar: z.string().min(2),
  languages: z.array(z.enum(LOCALES)).min(1, { error: 'needs at least one language' }),
  referencePrefix: z.string().regex(/^[A-Z]{2}$/, { error: 'must be two capital letters' }),
  brandColour: z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour written #rrggbb, in quotes' }),
  logo: z
    .string()
    .regex(/^[\w.-]+\.svg$/, { error: 'must be the name of an .svg file beside controller.yaml' })
    .optional(),
  contact: contactSchema,
  dpo: contactSchema.optional(),
  authority: country,
  minimumAge: z.number().int().min(0).max(18),
  guardianBelowAge: z.number().int().min(0).max(18).optional(),
  regimes: z.array(regime).min(1, { error: 'needs at least one regime' }),
  privacyPolicyUrl: url,
  privacyPolicyLanguages: z.array(languageCode).min(1, { error: 'needs at least one language' }).optional(),
  sellsData: z.boolean().default(false),
  sharesForAdvertising: z.boolean().default(false),
  /** A published policy by which customers can prevent disclosures for the direct marketing of others, free of cost: Cal. Civ. Code 1798.83(c)(2). */
  marketingChoice: z.strictObject({ url, means: textSchema }).optional(),
  identifiers: z
    .array(identifierSchema)
    .min(1, { error: 'needs at least one identifier, for example { kind: email, required: true }' }),
  retention: z.strictObject({
    bundleDays: z.number().int().min(1).max(365),
    caseDays: z.number().int().min(30).max(3650),
  }),
  /** How many whole days somebody has to stop an erasure that was agreed to; nought carries it out at once. */
  erasure: z
    .strictObject({
      coolingOffDays: z.number().int().min(0).max(30).default(7),
      /** How long it is kept, keyed, by what somebody was known who was erased. */
      suppressedDays: z.number().int().min(1).max(3650).default(1095),
    })
    .default({ coolingOffDays: 7, suppressedDays: 1095 }),
  /** Controllers to which a copy can be sent straight, where the person asks for it: Art. 20(2) GDPR. */
  receivers: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, { error: 'must be 2 to 31 small letters, digits or hyphens' }),
        name: textSchema,
        kind: z.literal('https-upload', { error: 'must be https-upload' }),
        url: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }),
        /** Names the variable with the secret that is sent as a bearer token. */
        secret: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]*$/, {
            error:
              'must name an environment variable, for example OTHERTALK_TOKEN; the secret itself does not belong here',
          })
          .optional(),
        /** Its host stands in the operator's own network. */
        inside: z.boolean().default(false),
      }),
    )
    .default([]),
  texts: z.strictObject({
    intro: textSchema,
    guardian: textSchema.optional(),
    quickerInApp: z.array(z.strictObject({ right, text: textSchema, url: url.optional() })).default([]),
    californiaStatement: textSchema.optional(),
  }),
});

export type ControllerFile = z.output<typeof controllerFileSchema>;
