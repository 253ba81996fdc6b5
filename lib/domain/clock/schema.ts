import { z } from 'zod';
import { CALENDAR_IDS } from '../law/holidays/places';
import { REGIME_IDS, RIGHT_IDS, type RightId } from '../law/types';
import { isInstant, isTimezone } from './local-date';

/** Shorter words for rights that a situation may use. A plain "know" asks for the specific pieces, which include the categories. */
const RIGHT_WORDS: Readonly<Record<string, RightId>> = {
  know: 'know_specific',
  limit: 'limit_sensitive',
  objection_direct_marketing: 'objection_marketing',
};

const RIGHT_NAMES: ReadonlyMap<string, RightId> = new Map([
  ...RIGHT_IDS.map((right): [string, RightId] => [right, right]),
  ...Object.entries(RIGHT_WORDS),
]);

const CALENDARS: ReadonlySet<string> = new Set([...CALENDAR_IDS, 'NONE']);

const instant = z
  .string({ error: 'must be a text' })
  .refine(isInstant, { error: 'must be an instant with its offset, for example 2026-03-05T09:30:00+01:00' });

const right = z.string({ error: 'must be a text' }).transform((text, context): RightId => {
  const known = RIGHT_NAMES.get(text);
  if (known) return known;
  context.addIssue({ code: 'custom', message: `must be one of ${[...RIGHT_NAMES.keys()].join(', ')}` });
  return z.NEVER;
});

const situationEvent = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('id_requested'), at: instant, late_because: z.string().optional() }),
    z.object({ type: z.literal('id_provided'), at: instant }),
    z.object({
      type: z.literal('clarification_requested'),
      at: instant,
      late_because: z.string().optional(),
      large_quantity: z.boolean().default(true),
    }),
    z.object({ type: z.literal('clarification_provided'), at: instant }),
    z.object({ type: z.literal('extended'), at: instant, reasons: z.string().default(''), promised_on: z.iso.date().optional() }),
    z.object({ type: z.literal('answered'), at: instant }),
  ],
  { error: 'type must be one of id_requested, id_provided, clarification_requested, clarification_provided, extended, answered' },
);

/** A situation whose dates are asked for, as the command line takes it; members it does not know are ignored. */
export const situationSchema = z.object({
  id: z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' }).max(200, { error: 'must be at most 200 characters' }),
  regime: z.enum(REGIME_IDS, { error: `must be one of ${REGIME_IDS.join(', ')}` }),
  right,
  received: instant,
  timezone: z
    .string({ error: 'must be a text' })
    .refine(isTimezone, { error: 'must be an IANA time zone, for example Europe/Luxembourg' }),
  calendar: z
    .string({ error: 'must be a text' })
    .refine((id) => CALENDARS.has(id), { error: `must be one of ${[...CALENDARS].join(', ')}` }),
  events: z.array(situationEvent, { error: 'must be a list' }).default([]),
  channel: z
    .enum(['designated', 'other', 'other_with_notice', 'GPC'], {
      error: 'must be designated, other, other_with_notice or GPC',
    })
    .optional(),
});

export type DeadlineSituation = z.infer<typeof situationSchema>;
