import { z } from 'zod';
import { code, count, id, instant } from '../audit/shapes/schema';
import type { LoggedAs } from '../audit/story';
import { CASE_KINDS } from '../case/events';
import { DELIVERY_KINDS } from './kinds/delivery';
import { HOLD_KINDS } from './kinds/holds';
import { INTAKE_KINDS } from './kinds/intake';
import { READING_KINDS } from './kinds/reading';
import { RULE_KINDS } from './kinds/rules';
import { STAFF_KINDS } from './kinds/staff';

/** Each kind of the log, by its subject: what it may say, and how a story tells it. A kind that is not here cannot be logged. */
export const LOG_KINDS = {
  ...INTAKE_KINDS,
  ...CASE_KINDS,
  ...DELIVERY_KINDS,
  ...HOLD_KINDS,
  ...STAFF_KINDS,
  ...RULE_KINDS,
  ...READING_KINDS,
};

export type AuditKind = keyof typeof LOG_KINDS;

export const AUDIT_KINDS = Object.keys(LOG_KINDS) as AuditKind[];

/** A kind with what it says: what `decide` and every use-case hand to the log. */
export type AuditEventData = LoggedAs<typeof LOG_KINDS>;

/** Who did it. A requester is named by the case's own id for them, a part of ourselves by its name ("worker", "clock"). */
const actor = z.strictObject({ kind: z.enum(['requester', 'staff', 'system']), id });

export type AuditActor = Readonly<z.infer<typeof actor>>;

/** What stands around every event; `at` is an instant in UTC, `reference` the public number of the case. */
const envelope = {
  v: z.literal(1),
  id,
  at: instant,
  actor,
  controllerId: code.optional(),
  caseId: id.optional(),
  reference: z
    .string()
    .regex(/^[A-Z0-9-]{3,24}$/)
    .optional(),
};

const shapes = AUDIT_KINDS.map((kind) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), data: LOG_KINDS[kind].data }),
);

export type AuditEvent = AuditEventData & Readonly<z.infer<z.ZodObject<typeof envelope>>>;

/** Parses an event on its way into the log and out of it. Unknown kinds, fields and anything that is not a plain code are refused. */
export const auditEventSchema = z.discriminatedUnion('kind', shapes as never) as unknown as z.ZodType<AuditEvent>;

const base64Hashes = z.array(z.base64().length(44)).max(64);

/**
 * An exported log. `checkpoint` is the newest signed head, as a note; each entry that it covers has its place and the proof of it,
 * an entry that is newer than the checkpoint has neither. `earlier` shows older heads to be beginnings of this one.
 */
export const exportedLogSchema = z.strictObject({
  format: z.literal('rightsdesk-audit-log/1'),
  exportedAt: instant,
  verifierKey: z.string(),
  /** Keys that signed older checkpoints. */
  formerKeys: z.array(z.string()).optional(),
  checkpoint: z.string(),
  earlier: z.array(z.strictObject({ checkpoint: z.string(), consistency: base64Hashes })),
  entries: z.array(z.strictObject({ event: auditEventSchema, index: count.nullable(), inclusion: base64Hashes })),
});

export type ExportedLog = z.infer<typeof exportedLogSchema>;
