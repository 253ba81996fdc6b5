import 'server-only';
import { awaitsApproval, isGrantedCopy } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { RightItem } from '@/lib/domain/case/types';
import type { Letter } from '@/lib/domain/letter/types';
import type { Locale } from '@/lib/domain/locale';
import { isGranting } from '@/lib/domain/law/rights';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, type CaseRow, keyOf, localeOf, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { letterPdf } from '@/lib/documents/letter/pdf';
import { keptLetter } from '@/lib/features/case-file/data/letters';
import { composeAnswer, type DraftDecision } from '@/lib/features/cases/data/letter';
import { lookAtProposed } from '@/lib/features/cases/loaders/notice-look';
import { answerWords, mailPreview } from '@/lib/features/cases/data/mail-words';
import { hiddenSums } from '@/lib/features/review/data/hiding';
import type { LetterPreview } from '@/lib/features/review/types';
import { controller } from '@/lib/platform/controllers/registry';

/** The language of the desk, which stands beside the requester's. */
const DESK_LOCALE: Locale = 'en';

/**
 * The letters that leave once a second person agrees: one with what is answered at once, one with the copy. Each as it will be sent, on the day
 * it is looked at. Of a forgotten case there is none.
 * @param drafts decisions that are only being thought about; with one, only the letter that it is in
 */
export async function loadLetters(
  caseId: AuthorizedCaseId,
  drafts: readonly DraftDecision[] = [],
  at: Date = new Date(),
): Promise<LetterPreview[]> {
  const row = await caseRow(caseId);
  if (!row?.key?.wrappedKey) return [];
  const rules = rulesOf(row, await calendarsInForce());
  const { rights } = caseOf(row);
  const drafted = (item: RightItem) => drafts.find(({ rightItemId }) => rightItemId === item.id);
  const isOfCopy = (item: RightItem) => {
    const draft = drafted(item);
    return draft ? rules.needsCopy(item) && isGranting(draft.outcome) : isGrantedCopy(item, rules);
  };
  const waiting = rights.filter((item) => awaitsApproval(item) || drafted(item));
  const groups = [
    { id: 'atOnce', items: waiting.filter((item) => !isOfCopy(item)) },
    // What was agreed to before and waits for the same copy is answered with it too.
    {
      id: 'withCopy',
      items: waiting.some(isOfCopy) ? rights.filter((item) => (item.decision || drafted(item)) && isOfCopy(item)) : [],
    },
  ] as const;
  const wanted = groups.filter(
    ({ items }) => items.length > 0 && (drafts.length === 0 || items.some((item) => drafted(item))),
  );
  return Promise.all(wanted.map(({ id, items }) => previewOf(id, items, { row, rules, drafts, at })));
}

type Looked = {
  readonly row: CaseRow;
  readonly rules: CaseRules;
  readonly drafts: readonly DraftDecision[];
  readonly at: Date;
};

async function previewOf(
  id: LetterPreview['id'],
  items: readonly RightItem[],
  { row, rules, drafts, at }: Looked,
): Promise<LetterPreview> {
  const sums = id === 'withCopy' ? await hiddenSums(row) : [];
  const compose = (locale: Locale) =>
    composeAnswer(
      row,
      items.map((item) => item.id),
      { rules, at, drafts, hidden: sums ?? [], locale },
    );
  const locale = localeOf(row.locale);
  const { letter, missing, owed } = await compose(locale);
  return {
    id,
    letter,
    beside: locale === DESK_LOCALE ? null : (await compose(DESK_LOCALE)).letter,
    missing,
    owed,
    uncounted: sums === null,
    mail: mailPreview(row, { kind: 'answerReady', words: answerWords(letter) }),
  };
}

/** One letter of a case as a page to print: one that has left, by its notice, or one that is waiting for a second person. Null where there is none. */
export async function loadLetterPdf(caseId: AuthorizedCaseId, id: string): Promise<Uint8Array | null> {
  const row = await caseRow(caseId);
  if (!row?.key?.wrappedKey) return null;
  const kept = await keptLetter(caseId, keyOf(row), id);
  const letter = kept?.letter ?? (await waitingLetter(row, caseId, id));
  return letter ? letterPdf(letter, controller(row.controllerId).accent.light) : null;
}

/** One that leaves once a second person agrees. */
const waitingLetter = async (row: CaseRow, caseId: AuthorizedCaseId, id: string): Promise<Letter | undefined> =>
  id === 'notShown'
    ? (await lookAtProposed(row))?.letter
    : (await loadLetters(caseId)).find((preview) => preview.id === id)?.letter;
