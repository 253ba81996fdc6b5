import path from 'node:path';
import { z } from 'zod';
import { type Trusted, trustedProxies } from './client-address';
import { OperatorError } from './operator-error';
import { type ClamdAddress, clamdAddress } from './clamd-address';
import { s3Address } from './s3/address';
import { SMTP_SECONDS, type SmtpTimeouts, smtpTimeouts } from './smtp/phases';

const KEY_FIX = 'must be 32 bytes in base64: openssl rand -base64 32';
const INDEX_KEY_FORM = `INDEX_KEY ${KEY_FIX}; after a change the new key first and the old one behind it, parted by a comma`;
const MASTER_KEYS_FORM =
  'MASTER_KEYS must read id:base64[,id:base64], the current key first; make a key with: openssl rand -base64 32';
const SIGNING_KEY_FORM =
  'SIGNING_KEY must be an Ed25519 private key in PEM, or that in base64: openssl genpkey -algorithm ed25519; former keys, or their public halves, stand behind it, parted by commas';
const SECRET_FORM = 'NEXTAUTH_SECRET must have 32 characters or more: openssl rand -base64 32';

const isKey = (bytes: Buffer): boolean => bytes.length === 32;

const indexKeys = z
  .string(INDEX_KEY_FORM)
  .transform((text) => text.split(',').map((one) => Buffer.from(one.trim(), 'base64')))
  .refine((keys) => keys.every(isKey), INDEX_KEY_FORM);

const masterKeys = z
  .string(MASTER_KEYS_FORM)
  .regex(/^[A-Za-z0-9_-]+:[A-Za-z0-9+/=]+(,[A-Za-z0-9_-]+:[A-Za-z0-9+/=]+)*$/, MASTER_KEYS_FORM)
  .transform((text) =>
    text.split(',').map((pair) => ({
      id: pair.slice(0, pair.indexOf(':')),
      key: Buffer.from(pair.slice(pair.indexOf(':') + 1), 'base64'),
    })),
  )
  .refine((keys) => keys.every(({ key }) => isKey(key)), `each of MASTER_KEYS ${KEY_FIX}`);

// Old keys need only be checked with: their public half is enough.
const signingKeys = z
  .string(SIGNING_KEY_FORM)
  .transform((text) =>
    text.split(',').map((one) => (one.includes('BEGIN') ? one : Buffer.from(one, 'base64').toString('utf8'))),
  )
  .refine(
    ([first = '', ...former]) =>
      first.includes('BEGIN PRIVATE KEY') && former.every((one) => /BEGIN (PRIVATE|PUBLIC) KEY/.test(one)),
    SIGNING_KEY_FORM,
  );

const PROXIES_FORM = 'TRUSTED_PROXIES must list addresses or networks of your proxies, such as 10.0.0.0/8,2001:db8::1';

const proxies = z
  .string()
  .default('')
  .refine((list) => trustedProxies(list) !== null, PROXIES_FORM)
  .transform((list) => trustedProxies(list) as Trusted);

const TIMEOUTS_FORM = `SMTP_TIMEOUTS must read phase=seconds[,phase=seconds], each above 0 and at most 3600; the phases are ${Object.keys(SMTP_SECONDS).join(', ')}`;

const timeouts = z
  .string()
  .default('')
  .refine((text) => smtpTimeouts(text) !== null, TIMEOUTS_FORM)
  .transform((text) => smtpTimeouts(text) as SmtpTimeouts);

const blobUrl = z
  .string()
  .transform((text, context) => {
    const address = s3Address(text);
    if (typeof address !== 'string') return address;
    context.addIssue({ code: 'custom', message: `BLOB_URL ${address}` });
    return z.NEVER;
  })
  .optional();

const CLAMD_FORM = 'CLAMD_URL must be tcp://host:3310, or unix:/run/clamav/clamd.ctl';

const clamdUrl = z
  .string()
  .refine((text) => clamdAddress(text) !== null, CLAMD_FORM)
  .transform((text) => clamdAddress(text) as ClamdAddress)
  .optional();

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'DATABASE_URL must be postgresql://user:password@host:port/database',
  }),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'BASE_URL must be the address people open, such as https://rights.example.com',
    })
    .transform((url) => url.replace(/\/+$/, '')),
  RIGHTSDESK_DATA: z.string().default('.rightsdesk'),
  MASTER_KEYS: masterKeys,
  INDEX_KEY: indexKeys,
  SIGNING_KEY: signingKeys,
  NEXTAUTH_SECRET: z.string(SECRET_FORM).min(32, SECRET_FORM),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'SMTP_URL must be smtp://user:password@host:port or smtps://…' })
    .optional(),
  SMTP_TIMEOUTS: timeouts,
  MAIL_FROM: z.string().default('Rightsdesk <rights@localhost.invalid>'),
  BLOB_DIR: z.string().optional(),
  BLOB_URL: blobUrl,
  CLAMD_URL: clamdUrl,
  CHECKPOINT_FILE: z.string().optional(),
  WITNESS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'WITNESS_URL must be an address that takes a checkpoint by POST, such as https://witness.example.com/log',
    })
    .optional(),
  WITNESS_SECONDS: z.coerce.number('WITNESS_SECONDS must be a number of seconds').positive().max(300).default(10),
  CONTROLLERS_DIR: z.string().default('controllers'),
  TRUSTED_PROXIES: proxies,
  MAIL_INTAKE_TOKEN: z
    .string()
    .regex(
      /^[\x21-\x7e]{32,200}$/,
      'MAIL_INTAKE_TOKEN must be 32 to 200 characters without blanks: openssl rand -base64 32',
    )
    .optional(),
  DEMO: z
    .enum(['0', '1'])
    .default('0')
    .transform((flag) => flag === '1'),
});

export type Env = z.output<typeof schema> & { BLOB_DIR: string; CHECKPOINT_FILE: string };

let read: Env | undefined;

/**
 * The settings of this process, read and checked once.
 * @throws OperatorError that names each setting that is missing or wrong, and what to write instead.
 */
export function env(): Env {
  if (read) return read;
  const settings = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(settings);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new OperatorError(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const { RIGHTSDESK_DATA: data, BLOB_DIR, CHECKPOINT_FILE } = result.data;
  read = {
    ...result.data,
    BLOB_DIR: BLOB_DIR ?? path.join(data, 'blobs'),
    CHECKPOINT_FILE: CHECKPOINT_FILE ?? path.join(data, 'checkpoints.jsonl'),
  };
  return read;
}
