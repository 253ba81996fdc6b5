import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { loadReview } from '@/lib/features/review/loaders/review';
import { recordSearchSchema, recordsPageSchema, redactSchema } from '@/lib/features/review/schema';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { collecting, kindsOf, must, submit, verified } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

instanceOfFile();
let me: Person;
let collected: { caseId: AuthorizedCaseId };
beforeAll(async () => {
  me = await aPerson();
  const { caseId, taskId } = await collecting({ locale: 'ru', name: 'Луиш' });
  await collectFromSystem(taskId, new AbortController().signal);
  collected = { caseId: caseId as AuthorizedCaseId };
});

const review = async () => {
  const loaded = await loadReview(collected.caseId, me.staff, 'review');
  if (!loaded) throw new Error('The case has its key');
  return loaded;
};

describe('the review', () => {
  it('shows the collections in which something was found, and the grounds with their words in the requester’s language', async () => {
    const { systems, total, open, grounds } = await review();
    const found = systems.flatMap(({ collections }) => collections);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every(({ records }) => records > 0)).toBe(true);
    expect(total).toBe(found.reduce((sum, { records }) => sum + records, 0));
    expect(open).toBe(true);
    expect(grounds.map(({ id }) => id)).toContain('GDPR-15-4');
    expect(grounds.find(({ id }) => id === 'GDPR-15-4')?.words).toMatch(/скрыто/);
  });

  it('keeps a ledger of what is hidden, with the passage opened from the vault, until it is shown again', async () => {
    const { collection } = (await review()).systems
      .flatMap(({ collections }) => collections)
      .find(({ collection: { name } }) => name === 'invoice')!;
    const redactionId = randomUUID();
    const where = {
      redactionId,
      collectionId: collection.id,
      recordNo: 0,
      scope: 'value',
      field: 'billing_address',
      ground: 'GDPR-15-4',
    } as const;
    await must(
      collected.caseId,
      { type: 'RedactValue', ...where, decides: [], detail: { passage: 'Jane Peacock', facts: 'A colleague.' } },
      { kind: 'staff', id: me.staffId },
    );
    expect((await review()).redactions).toEqual([
      {
        id: redactionId,
        collectionId: collection.id,
        recordNo: 0,
        scope: 'value',
        field: 'billing_address',
        ground: 'GDPR-15-4',
        passage: 'Jane Peacock',
        facts: 'A colleague.',
        by: 'Éloïse Thill',
      },
    ]);
    expect((await loadCasePage(collected.caseId, me.staff, 'case')).hidden).toMatchObject({
      count: 2,
      grounds: ['GDPR-15-4'],
      facts: 'A colleague.',
      toDecide: 1,
    });
    await must(
      collected.caseId,
      { type: 'UndoRedaction', redactionId, collectionId: collection.id },
      { kind: 'staff', id: me.staffId },
    );
    expect((await review()).redactions).toEqual([]);
  });

  it('takes the right parts of a form for each scope', () => {
    const form = {
      collectionId: 'a.b',
      recordNo: '3',
      field: 'note',
      passage: 'Olga',
      ground: 'GDPR-15-4',
      facts: 'x',
    };
    expect(redactSchema.parse({ ...form, scope: 'value' })).toMatchObject({
      field: 'note',
      passage: 'Olga',
      recordNo: 3,
    });
    expect(redactSchema.parse({ ...form, scope: 'field' })).toMatchObject({ field: 'note', passage: null });
    expect(redactSchema.parse({ ...form, scope: 'record' })).toMatchObject({ field: null, passage: null });
    expect(redactSchema.safeParse({ ...form, scope: 'value', passage: '' }).success).toBe(false);
    expect(redactSchema.safeParse({ ...form, scope: 'field', field: '' }).success).toBe(false);
    expect(redactSchema.safeParse({ ...form, scope: 'value', recordNo: '-1' }).success).toBe(false);
    expect(redactSchema.safeParse({ ...form, scope: 'value', facts: 'x'.repeat(4001) }).success).toBe(false);
  });

  it.each([
    [{ collection: '../x', from: '0' }],
    [{ collection: 'a.b', from: '-1' }],
    [{ collection: 'a.b', from: 'x' }],
    [{ from: '0' }],
  ])('refuses to page by %j', (asked) => {
    expect(recordsPageSchema.safeParse(asked).success).toBe(false);
  });

  it('refuses a search for nothing, for too much, and with fields it does not know', () => {
    expect(recordSearchSchema.safeParse({ collection: 'a.b', text: '  ' }).success).toBe(false);
    expect(recordSearchSchema.safeParse({ collection: 'a.b', text: 'x'.repeat(201) }).success).toBe(false);
    expect(recordSearchSchema.safeParse({ collection: 'a.b', text: 'x', also: 1 }).success).toBe(false);
  });
});

