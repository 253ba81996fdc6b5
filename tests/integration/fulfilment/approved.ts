import { randomUUID } from 'node:crypto';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { rightRule } from '@/lib/domain/law/rights';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { openFieldsOf } from '@/lib/features/review/data/hiding';
import { db } from '@/lib/platform/db/client';
import { BOB, collecting, grantAll, leaveShown, must } from '@/tests/integration/requests/walk';

type Hiding = {
  collectionId: string;
  recordNo: number;
  scope: 'value' | 'field' | 'record';
  field: string | null;
  passage: string | null;
};

const decidesOf = async (
  caseId: string,
  { collectionId, recordNo, field }: Omit<Hiding, 'passage'>,
): Promise<string[]> =>
  (await openFieldsOf(caseId, collectionId, recordNo)).filter((open) => field === null || field === open);

/** A case up to the approval of the copy. @returns the bundle that is to be made */
export async function approved(
  hiding: readonly Hiding[] = [],
  given: Parameters<typeof collecting>[0] = {},
): Promise<{ caseId: string; bundleId: string; reference: string }> {
  const { caseId, taskId, reference } = await collecting(given);
  await collectFromSystem(taskId, never);
  for (const { passage, ...where } of hiding) {
    await must(caseId, {
      type: 'RedactValue',
      redactionId: randomUUID(),
      ground: 'GDPR-15-4',
      decides: await decidesOf(caseId, where),
      detail: { passage, facts: 'It names a colleague.' },
      ...where,
    });
  }
  // The address of a colleague: what the data map leaves to a person and nobody hid is left shown.
  if (!hiding.some(({ collectionId }) => collectionId === 'shop.employee')) await leaveShown(caseId);
  await grantAll(caseId, ({ regime, right }) =>
    rightRule(regime as RegimeId, right as RightId, TODAY)!.answerContains.map(({ id }) => id),
  );
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const { id: bundleId } = await db().bundle.findFirstOrThrow({ where: { caseId } });
  return { caseId, bundleId, reference };
}

export const never = new AbortController().signal;

export const TODAY = localDateOf(new Date().toISOString(), 'UTC');

export const HIDDEN: readonly Hiding[] = [
  { collectionId: 'shop.invoice', recordNo: 0, scope: 'value', field: 'billing_address', passage: 'Jane Peacock' },
  { collectionId: 'shop.invoice', recordNo: 1, scope: 'field', field: 'billing_address', passage: null },
  { collectionId: 'shop.employee', recordNo: 0, scope: 'field', field: 'email', passage: null },
  { collectionId: 'shop.track', recordNo: 0, scope: 'value', field: 'composer', passage: 'Jane Peacock' },
  { collectionId: 'shop.invoice_line', recordNo: 2, scope: 'record', field: null, passage: null },
];
