import type { Actor } from '@/lib/domain/case/actor';
import { noteCalledBack } from '@/lib/features/case-file/upkeep/awaited';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { recordRefusal } from '@/lib/features/log/mutations/refusals';
import { transaction } from '@/lib/platform/db/client';
import { hashSecret } from '@/lib/platform/vault/secrets';

// Nobody signs in to call: what is known is whose signature it was.
const PORTAL: Actor = { kind: 'system', id: 'portal' };

/** `before`: the same call was taken already, and nothing was done by this one. */
export type CalledBack = { readonly as: 'taken' | 'before' };

type Call = {
  readonly controllerId: string;
  readonly systemId: string;
  /** Of the call itself: the same however often it is sent. */
  readonly callId: string;
  readonly taskId: string;
};

/**
 * Takes a call whose signature holds: every job that waits for its task asks again at once. Of the same call sent twice the second does nothing.
 * @returns null where nothing waits for the task, so that the call counts when it is sent again
 */
export const takeCall = ({ controllerId, systemId, callId, taskId }: Call, at: Date): Promise<CalledBack | null> =>
  transaction(async (tx) => {
    const idHash = hashSecret(callId);
    const where = { controllerId_systemId_idHash: { controllerId, systemId, idHash } };
    if (await tx.callBack.findUnique({ where })) return { as: 'before' };
    const waiting = await noteCalledBack(tx, { controllerId, systemId, taskId }, at);
    if (waiting.length === 0) return null;
    // Of two at once the database lets one through; the other waits for it, and then finds it here.
    const { count } = await tx.callBack.createMany({
      data: [{ controllerId, systemId, idHash, receivedAt: at }],
      skipDuplicates: true,
    });
    if (count === 0) return { as: 'before' };
    for (const { caseId, case: about } of waiting)
      await appendAudit(
        tx,
        PORTAL,
        { controllerId, caseId, reference: about.reference },
        [{ kind: 'CallBackTaken', data: { system: systemId } }],
        at,
      );
    return { as: 'taken' };
  });

/** Anybody can cause these, so the log takes a bounded number of them. */
export const logRefusedCall = (controllerId: string, system: string, reason: string, at: Date): Promise<void> =>
  transaction((tx) =>
    recordRefusal(tx, PORTAL, { controllerId }, { kind: 'CallBackRefused', data: { system, reason } }, at),
  );