describe('the page of a case', () => {
  it('tells the story newest first, with the words, the mails and who acted', async () => {
    const { caseId } = await verified({ email: 'story@example.com' });
    await must(
      caseId,
      { type: 'WriteMessage', messageId: randomUUID(), body: 'Which invoice?' },
      { kind: 'staff', id: me.staffId },
    );
    await must(
      caseId,
      { type: 'WriteNote', messageId: randomUUID(), body: 'Called the shop.' },
      { kind: 'staff', id: me.staffId },
    );
    await db().notice.updateMany({
      where: { caseId, kind: 'newMessage' },
      data: { state: 'delayed', attempts: 2, lastFailure: 'unreachable' },
    });
    const page = await loadCasePage(caseId as AuthorizedCaseId, me.staff, 'case');
    expect(page.story.map(({ kind }) => kind).slice(0, 3)).toEqual(['NoteWritten', 'NoticeQueued', 'MessageWritten']);
    expect(page.story.at(-1)?.kind).toBe('RequestReceived');
    expect(page.story.find(({ kind }) => kind === 'NoteWritten')).toMatchObject({
      who: 'Éloïse Thill',
      words: { text: 'Called the shop.', note: true, lang: 'en' },
    });
    expect(page.story.find(({ mail }) => mail?.state === 'delayed')).toMatchObject({
      values: { notice: 'there is a message' },
      mail: { attempts: 2, reason: 'unreachable' },
    });
    expect(page.clocks[0]?.working.length).toBeGreaterThan(1);
    expect(page.rights[0]?.choices.map(({ outcome }) => outcome)).toContain('partlyGranted');
    expect(page.steps[0]).toMatchObject({ key: 'startCollection', mode: 'must' });
  });

  it('shows what the same address asked before, and when the law asks for no other answer', async () => {
    const light = { residence: 'US-CA', rights: ['CA_SHINE_THE_LIGHT:shine_the_light'], email: 'Again@example.com' };
    const first = await submit(light, new Date('2026-02-01T12:00:00.000Z'));
    const [second, other] = [
      await submit({ ...light, email: 'again@example.com' }, new Date('2026-03-01T12:00:00.000Z')),
      await submit({ ...light, email: 'else@example.com' }, new Date('2026-03-01T12:00:00.000Z')),
    ];
    const { staff } = await aPerson();
    const pageOf = (caseId: string) => loadCasePage(caseId as AuthorizedCaseId, staff, 'case');
    expect(await pageOf(second.caseId)).toMatchObject({
      earlier: [{ reference: first.reference, receivedOn: '2026-02-01', state: 'reviewing' }],
      rights: [{ reached: null }],
    });
    await db().rightItem.updateMany({
      where: { caseId: first.caseId },
      data: { approvedAt: new Date('2026-02-20T12:00:00.000Z') },
    });
    expect((await pageOf(second.caseId)).rights).toMatchObject([
      { reached: { times: 1, per: 'calendarYear', ground: 'STL-once' } },
    ]);
    expect((await pageOf(other.caseId)).earlier).toEqual([]);
    expect((await pageOf(first.caseId)).earlier).toMatchObject([{ reference: second.reference }]);
    expect((await pageOf(first.caseId)).rights).toMatchObject([{ reached: null }]);
  });

  it('logs the reading once for a person and a view, and marks messages read only for those who answer', async () => {
    const { caseId } = await verified({ email: 'read@example.com' });
    await must(
      caseId,
      { type: 'WriteMessage', messageId: randomUUID(), body: 'Hello?' },
      { kind: 'requester', id: caseId },
    );
    const dpo = await aPerson({ roles: ['dpo'] });
    await loadCasePage(caseId as AuthorizedCaseId, dpo.staff, 'oversight');
    expect(await kindsOf(caseId)).not.toContain('MessageRead');
    for (let n = 0; n < 3; n++) await loadCasePage(caseId as AuthorizedCaseId, me.staff, 'case');
    const kinds = await kindsOf(caseId);
    expect(kinds.filter((kind) => kind === 'CaseRead')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'MessageRead')).toHaveLength(1);
    await loadCasePage(caseId as AuthorizedCaseId, me.staff, 'case', new Date(Date.now() + 16 * 60_000));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'CaseRead')).toHaveLength(3);
  });
});
