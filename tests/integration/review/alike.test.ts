import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { columnPlaces, placesAlike } from '@/lib/features/review/data/hiding';
import { MOST_MATCHES } from '@/lib/features/review/schema';
import { loadReview } from '@/lib/features/review/loaders/review';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { collecting, kindsOf, must } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

instanceOfFile();
let [first, second]: Person[] = [];
let caseId: AuthorizedCaseId;
beforeAll(async () => {
  [first, second] = [await aPerson(), await aPerson()];
  const collected = await collecting();
  await collectFromSystem(collected.taskId, new AbortController().signal);
  caseId = collected.caseId as AuthorizedCaseId;
});

const JANE = { collectionId: 'shop.invoice', recordNo: 0, field: 'billing_address', passage: 'Jane Peacock' };
const row = async () => (await caseRow(caseId))!;
const by = (person: Person) => ({ kind: 'staff', id: person.staffId }) as const;

const hide = async (reach: 'collection' | 'everywhere') => {
  const redactionId = randomUUID();
  const { passage, ...where } = JANE;
  const alike = await placesAlike(await row(), JANE, reach);
  await must(
    caseId,
    {
      type: 'RedactValue',
      redactionId,
      scope: 'value',
      ground: 'GDPR-15-4',
      decides: [],
      detail: { passage, facts: 'A colleague.' },
      alike,
      ...where,
    },
    by(first!),
  );
  return [redactionId, ...alike.map((one) => one.redactionId)];
};

describe('hiding the same wherever it stands', () => {
  it('finds it in its field, in other collections, and nowhere twice', async () => {
    const here = await placesAlike(await row(), JANE, 'collection');
    const all = await placesAlike(await row(), JANE, 'everywhere');
    expect(
      here.every(({ collectionId, field }) => collectionId === 'shop.invoice' && field === 'billing_address'),
    ).toBe(true);
    expect(all.length).toBeGreaterThan(here.length);
    expect(all.some(({ collectionId }) => collectionId === 'shop.track')).toBe(true);
    const keys = [JANE, ...all].map((one) => `${one.collectionId} ${one.recordNo} ${one.field}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('hides all of it, tells the second person who looked before, and shows all of it again', async () => {
    expect((await loadReview(caseId, second!.staff, 'approval'))?.since).toBeNull();
    const ids = await hide('everywhere');
    expect(await placesAlike(await row(), JANE, 'everywhere')).toEqual([]);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'ValueRedacted')).toHaveLength(ids.length);
    const seen = await loadReview(caseId, second!.staff, 'approval');
    expect(seen?.since?.places.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(seen?.redactions.every(({ facts }) => facts === 'A colleague.')).toBe(true);

    const [redactionId, ...alike] = ids;
    await must(
      caseId,
      { type: 'UndoRedaction', redactionId: redactionId!, collectionId: JANE.collectionId, alike },
      by(first!),
    );
    const after = await loadReview(caseId, second!.staff, 'approval');
    expect(after?.redactions).toEqual([]);
    expect(after?.since?.places).toEqual([]);
  });
});

describe('hiding a column', () => {
  it('finds every record that holds something there and is not hidden, and nothing of another field', async () => {
    const places = await columnPlaces(await row(), 'shop.invoice', 'billing_address');
    expect(places.map(({ collectionId, recordNo, field }) => [collectionId, recordNo, field])).toEqual([
      ['shop.invoice', 0, 'billing_address'],
      ['shop.invoice', 1, 'billing_address'],
    ]);
    expect(await columnPlaces(await row(), 'shop.invoice', 'billing_city')).toEqual([]);
    const [one, ...alike] = places;
    const detail = { passage: null, facts: 'A colleague.' };
    const what = { scope: 'field', ground: 'GDPR-15-4', detail, alike } as const;
    await must(caseId, { type: 'RedactValue', ...one!, ...what }, by(first!));
    expect(await columnPlaces(await row(), 'shop.invoice', 'billing_address')).toEqual([]);
    expect((await loadReview(caseId, second!.staff, 'approval'))?.redactions).toHaveLength(2);
  });

  it('stops where there are more than can be answered for at once', async () => {
    const heavy = await collecting({ email: 'heavy@example.com' });
    await collectFromSystem(heavy.taskId, new AbortController().signal);
    const places = await columnPlaces((await caseRow(heavy.caseId))!, 'shop.invoice', 'billing_address');
    expect(places).toHaveLength(MOST_MATCHES + 1);
  });
});
