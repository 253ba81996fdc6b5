import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { answerInquiryAction } from '@/lib/features/inquiries/actions';
import { loadDocument, loadInquiry } from '@/lib/features/inquiries/loaders';
import { answerInquiry } from '@/lib/features/inquiries/mutations/answer-inquiry';
import { db } from '@/lib/platform/db/client';
import { asked, contract, FOUND, formOf } from '@/tests/integration/inquiries/asked';
import { ALICE, logOf, must } from '@/tests/integration/requests/walk';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { controllersWithPapers } from '@/tests/support/papers';

let instance: TestInstance;
const controllers = controllersWithPapers();
beforeAll(async () => {
  instance = await anInstance({ CONTROLLERS_DIR: controllers.folder });
});
afterAll(async () => {
  await instance.stop();
  controllers.remove();
});

/** Everything an answer could change. */
const state = async () =>
  JSON.stringify(
    [
      await db().collectedDocument.findMany({ orderBy: { id: 'asc' } }),
      await db().sourceResult.findMany({ orderBy: { id: 'asc' } }),
      await db().collectedPart.findMany({ orderBy: { id: 'asc' } }),
      await db().inquiry.findMany({ orderBy: { id: 'asc' } }),
      await db().collectionTask.findMany({ orderBy: { id: 'asc' } }),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );

const answer = (token: string) =>
  answerInquiryAction(
    { problems: [], raw: {} },
    formOf(token, { ...FOUND, 'documents-papers-contracts': contract() }),
  ).catch((error: Error) => error.message);

it('nobody answers by a token that is not of an inquiry, whatever it looks like', async () => {
  await asked();
  const before = await state();
  for (const token of [randomBytes(32).toString('base64url'), '', '../desk', 'a'.repeat(43), randomUUID()]) {
    expect(await loadInquiry(token)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await answer(token)).toBe('NEXT_REDIRECT');
  }
  expect(await state()).toBe(before);
});

it('nobody answers by a link that is too old, and the try is logged', async () => {
  const { caseId, token, inquiry } = await asked();
  await db().inquiry.update({ where: { id: inquiry.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  const before = await state();
  expect(await loadInquiry(token)).toMatchObject({ ok: false, reason: 'expired' });
  await answer(token);
  expect(await state()).toBe(before);
  expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'InquiryRefused', data: { reason: 'expired' } });
});

it('nobody answers twice by one link: the page says so, shows nobody, and the first answer stays', async () => {
  const { token } = await asked();
  await answer(token);
  const before = await state();
  expect(await loadInquiry(token)).toMatchObject({ ok: false, reason: 'answered' });
  await answer(token);
  expect(await state()).toBe(before);
});

it('of two answers at the same moment one is kept, whole', async () => {
  const { caseId, token } = await asked();
  const given = (text: string) => [
    {
      collectionId: 'papers.contracts',
      result: 'found',
      reason: '',
      text,
      documents: [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }],
    },
  ];
  const outcomes = await Promise.all(['one', 'two'].map((text) => answerInquiry(token, given(text), '', new Date())));
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await db().collectedDocument.count({ where: { caseId } })).toBe(1);
  expect(await db().collectedPart.count({ where: { caseId, collectionId: 'papers.contracts' } })).toBe(1);
});

it('a link answers for its own case only, and ends with it', async () => {
  const [mine, other] = [await asked(), await asked({ email: 'other@example.com' })];
  await answer(mine.token);
  expect(await db().sourceResult.count({ where: { caseId: other.caseId, collectionId: 'papers.contracts' } })).toBe(0);
  await must(other.caseId, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: other.caseId });
  const before = await state();
  expect(await loadInquiry(other.token)).toMatchObject({ ok: false, reason: 'ended' });
  await answer(other.token);
  expect(await state()).toBe(before);
});

it('a document of one case is not to be had through another', async () => {
  const [mine, other] = [await asked(), await asked({ email: 'other@example.com' })];
  await answer(mine.token);
  const { id } = await db().collectedDocument.findFirstOrThrow({ where: { caseId: mine.caseId } });
  expect(await loadDocument(ALICE.id, other.caseId as AuthorizedCaseId, id)).toBeNull();
  expect(await loadDocument(ALICE.id, mine.caseId as AuthorizedCaseId, 'no-id')).toBeNull();
  expect(await loadDocument(ALICE.id, mine.caseId as AuthorizedCaseId, id)).not.toBeNull();
});
