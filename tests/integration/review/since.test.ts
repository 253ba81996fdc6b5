import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { loadReview } from '@/lib/features/review/loaders/review';
import { eventsOf, lastSeen } from '@/lib/features/review/data/since';
import { rightRule } from '@/lib/domain/law/rights';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { collecting, leaveShown, must } from '../requests/walk';
import { TODAY } from '../fulfilment/approved';
import { aPerson, type Person } from '../staff/people';

instanceOfFile();

let [decider, second]: [Person, Person] = [{} as Person, {} as Person];
beforeAll(async () => {
  decider = await aPerson({ name: 'Ann Decider' });
  second = await aPerson({ name: 'Bob Second', roles: ['desk', 'approver'] });
});

const ann = () => ({ kind: 'staff', id: decider.staffId }) as const;
const bob = () => ({ kind: 'staff', id: second.staffId }) as const;

const hide = (caseId: string, recordNo: number, redactionId: string = randomUUID()) =>
  must(
    caseId,
    {
      type: 'RedactValue',
      redactionId,
      collectionId: 'shop.invoice',
      recordNo,
      scope: 'field',
      field: 'billing_address',
      ground: 'GDPR-15-4',
      decides: [],
      detail: { passage: null, facts: 'It names a colleague.' },
    },
    ann(),
  );

/** Everything that a refusal of a part has to contain. */
function contents(): string[] {
  const rule = rightRule('GDPR', 'access', TODAY)!;
  return rule.refusable ? rule.refusalContains.map(({ id }) => id) : [];
}

async function decide(caseId: string, outcome: 'granted' | 'partlyGranted') {
  const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  await must(
    caseId,
    {
      type: 'DecideRight',
      rightItemId,
      outcome,
      grounds: outcome === 'granted' ? [] : ['GDPR-15-4'],
      facts: outcome === 'granted' ? '' : 'It names a colleague.',
      confirmed: outcome === 'granted' ? [] : contents(),
      despiteHidden: 'Every value of theirs is in it.',
    },
    ann(),
  );
  return rightItemId;
}

const sinceFor = async (caseId: string, { staff }: Person) =>
  (await loadReview(caseId as AuthorizedCaseId, staff, 'approval'))!.since;

describe('what a second person is told has changed', () => {
  it('is nothing for whoever looks for the first time, and for whoever nothing changed for', async () => {
    const { caseId, taskId } = await collecting({ email: 'luis@example.com' });
    await collectFromSystem(taskId, new AbortController().signal);
    expect(await sinceFor(caseId, second)).toBeNull();
    // The page renews itself.
    expect(await sinceFor(caseId, second)).toBeNull();
    expect(await sinceFor(caseId, decider)).toBeNull();
    const later = new Date(Date.now() + 3_600_000);
    const seen = lastSeen(await eventsOf(caseId), second.staffId, 'approval', null, later);
    expect(seen).toEqual({ at: expect.any(Date), sentBack: false });
  });

  it('is what was hidden and shown since, by whom and when, and how the outcome changed from what they sent back', async () => {
    const { caseId, taskId } = await collecting({ email: 'luis@example.com' });
    await collectFromSystem(taskId, new AbortController().signal);
    const [before, meanwhile] = [randomUUID(), randomUUID()];
    await hide(caseId, 0, before);
    await leaveShown(caseId);
    const rightItemId = await decide(caseId, 'granted');
    expect(await sinceFor(caseId, second)).toBeNull();
    await must(caseId, { type: 'ReturnDecision', reason: 'redactionMissing', rightItemIds: [rightItemId] }, bob());
    expect(await sinceFor(caseId, second)).toMatchObject({ sentBack: true, places: [], decisions: [] });

    const undo = (redactionId: string) =>
      must(caseId, { type: 'UndoRedaction', redactionId, collectionId: 'shop.invoice' }, ann());
    await undo(before);
    await hide(caseId, 1, meanwhile);
    await undo(meanwhile);
    const kept = randomUUID();
    await hide(caseId, 1, kept);
    await decide(caseId, 'partlyGranted');

    const since = (await sinceFor(caseId, second))!;
    const place = { collectionId: 'shop.invoice', field: 'billing_address', ground: 'GDPR-15-4', by: 'Ann Decider' };
    expect(since.places).toEqual([
      { ...place, id: kept, what: 'hidden', recordNo: 1, at: expect.any(Date) },
      { ...place, id: before, what: 'shownAgain', recordNo: 0, at: expect.any(Date) },
    ]);
    expect(since.decisions).toEqual([
      {
        right: 'access',
        was: { outcome: 'granted', grounds: [] },
        now: { outcome: 'partlyGranted', grounds: ['GDPR-15-4'] },
        by: 'Ann Decider',
        at: expect.any(Date),
      },
    ]);
    // Looking does not make it go.
    expect(await sinceFor(caseId, second)).toEqual(since);
    for (const { at } of [...since.places, ...since.decisions]) expect(at > since.at).toBe(true);
  });
});
