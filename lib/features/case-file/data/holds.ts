import { localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { byLocale } from '@/lib/domain/locale';
import { type CollectionHold, isHolding } from '@/lib/domain/erasure/holds';
import { HOLD_GROUNDS } from '@/lib/domain/law/keeping';
import { controller } from '@/lib/platform/controllers/registry';
import { db, type Db } from '@/lib/platform/db/client';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';

/** Holds over collections of a controller that hold now, in words of every language. */
export async function collectionHolds(
  controllerId: string,
  at: Date,
  tx: Db = db(),
): Promise<readonly CollectionHold[]> {
  const rows = await tx.legalHold.findMany({
    where: { controllerId, caseId: null, releasedAt: null },
    orderBy: { placedAt: 'asc' },
  });
  const today = localDateOf(at.toISOString(), controller(controllerId).definition.timezone);
  return rows.flatMap(({ id, collections, groundId, reason, untilOn }) => {
    const until = untilOn && toLocalDate(untilOn);
    const ground = HOLD_GROUNDS.find((one) => one === groundId);
    if (!ground || !isHolding({ until }, today)) return [];
    return [
      {
        id,
        collectionIds: collections,
        groundId: ground,
        reason: byLocale(() => reason),
        until: byLocale((locale) =>
          translator(locale, 'answer')('erasure.held', { until: until === null ? 'none' : longDate(until, locale) }),
        ),
      },
    ];
  });
}
