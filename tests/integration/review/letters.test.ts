import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keptLetters } from '@/lib/features/case-file/data/letters';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { loadLetterPdf, loadLetters } from '@/lib/features/review/loaders/letters';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { newestMail } from '../requester/mailbox';
import { BOB, collecting, leaveShown, must } from '../requests/walk';

instanceOfFile();
const never = new AbortController().signal;

/** A case in which one value is hidden and its one right can be decided. */
async function decidable(locale: 'en' | 'bg') {
  const { caseId, taskId } = await collecting({ locale, name: 'Луиш' });
  await collectFromSystem(taskId, never);
  await leaveShown(caseId);
  await must(caseId, {
    type: 'RedactValue',
    redactionId: randomUUID(),
    collectionId: 'shop.invoice',
    recordNo: 0,
    scope: 'value',
    field: 'billing_address',
    ground: 'GDPR-15-4',
    decides: [],
    detail: { passage: 'Jane Peacock', facts: 'A colleague.' },
  });
  const { id } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  return { caseId: caseId as AuthorizedCaseId, rightItemId: id };
}

const draftOf = (rightItemId: string) => ({
  rightItemId,
  outcome: 'partlyGranted' as const,
  grounds: ['GDPR-15-4'],
  facts: 'Адресът във фактура № 1 е на наша колежка.',
  confirmed: [] as string[],
});

const lettersOf = async (caseId: string) => keptLetters(caseId, keyOf((await caseRow(caseId))!));

describe('the letter of an answer', () => {
  it('is shown before the decision, after it and to the second person as it is then sent', async () => {
    const { caseId, rightItemId } = await decidable('bg');
    const draft = draftOf(rightItemId);
    const [drafted] = await loadLetters(caseId, [draft]);
    expect(drafted?.missing.map(({ id }) => id)).toContain('dataAffected');
    const confirmed = drafted!.missing.map(({ id }) => id);
    const [whole] = await loadLetters(caseId, [{ ...draft, confirmed }]);
    expect(whole?.missing).toEqual([]);
    expect(whole?.letter.locale).toBe('bg');
    expect(whole?.beside?.locale).toBe('en');
    expect(whole?.beside?.parts.map(({ id }) => id)).toEqual(whole?.letter.parts.map(({ id }) => id));

    await must(caseId, { type: 'DecideRight', ...draft, confirmed, despiteHidden: null });
    const [decided] = await loadLetters(caseId);
    expect(decided).toEqual(whole);
    expect((await loadLetterPdf(caseId, 'withCopy'))?.subarray(0, 5)).toEqual(Buffer.from('%PDF-'));

    await must(caseId, { type: 'ApproveDecision' }, BOB);
    expect(await lettersOf(caseId)).toEqual([]);
    const { id } = await db().bundle.findFirstOrThrow({ where: { caseId } });
    await buildBundle(id, never);
    const [sent] = await lettersOf(caseId);
    expect(sent?.letter).toEqual(whole?.letter);
    const { text } = await newestMail(caseId);
    for (const line of whole!.mail.text.split('\n\n')) expect(text).toContain(line);
    expect(text).not.toContain(draft.facts);
  });

  it('is not shown for a right that nobody decides, and is none of another case', async () => {
    const { caseId, rightItemId } = await decidable('en');
    expect(await loadLetters(caseId)).toEqual([]);
    const other = await decidable('en');
    expect(await loadLetters(other.caseId, [draftOf(rightItemId)])).toEqual([]);
    expect(await loadLetterPdf(caseId, randomUUID())).toBeNull();
  });
});
