import { recipientStanding, type RecipientStanding } from '@/lib/domain/case/recipients';
import type { ExcuseReason, ToldStep } from '@/lib/domain/case/types';
import { type LocalDate, localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import type { Locale } from '@/lib/domain/locale';
import { recipientColumns } from '@/lib/features/case-file/schema/rows';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { type CaseKey, openText } from '@/lib/platform/vault/case-key';

/** One recipient and what is on record of telling it, in words of one language. */
export type RecipientWords = {
  readonly id: string;
  readonly name: string;
  /** Where the mail goes; null where the data map has no address. */
  readonly contact: string | null;
  readonly step: ToldStep;
  readonly data: string;
  readonly standing: RecipientStanding;
  /** The day on which it was told, or confirmed it. */
  readonly on: LocalDate | null;
  readonly receipt: string | null;
  readonly excusedFor: ExcuseReason | 'map' | null;
  /** Why it is not told, in words for the requester. */
  readonly reason: string | null;
  /** Why the mail did not leave. */
  readonly failure: string | null;
};

/** Whoever is to be told of what was done in a case, in the order in which they came to be. */
export async function recipientWords(
  caseId: string,
  controllerId: string,
  key: CaseKey,
  locale: Locale,
): Promise<readonly RecipientWords[]> {
  const rows = await db().recipientNotice.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'asc' }, { recipientId: 'asc' }],
  });
  const { dataMap, definition } = controller(controllerId);
  const placeDay = (at: Date) => localDateOf(at.toISOString(), definition.timezone);
  return rows.map((row) => {
    const { id, recipientId, collections, toldOn, sentAt, confirmedAt, sealedReceipt, sealedReason } = row;
    const { step, state, excusedFor } = parseRow(recipientColumns, row);
    const recipient = dataMap.recipients[recipientId];
    const titles = collectionsOf(dataMap).filter((one) => collections.includes(one.id));
    const standing = recipientStanding({
      id,
      step,
      recipientId,
      mail: state,
      told: toldOn !== null,
      excused: excusedFor !== null,
      confirmed: confirmedAt !== null,
    });
    const at = standing === 'confirmed' ? confirmedAt : standing === 'sent' ? sentAt : null;
    return {
      id,
      name: recipient?.name[locale] ?? recipientId,
      contact: recipient?.contact ?? null,
      step,
      data: new Intl.ListFormat(locale).format(titles.map(({ title }) => title[locale])),
      standing,
      on: standing === 'told' && toldOn ? toLocalDate(toldOn) : at && placeDay(at),
      receipt: sealedReceipt && openText(key, sealedReceipt, `receipt:${id}`),
      excusedFor,
      reason: sealedReason
        ? openText(key, sealedReason, `excuse:${id}`)
        : excusedFor === 'map'
          ? (recipient?.notTold?.[locale] ?? null)
          : null,
      failure: row.lastFailure,
    };
  });
}
