import { z } from 'zod';
import { CALENDAR_IDS } from '../calendar/holidays/places';
import { RIGHT_NAMES } from '../law/right-names';
import { REGIME_IDS, type RightId } from '../law/types';
import { isInstant, isTimezone } from '../calendar/local-date';

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

/** Whether what was provided was enough; where it was not, the clock waits on. */
const sufficient = z.boolean({ error: 'must be true or false' }).default(true);
const text = z.string({ error: 'must be a text' });

const EVENTS = {
  id_requested: { late_because: text.optional() },
  id_provided: { sufficient },
  clarification_requested: {
    late_because: text.optional(),
    large_quantity: z.boolean({ error: 'must be true or false' }).default(true),
  },
  clarification_provided: { sufficient },
  fee_asked: {},
  fee_paid: {},
  extended: {
    reasons: text.default(''),
    promised_on: z.iso.date({ error: 'must be a day, for example 2026-08-15' }).optional(),
  },
  answered: {},
  complaint_received: {},
  appeal_received: {},
  lifting_planned: {},
} as const;

/** A member that is not read would be silently without effect, and a date silently wrong: `reason` for `reasons` voids a notice. */
const event = <T extends keyof typeof EVENTS>(type: T) =>
  z.strictObject(
    { type: z.literal(type), at: instant, ...EVENTS[type] },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `${issue.keys.join(', ')}: not known of ${type}, which has ${['type', 'at', ...Object.keys(EVENTS[type])].join(', ')}`
          : undefined,
    },
  );

const situationEvent = z.discriminatedUnion(
  'type',
  [
    event('id_requested'),
    event('id_provided'),
    event('clarification_requested'),
    event('clarification_provided'),
    event('fee_asked'),
    event('fee_paid'),
    event('extended'),
    event('answered'),
    event('complaint_received'),
    event('appeal_received'),
    event('lifting_planned'),
  ],
  { error: `type must be one of ${Object.keys(EVENTS).join(', ')}` },
);

/** A situation whose dates are asked for, as the command line takes it. Members of its own that it does not know are remarks; an event has none. */
export const situationSchema = z.object({
  id: z
    .string({ error: 'must be a text' })
    .min(1, { error: 'must not be empty' })
    .max(200, { error: 'must be at most 200 characters' }),
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
