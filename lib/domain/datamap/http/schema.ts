import { z } from 'zod';

const word = z.string().trim().min(1, { error: 'is empty' });
const texts = z.record(z.string().min(1), z.string());
const path = word.regex(/^[^.]+(\.[^.]+)*$/, { error: 'must be names with dots between them, for example data.items' });

const loginSchema = z.union(
  [
    z.enum(['none', 'basic', 'bearer']),
    z.strictObject({ header: word.regex(/^[A-Za-z0-9-]+$/, { error: 'must be the name of a header' }) }),
    z.strictObject({ signed: z.literal('hmac') }),
    z.strictObject({
      signed: z.literal('ed25519'),
      callBack: word
        .regex(/^whpk_[A-Za-z0-9+/]{43}=$/, { error: 'must be whpk_ and the 32 bytes of a public key in base64' })
        .optional(),
    }),
    z.strictObject({
      oauth2: z.url({ protocol: /^https?$/, error: 'must be the address that gives tokens' }),
      scope: word.optional(),
      audience: word.optional(),
    }),
  ],
  {
    error:
      'must be none, basic, bearer, { header: X-Api-Key }, { signed: hmac }, { signed: ed25519 }, or { oauth2: the address that gives tokens, scope }',
  },
);

/** Days in which a system that takes a task is to have answered. */
export const DEFAULT_ANSWER_DAYS = 5;

export const httpSystemSchema = z.strictObject({
  login: loginSchema.default('bearer'),
  inside: z.array(word).default([]),
  perSecond: z.number().positive().max(1000).default(5),
  headers: texts.default({}),
  answerDays: z.number().int().min(1).max(30).default(DEFAULT_ANSWER_DAYS),
});

const requestShape = {
  request: z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/, {
    error: 'must be a method and a path below the address of the system, for example GET /contacts',
  }),
  query: texts.default({}),
  json: z.unknown().optional(),
  form: texts.optional(),
};

const pagingSchema = z.union(
  [
    z.literal('link'),
    z.strictObject({ next: path }),
    z.strictObject({ cursor: path, parameter: path }),
    z.strictObject({ page: path, first: z.number().int().min(0).default(1) }),
    z.strictObject({ offset: path, first: z.number().int().min(0).default(0) }),
  ],
  {
    error:
      'must be link (RFC 8288), { next: where the next address stands }, { cursor: where it stands, parameter: its name }, { page: the name of its parameter } or { offset: the name of its parameter }',
  },
);

const findSchema = z.strictObject({
  ...requestShape,
  by: z.union([path, z.array(path).min(1)]),
  records: path.optional(),
  answers: z.enum(['own', 'more', 'unshown']).default('own'),
  none: z.array(z.number().int().min(200).max(499)).default([]),
  paging: pagingSchema.optional(),
});

export const httpCollectionSchema = z.strictObject({
  find: z.array(findSchema).min(1, { error: 'says no request' }),
  erase: z.strictObject(requestShape).optional(),
  change: z.strictObject(requestShape).optional(),
});

export type WrittenHttpSystem = z.output<typeof httpSystemSchema>;
export type WrittenHttpCollection = z.output<typeof httpCollectionSchema>;
export type WrittenRequest = NonNullable<WrittenHttpCollection['erase']>;
