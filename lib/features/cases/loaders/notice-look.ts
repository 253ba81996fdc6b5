import 'server-only';
import type { Locale } from '@/lib/domain/locale';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, type CaseRow, localeOf, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { mailPreview } from '@/lib/features/cases/data/mail-words';
import { liftingLetter, moreTimeLetter, questionLetter } from '@/lib/features/cases/data/told-letters';
import type { NoticeDraft, NoticeLook } from '@/lib/features/cases/types/look';

/** The language of the desk, which stands beside the requester's. */
const DESK_LOCALE: Locale = 'en';

/** The letter of what is about to be told, as it would leave now, with its mail; null of a forgotten case. Nothing is changed by it. */
export async function loadNoticeLook(
  caseId: AuthorizedCaseId,
  draft: NoticeDraft,
  at: Date = new Date(),
): Promise<NoticeLook | null> {
  const row = await caseRow(caseId);
  if (!row?.key?.wrappedKey) return null;
  const { letter, ...notice } = await noticeOf(row, draft, at);
  const beside =
    localeOf(row.locale) === DESK_LOCALE ? null : (await noticeOf({ ...row, locale: DESK_LOCALE }, draft, at)).letter;
  return { letter, beside, mail: mailPreview(row, notice) };
}

async function noticeOf(row: CaseRow, draft: NoticeDraft, at: Date) {
  switch (draft.about) {
    case 'question':
      return questionLetter(row, draft, at);
    case 'moreTime':
      return moreTimeLetter(row, draft, rulesOf(row, await calendarsInForce()), at);
    case 'lifting':
      return liftingLetter(row, draft, at);
    default:
      return draft satisfies never;
  }
}
