import { z } from 'zod';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import type { ClockEvent } from '@/lib/domain/clock/types';

/** What a clock event was told by, beside its own fields: the message with its words, and the notice that gives it effect. */
const told = { messageId: z.uuid().optional(), noticeId: z.uuid().optional() };

const at = z.iso.datetime();

const lateBecause = z.string().optional();

const day = z.string().transform((text, context) => {
  const on = parseLocalDate(text);
  if (on) return on;
  context.addIssue({ code: 'custom', message: 'not a calendar day' });
  return z.NEVER;
});

const plain = <T extends ClockEvent['type']>(type: T) => z.strictObject({ type: z.literal(type), at, ...told });

/** A clock event as its row keeps it. Strict: a member that nobody reads would be silently without effect, and a last day silently wrong. */
const clockEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('identityRequested'), at, lateBecause, ...told }),
  plain('identityProvided'),
  z.strictObject({ type: z.literal('clarificationRequested'), at, largeQuantity: z.boolean(), lateBecause, ...told }),
  plain('clarificationProvided'),
  plain('feeAsked'),
  plain('feePaid'),
  plain('complaintReceived'),
  plain('appealReceived'),
  plain('liftingPlanned'),
  z.strictObject({ type: z.literal('deadlineExtended'), at, reasons: z.string(), promisedOn: day.optional(), ...told }),
]) satisfies z.ZodType<ClockEvent>;

export type ToldClockEvent = z.output<typeof clockEventSchema>;

/** @throws naming the case and the kind for a row that is no event which clocks know */
export function parseClockEvent({
  caseId,
  kind,
  at: when,
  data,
}: {
  readonly caseId: string;
  readonly kind: string;
  readonly at: Date;
  readonly data: unknown;
}): ToldClockEvent {
  const parsed = clockEventSchema.safeParse(Object.assign({}, data, { type: kind, at: when.toISOString() }));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`Case ${caseId} has a clock event ${kind} that is not readable: ${wrong}`);
}
