import type { Carried as CarriedBy } from '@/lib/domain/case/commands/rows';
import type { CaseRules } from '@/lib/domain/case/rules';
import { caseOf, type CaseRow, localeOf } from '@/lib/features/case-file/data/case';
import { type Db, db } from '@/lib/platform/db/client';
import { longDate } from '@/lib/platform/i18n/dates';
import { asDecided, noticeWithLetter } from './letter';
import { extensionWords } from './mail-words';

// Notices with their letters, as they leave and as they are shown before.

/** The question itself stands in the letter; the mail says that there is one. */
export const questionLetter = (row: CaseRow, { body }: { readonly body: string }, at: Date, tx: Db = db()) =>
  noticeWithLetter(row, { kind: 'question', words: {} }, { words: body }, at, tx);

/** The reasons and the way to complain leave with it: Art. 12(3), (4) GDPR. */
export function moreTimeLetter(
  row: CaseRow,
  taken: Pick<CarriedBy<'ExtendDeadline'>, 'reasons' | 'promisedOn' | 'body'>,
  rules: CaseRules,
  at: Date,
  tx: Db = db(),
) {
  const words = extensionWords(row, taken, rules, at);
  const carries = { said: [{ id: 'moreTime', citation: words.law }] };
  const more = { words: taken.body, carries, disagree: asDecided(caseOf(row).rights) };
  return noticeWithLetter(row, { kind: 'extension', words }, more, at, tx);
}

/** From when a restriction ends, and why: Art. 18(3) GDPR. */
export const liftingLetter = (
  row: CaseRow,
  { liftOn, facts }: Pick<CarriedBy<'AnnounceLifting'>, 'liftOn' | 'facts'>,
  at: Date,
  tx: Db = db(),
) =>
  noticeWithLetter(
    row,
    { kind: 'liftingPlanned', words: { on: longDate(liftOn, localeOf(row.locale)) } },
    {
      words: facts,
      carries: { said: [{ id: 'beforeLifting', citation: 'Art. 18(3) GDPR' }] },
      disagree: asDecided(caseOf(row).rights),
    },
    at,
    tx,
  );
