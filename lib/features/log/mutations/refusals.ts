import type { AuditActor, AuditEventData } from '@/lib/domain/log/schema';
import { auditKindSchema } from '@/lib/features/log/schema';
import { appendAudit, type AuditScope } from './append';
import { type Db, transaction } from '@/lib/platform/db/client';

/** How many of a kind are logged one by one in each window, whoever causes them. */
export const LOGGED_EACH = 10;
const WINDOW_MS = 15 * 60_000;

/**
 * Logs a refusal that an outsider can cause as often as they like. The log is kept for ever, so in each quarter of an hour the first of a
 * kind are logged as they are (of a case, where they are about one), and the others by their number once it is over.
 */
export async function recordRefusal(
  tx: Db,
  actor: AuditActor,
  scope: AuditScope,
  event: AuditEventData,
  at: Date,
): Promise<void> {
  const windowAt = new Date(Math.floor(at.getTime() / WINDOW_MS) * WINDOW_MS);
  const [row] = await tx.$queryRaw<
    { counted: number }[]
  >`insert into "RefusalCount" ("kind", "caseId", "windowAt", "counted", "logged")
    values (${event.kind}, ${scope.caseId ?? ''}, ${windowAt}, 1, 1) on conflict ("kind", "caseId", "windowAt")
    do update set "counted" = "RefusalCount"."counted" + 1, "logged" = least("RefusalCount"."counted" + 1, ${LOGGED_EACH}) returning "counted"`;
  if ((row?.counted ?? 1) <= LOGGED_EACH) await appendAudit(tx, actor, scope, [event], at);
}

/** Logs, once for each window that is over, how many refusals of a kind were not logged one by one. */
export const sumUpRefusals = (now: Date = new Date()): Promise<void> =>
  transaction(async (tx) => {
    const over = await tx.refusalCount.findMany({
      where: { summedAt: null, windowAt: { lte: new Date(now.getTime() - WINDOW_MS) } },
      take: 500,
    });
    for (const { kind, caseId, windowAt, counted, logged } of over) {
      // Guarded, so that of two workers one writes the sum.
      const { count } = await tx.refusalCount.updateMany({
        where: { kind, caseId, windowAt, summedAt: null },
        data: { summedAt: now },
      });
      if (count === 0 || counted <= logged) continue;
      const until = new Date(windowAt.getTime() + WINDOW_MS);
      const about =
        caseId === ''
          ? null
          : await tx.case.findUnique({ where: { id: caseId }, select: { controllerId: true, reference: true } });
      const data = {
        of: auditKindSchema.parse(kind),
        more: counted - logged,
        from: windowAt.toISOString(),
        until: until.toISOString(),
      };
      await appendAudit(
        tx,
        { kind: 'system', id: 'portal' },
        about ? { ...about, caseId } : {},
        [{ kind: 'RefusalsCounted', data }],
        now,
      );
    }
  });
