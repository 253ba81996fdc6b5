import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, localDateOf } from '@/lib/domain/calendar/local-date';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { destroyKey } from '@/lib/features/case-file/upkeep/forgetting';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { handle } from '@/lib/features/cases/mutations/handle';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { forgetCases } from '@/lib/features/expiry/mutations/forget-cases';
import { statusOf } from '@/lib/features/requester/data/status';
import { controller } from '@/lib/platform/controllers/registry';
import { putBlob } from '@/lib/platform/blobs';
import { sealText } from '@/lib/platform/vault/case-key';
import { db, transaction } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { ALICE, collecting, kindsOf, must, submit } from '../requests/walk';
import { aPerson } from '../staff/people';

const instance = instanceOfFile();
const DAY = 86_400_000;

/** When the time of what is closed now is over, so many days before or after that. */
const timeIsOver = (days = 2): Date =>
  new Date(Date.now() + (controller('chinook').definition.retention.caseDays + days) * DAY);

const isForgotten = async (caseId: string): Promise<boolean> => {
  const { wrappedKey, destroyedAt } = await db().caseKey.findUniqueOrThrow({ where: { caseId } });
  return wrappedKey === null && destroyedAt !== null;
};

/** A closed case with records, a file of a message and a copy. */
async function closedCase(email: string): Promise<{ caseId: string; folder: string }> {
  const { caseId, taskId } = await collecting({ email });
  await collectFromSystem(taskId, new AbortController().signal);
  const key = keyOf((await caseRow(caseId))!);
  const [messageId, fileId, file, bundle] = [
    randomUUID(),
    randomUUID(),
    `cases/${caseId}/files/1`,
    `cases/${caseId}/bundles/1`,
  ];
  for (const blobKey of [file, bundle]) await putBlob(blobKey, key, [Buffer.from('sealed')]);
  await must(caseId, { type: 'WriteMessage', messageId, body: 'See the file.' }, { kind: 'requester', id: caseId });
  await db().messageFile.create({
    data: {
      id: fileId,
      caseId,
      messageId,
      sha256: '',
      mediaType: 'text/plain',
      bytes: 6,
      sealedName: sealText(key, 'bill.txt', `file:${fileId}`),
      blobKey: file,
    },
  });
  await db().bundle.create({ data: { id: randomUUID(), caseId, locale: 'en', state: 'sealed', blobKey: bundle } });
  await must(caseId, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: caseId });
  return { caseId, folder: path.join(instance.blobDir, 'cases', caseId) };
}

async function atTheDesk(caseId: string) {
  const { staff } = await aPerson({ name: 'Ann Desk' });
  return loadCasePage(caseId as AuthorizedCaseId, staff, 'case');
}

/** How long it is kept, as the desk is told and as the person is. */
const keepingOf = async (caseId: string) => [
  (await atTheDesk(caseId)).keeping,
  (await statusOf(caseId as AuthorizedCaseId, new Date())).keeping,
];

describe('a closed case', () => {
  it('is forgotten once its time is over: key, files and whatever leads to it, and the log stays', async () => {
    const { caseId, folder } = await closedCase('luis@example.com');
    await forgetCases(timeIsOver(-2));
    expect(await isForgotten(caseId)).toBe(false);
    expect(existsSync(folder)).toBe(true);
    const { timezone, retention } = controller('chinook').definition;
    const until = addDays(localDateOf(new Date().toISOString(), timezone), retention.caseDays);
    expect(await keepingOf(caseId)).toEqual([
      { because: 'time', until },
      { because: 'time', until },
    ]);
    const before = await kindsOf(caseId);

    await forgetCases(timeIsOver());
    expect(await isForgotten(caseId)).toBe(true);
    expect(existsSync(folder)).toBe(false);
    expect(await kindsOf(caseId)).toEqual([...before, 'CaseForgotten', 'CaseFilesRemoved']);
    const left = await Promise.all([
      db().blindIndexEntry.count({ where: { caseId } }),
      db().accessToken.count({ where: { caseId } }),
      db().requesterSession.count({ where: { caseId } }),
      db().collectedPart.count({ where: { caseId } }),
      db().messageFile.count({ where: { caseId } }),
      db().bundle.count({ where: { caseId, NOT: { state: 'destroyed', blobKey: null } } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
    // Nothing opens it again, and the desk still sees that there was one, without the words.
    const reopened = await handle(caseId, { type: 'ReopenCase', reason: 'requesterAsked' }, ALICE);
    expect(reopened).toMatchObject({ ok: false, reason: 'notFound' });
    const page = await atTheDesk(caseId);
    expect(page).toMatchObject({ current: { id: caseId, state: 'closed' }, keeping: null });
    expect(JSON.stringify(page)).not.toContain('See the file.');

    await forgetCases(timeIsOver());
    expect((await kindsOf(caseId)).filter((kind) => kind.startsWith('Case') && kind.includes('Forg'))).toHaveLength(1);
  });

  it('whose key is destroyed loses its files in the next turn, where a turn was broken off', async () => {
    const { caseId, folder } = await closedCase('leonie@example.com');
    await transaction((tx) => destroyKey(tx, caseId, new Date()));
    expect(existsSync(folder)).toBe(true);
    await forgetCases();
    expect(existsSync(folder)).toBe(false);
    expect((await kindsOf(caseId)).at(-1)).toBe('CaseFilesRemoved');
  });

  it('is kept while a legal hold lies on it', async () => {
    const { caseId } = await closedCase('kept@example.com');
    const hold = { id: randomUUID(), controllerId: 'chinook', caseId, collections: [], groundId: 'GDPR-17-3-e' };
    await db().legalHold.create({
      data: { ...hold, reason: 'A lawsuit.', placedAt: new Date(), placedById: ALICE.id },
    });
    await forgetCases(timeIsOver());
    expect(await isForgotten(caseId)).toBe(false);
    expect(await keepingOf(caseId)).toEqual([{ because: 'hold' }, { because: 'hold' }]);
    await db().legalHold.update({ where: { id: hold.id }, data: { releasedAt: new Date() } });
    await forgetCases(timeIsOver());
    expect(await isForgotten(caseId)).toBe(true);
  });

  it('that is open is never forgotten', async () => {
    const { caseId } = await submit();
    await forgetCases(timeIsOver(5000));
    expect(await isForgotten(caseId)).toBe(false);
  });
});
