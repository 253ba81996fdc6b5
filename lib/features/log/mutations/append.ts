import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import { auditEventSchema, type AuditActor, type AuditEventData } from '@/lib/domain/log/schema';
import { eventTag } from '@/lib/domain/audit/tag';
import { tagKey } from '@/lib/features/instance/mutations/claim';
import type { Db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';

/** The case or controller an event is about; all absent for what concerns the portal as a whole. */
export type AuditScope = { readonly controllerId?: string; readonly caseId?: string; readonly reference?: string };

/**
 * Writes events into the log within the transaction of the change they describe.
 * @throws when an event does not fit its closed shape: then the change does not happen either.
 */
export async function appendAudit(
  tx: Db,
  actor: AuditActor,
  scope: AuditScope,
  events: readonly AuditEventData[],
  at: Date,
): Promise<void> {
  const key = await tagKey();
  for (const event of events) {
    const whole = auditEventSchema.parse({ v: 1, id: newId(), at: at.toISOString(), actor, ...scope, ...event });
    const body = canonicalJson(whole);
    await tx.auditEvent.create({
      data: {
        id: whole.id,
        at,
        kind: whole.kind,
        actorKind: actor.kind,
        actorId: actor.id,
        ...scope,
        body,
        tag: new Uint8Array(eventTag(key, body)),
      },
    });
  }
}
