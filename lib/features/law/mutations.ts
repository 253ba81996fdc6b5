import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { catalogue } from '@/lib/domain/law/catalogue';
import { fingerprintOf } from '@/lib/domain/law/fingerprint';
import type { Law } from '@/lib/domain/law/types';
import { LAW } from '@/lib/domain/law/law';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { standingConfirmations } from './data';
import type { NewConfirmation } from './schema';

export type ConfirmRefusal = 'ruleChanged' | 'dayToCome';

/**
 * Records counsel's word on rules as they read on the page. All or nothing: where one of them reads otherwise by now, counsel has not
 * seen what would be confirmed. What the same counsel confirmed on that day already stays as it is.
 * @param today on the calendar of whoever records it.
 */
export async function confirmRules(
  staffId: string,
  given: NewConfirmation,
  today: LocalDate,
  at: Date = new Date(),
  law: Law = LAW,
): Promise<Result<{ rules: number }, ConfirmRefusal>> {
  if (given.confirmedOn > today) return refuse('dayToCome');
  const now = new Map(catalogue(law).map(({ rule }) => [rule.id, fingerprintOf(rule)]));
  if (given.rule.some(({ id, fingerprint }) => now.get(id) !== fingerprint)) return refuse('ruleChanged');
  return transaction(async (tx) => {
    const standing = await standingConfirmations(tx);
    const isSaid = ({ id, fingerprint }: { id: string; fingerprint: string }) =>
      standing.some(
        (one) =>
          one.ruleId === id &&
          one.fingerprint === fingerprint &&
          one.counsel === given.counsel &&
          one.confirmedOn === given.confirmedOn,
      );
    const fresh = given.rule
      .filter((one, at) => !isSaid(one) && given.rule.findIndex(({ id }) => id === one.id) === at)
      .map((one) => ({ ...one, confirmationId: newId() }));
    await tx.ruleConfirmation.createMany({
      data: fresh.map(({ confirmationId, id, fingerprint }) => ({
        id: confirmationId,
        ruleId: id,
        fingerprint,
        counsel: given.counsel,
        confirmedOn: new Date(`${given.confirmedOn}T00:00:00Z`),
        note: given.note,
        byId: staffId,
        createdAt: at,
      })),
    });
    const events = fresh.map(
      ({ confirmationId, id, fingerprint }) =>
        ({ kind: 'RuleConfirmed', data: { confirmationId, rule: id, fingerprint } }) as const,
    );
    await appendAudit(tx, { kind: 'staff', id: staffId }, {}, events, at);
    return ok({ rules: fresh.length });
  });
}

/** Takes one recorded word back; the row stays, with who did it and when. */
export const withdrawConfirmation = (
  staffId: string,
  confirmationId: string,
  at: Date = new Date(),
): Promise<Result<null, 'notStanding'>> =>
  transaction(async (tx) => {
    const [row] = await tx.ruleConfirmation.updateManyAndReturn({
      where: { id: confirmationId, withdrawnAt: null },
      data: { withdrawnAt: at, withdrawnById: staffId },
    });
    if (!row) return refuse('notStanding');
    await appendAudit(
      tx,
      { kind: 'staff', id: staffId },
      {},
      [{ kind: 'RuleConfirmationWithdrawn', data: { confirmationId, rule: row.ruleId, fingerprint: row.fingerprint } }],
      at,
    );
    return ok(null);
  });
