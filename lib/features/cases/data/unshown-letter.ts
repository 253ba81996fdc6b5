import type { Notice } from '@/emails/notice';
import { unanswered } from '@/lib/domain/case/endings';
import type { CaseRules } from '@/lib/domain/case/rules';
import { requirementsOn } from '@/lib/domain/law/rights';
import type { Requirement } from '@/lib/domain/law/types';
import { missingFrom } from '@/lib/domain/letter/answer';
import { carriedUnshown } from '@/lib/domain/letter/not-shown';
import type { Letter } from '@/lib/domain/letter/types';
import { caseOf, type CaseRow, keyOf, localeOf, rejectionOf } from '@/lib/features/case-file/data/case';
import { type Db, db } from '@/lib/platform/db/client';
import { letterWords, noticeWithLetter, reasonLines } from './letter';
import { rejectedWords } from './mail-words';

/** On what it rests that somebody did not show whose the data are, as it is thought about or was proposed. */
export type Unshown = {
  readonly grounds: readonly string[];
  readonly facts: string;
  readonly confirmed: readonly string[];
};

/** @property owed how much the law wants in it, and of that what is `missing` */
export type UnshownLetter = {
  readonly notice: Extract<Notice, { kind: 'identityRejected' }> & { readonly letter: Letter };
  readonly missing: readonly Requirement[];
  readonly owed: number;
};

/** The letter to somebody who did not show whose the data are: it refuses whatever was not answered, and tells what every refusal tells. */
export async function unshownLetter(
  row: CaseRow,
  { grounds, facts, confirmed }: Unshown,
  rules: CaseRules,
  at: Date,
  tx: Db = db(),
): Promise<UnshownLetter> {
  const now = at.toISOString();
  const of = unanswered(caseOf(row));
  const rights = of.map((item) => ({
    id: item.id,
    right: item.right,
    owed: requirementsOn(rules.contents(item, 'refused'), rules.today(now)),
    confirmed,
    ways: rules.ways(item, now),
  }));
  const notice = await noticeWithLetter(
    row,
    { kind: 'identityRejected', words: rejectedWords(row, rules, at) },
    {
      words: facts,
      reasons: reasonLines(grounds, letterWords(localeOf(row.locale))),
      carries: carriedUnshown(rights),
      disagree: { of, refused: true },
    },
    at,
    tx,
  );
  return {
    notice,
    missing: missingFrom(notice.letter, rights),
    owed: rights.reduce((sum, { owed }) => sum + owed.length, 0),
  };
}

/** What one person proposed and a second one has not agreed to; null where nothing was, or it was sent back. */
export function proposedUnshown(row: CaseRow): Unshown | null {
  const { rejection } = caseOf(row);
  const written = rejection && rejectionOf(row, keyOf(row));
  return rejection && written ? { ...rejection, facts: written.facts } : null;
}
