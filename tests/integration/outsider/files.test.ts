import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { mailDeliveryCode } from '@/lib/features/delivery/mutations';
import { fileAnswer, loadFileOfDesk } from '@/lib/features/files/loaders';
import { dropFiles, keepFiles } from '@/lib/features/files/mutations';
import { statusOf } from '@/lib/features/requester/data/status';
import { requesterOf } from '@/lib/features/requester/mutations';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { mailsOf } from '@/tests/integration/requester/mailbox';
import { ALICE, kindsOf, logOf, must, submit } from '@/tests/integration/requests/walk';
import type { Actor } from '@/lib/domain/case/actor';
import { instanceOfFile } from '@/tests/support/demo-controllers';

instanceOfFile();

const WORDS = 'This is what the invoice says.';

async function written(
  actor: 'requester' | 'staff' = 'requester',
): Promise<{ caseId: AuthorizedCaseId; fileId: string }> {
  const { caseId } = await submit();
  const kept = await keepFiles(caseId, [{ name: 'Фактура.txt', bytes: Buffer.from(WORDS) }]);
  if ('problem' in kept) throw new Error(kept.problem);
  const by: Actor = actor === 'staff' ? ALICE : requesterOf(caseId);
  await must(caseId, { type: 'WriteMessage', messageId: newId(), body: 'Here it is.', files: kept.files }, by);
  return { caseId: caseId as AuthorizedCaseId, fileId: kept.files[0]!.id };
}

describe('a file of a message', () => {
  it('lies sealed, and is handed out to be saved under its name, each time on record', async () => {
    const { caseId, fileId } = await written();
    const row = await db().messageFile.findUniqueOrThrow({ where: { id: fileId } });
    const blob = await readFile(path.join(env().BLOB_DIR, row.blobKey));
    expect(blob.includes(WORDS)).toBe(false);
    expect(JSON.stringify(row)).not.toContain('Фактура');
    const answer = (await loadFileOfDesk(ALICE.id, caseId, fileId))!;
    expect(await answer.text()).toBe(WORDS);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Фактура.txt')}`,
    );
    expect((await logOf(caseId)).filter(({ kind }) => kind === 'FileRead')).toMatchObject([
      { data: { fileId }, actor: { kind: 'staff', id: ALICE.id } },
    ]);
    expect((await logOf(caseId)).find(({ kind }) => kind === 'MessageWritten')).toMatchObject({
      data: { attachments: 1 },
    });
  });

  it('of the desk travels by no mail: the mail says that there is a message, and a fresh code opens it', async () => {
    const { caseId } = await written('staff');
    const mail = (await mailsOf(caseId)).at(-1)!;
    expect(mail.kind).toBe('newMessage');
    expect(mail.text).not.toContain('Фактура');
    const { messages } = await statusOf(caseId, new Date());
    expect(messages[0]).toMatchObject({ author: 'desk', files: [{ name: 'Фактура.txt' }] });
    expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ ok: true });
  });

  it('is no other case’s, and nobody is shown one that there is not', async () => {
    const [one, other] = [await written(), await written()];
    for (const id of [other.fileId, newId(), 'file', '../../etc']) {
      expect(await loadFileOfDesk(ALICE.id, one.caseId, id)).toBeNull();
      expect(await fileAnswer(one.caseId, id, ['requester', 'desk'], requesterOf(one.caseId), new Date())).toBeNull();
    }
    for (const { caseId } of [one, other]) expect(await kindsOf(caseId)).not.toContain('FileRead');
  });

  it('goes with the key of its case, and leaves nothing where its message was not written', async () => {
    const { caseId, fileId } = await written();
    const kept = await keepFiles(caseId, [{ name: 'b.txt', bytes: Buffer.from('b') }]);
    if ('problem' in kept) throw new Error(kept.problem);
    await dropFiles(kept.files);
    expect(await readdir(path.join(env().BLOB_DIR, 'cases', caseId, 'files'))).toEqual([fileId]);
    await db().caseKey.update({ where: { caseId }, data: { wrappedKey: null, destroyedAt: new Date() } });
    expect(await loadFileOfDesk(ALICE.id, caseId, fileId)).toBeNull();
  });
});
