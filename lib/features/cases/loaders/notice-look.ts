import 'server-only';
import type { Notice } from '@/emails/notice';
import type { Letter } from '@/lib/domain/letter/types';
import type { Locale } from '@/lib/domain/locale';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, type CaseRow, localeOf, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { mailPreview } from '@/lib/features/cases/data/mail-words';
import { liftingLetter, moreTimeLetter, questionLetter } from '@/lib/features/cases/data/told-letters';
import { proposedUnshown, unshownLetter } from '@/lib/features/cases/data/unshown-letter';
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
  return row?.key?.wrappedKey ? lookAt(row, draft, at) : null;
}

/** That identity was not shown, as it is told once a second person agrees; null where nobody proposed it, and of a forgotten case. */
export async function lookAtProposed(row: CaseRow, at: Date = new Date()): Promise<NoticeLook | null> {
  const proposed = row.key?.wrappedKey ? proposedUnshown(row) : null;
  return proposed && lookAt(row, { about: 'notShown', ...proposed }, at);
}

async function lookAt(row: CaseRow, draft: NoticeDraft, at: Date): Promise<NoticeLook> {
  const { notice, ...contents } = await noticeOf(row, draft, at);
  const { letter, ...told } = notice;
  const beside =
    localeOf(row.locale) === DESK_LOCALE
      ? null
      : (await noticeOf({ ...row, locale: DESK_LOCALE }, draft, at)).notice.letter;
  return { letter, beside, ...contents, mail: mailPreview(row, told) };
}

type Drafted = Pick<NoticeLook, 'missing' | 'owed'> & { readonly notice: Notice & { readonly letter: Letter } };

async function noticeOf(row: CaseRow, draft: NoticeDraft, at: Date): Promise<Drafted> {
  switch (draft.about) {
    case 'question':
      return whole(await questionLetter(row, draft, at));
    case 'moreTime':
      return whole(await moreTimeLetter(row, draft, rulesOf(row, await calendarsInForce()), at));
    case 'lifting':
      return whole(await liftingLetter(row, draft, at));
    case 'notShown':
      return unshownLetter(row, draft, rulesOf(row, await calendarsInForce()), at);
    default:
      return draft satisfies never;
  }
}

/** One of which the law asks only what its locked parts say. */
const whole = (notice: Drafted['notice']): Drafted => ({
  notice,
  missing: [],
  owed: notice.letter.parts.reduce((sum, { carries }) => sum + carries.length, 0),
});
