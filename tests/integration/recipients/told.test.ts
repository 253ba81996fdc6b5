import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipientStanding } from '@/lib/domain/case/recipients';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { recipientWords } from '@/lib/features/cases/data/recipients';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { sendRecipientMail } from '@/lib/features/mail/mutations/send-recipient';
import { confirmTellingAction } from '@/lib/features/recipients/actions';
import { loadTelling } from '@/lib/features/recipients/loaders';
import { statusOf } from '@/lib/features/requester/data/status';
import { db } from '@/lib/platform/db/client';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { carriedOut, caseNow, erasingInstance, granted } from '@/tests/integration/erasure/erasing-case';
import { ALICE, BOB, kindsOf, logOf, must, verified } from '@/tests/integration/requests/walk';
import type { TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { dayIn } from '@/tests/support/days';

let instance: TestInstance;
let server: MailServer;
beforeAll(async () => {
  server = await mailServer();
  instance = await erasingInstance({ SMTP_URL: server.url });
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

const TODAY = dayIn('Europe/Dublin');

const standings = async (caseId: string) =>
  Object.fromEntries((await caseNow(caseId)).recipients.map((one) => [one.recipientId, recipientStanding(one)]));

const noticeTo = (caseId: string, recipientId: string) =>
  db().recipientNotice.findFirstOrThrow({ where: { caseId, recipientId } });

const confirm = (token: string) => {
  const form = new FormData();
  form.set('token', token);
  return confirmTellingAction(form).catch((error: Error) => expect(error.message).toBe('NEXT_REDIRECT'));
};

describe('an erasure that was proved', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await granted('luis@example.com', 'bg');
    await carriedOut(caseId);
  });

  it('owes word to whoever received what went, and to nobody before', async () => {
    expect(await standings(caseId)).toEqual({ hosting: 'onItsWay', tax: 'due' });
    expect(await noticeTo(caseId, 'tax')).toMatchObject({ step: 'erased', collections: ['shop.invoice'] });
    const log = await logOf(caseId);
    expect(log.map(({ kind }) => kind).slice(-3)).toContain('RecipientsOwed');
    expect(log.find(({ kind }) => kind === 'RecipientsOwed')).toMatchObject({
      data: { step: 'erased', byMail: ['hosting'], byPerson: ['tax'], notTold: [] },
    });
    expect(await caseRow(caseId)).toMatchObject({ nextStep: 'tellRecipients' });
  });

  it('mails the one with an address, and says whom it is about behind the link alone', async () => {
    server.taken.length = 0;
    const { id, tokenHash } = await noticeTo(caseId, 'hosting');
    await sendRecipientMail(id, { attempt: 1, last: 25 });
    expect((await standings(caseId)).hosting).toBe('sent');
    const [taken] = server.taken;
    expect(taken?.to).toEqual(['privacy@hosting.example.com']);
    const token = mailedToken('recipient', id, tokenHash)!;
    const mail = await PostalMime.parse(taken!.source);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(`https://rights.example.com/told/${token}`);
      expect(body).not.toContain('luis');
    }
    expect(await loadTelling(token)).toMatchObject({
      ok: true,
      value: { step: 'erased', knownBy: [{ kind: 'email', values: ['luis@example.com'] }] },
    });
    await confirm(token);
    expect((await standings(caseId)).hosting).toBe('confirmed');
    expect(await loadTelling(token)).toMatchObject({ ok: false, reason: 'confirmed' });
    expect((await kindsOf(caseId)).filter((kind) => /^Recipient[MRC]/.test(kind))).toEqual([
      'RecipientMailed',
      'RecipientRead',
      'RecipientConfirmed',
    ]);
  });

  it('tells the person at once who was told and who not, and why', async () => {
    const { id } = await noticeTo(caseId, 'tax');
    await must(caseId, {
      type: 'ExcuseRecipient',
      recipientNoticeId: id,
      why: 'disproportionate',
      reason: 'Видели са само сумите.',
    });
    const { recipients } = await statusOf(caseId as AuthorizedCaseId, new Date());
    expect(recipients).toMatchObject([
      { name: 'Sample Hosting Ltd', standing: 'confirmed', on: TODAY },
      { standing: 'excused', reason: 'Видели са само сумите.' },
    ]);
  });
});

describe('a correction that a person made by hand', () => {
  it('is told by a person, since nothing on record says what is right; the receipt is kept sealed', async () => {
    const { caseId } = await verified({ rights: ['GDPR:rectification'], email: 'quiet@example.com', identifiers: {} });
    const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: 'We correct it.',
      despiteHidden: null,
    });
    await must(caseId, { type: 'ApproveDecision' }, BOB);
    await must(caseId, {
      type: 'RecordCarriedOut',
      rightItemId,
      on: TODAY,
      systems: ['shop'],
      facts: 'Your town is right now.',
      confirmed: ['changed', 'recipientsTold'],
    });
    expect(new Set(Object.values(await standings(caseId)))).toEqual(new Set(['due']));
    const { id } = await noticeTo(caseId, 'hosting');
    await must(caseId, {
      type: 'RecordRecipientTold',
      recipientNoticeId: id,
      on: TODAY,
      receipt: 'By letter, receipt RR 1.',
    });
    const row = (await caseRow(caseId))!;
    const words = await recipientWords(caseId, row.controllerId, keyOf(row), 'en');
    expect(words.find(({ name }) => name === 'Sample Hosting Ltd')).toMatchObject({
      standing: 'told',
      receipt: 'By letter, receipt RR 1.',
    });
    expect(Buffer.from((await noticeTo(caseId, 'hosting')).sealedReceipt!).toString()).not.toContain('letter');
    expect(await handle(caseId, { type: 'CloseCase' }, ALICE)).toMatchObject({ ok: false });
  });
});

describe('a mail that does not arrive', () => {
  it('is a person’s to make good, and one that was told another way is mailed no more', async () => {
    const caseId = await granted('quiet@example.com');
    await carriedOut(caseId);
    const { id } = await noticeTo(caseId, 'hosting');
    await db().recipientNotice.update({ where: { id }, data: { state: 'handedOver', attempts: 1 } });
    await sendRecipientMail(id, { attempt: 25, last: 25 });
    expect((await standings(caseId)).hosting).toBe('due');
    expect((await logOf(caseId)).at(-1)).toMatchObject({ kind: 'RecipientMailFailed', data: { reason: 'unanswered' } });
    await must(caseId, { type: 'RecordRecipientTold', recipientNoticeId: id, on: TODAY, receipt: 'By telephone.' });
    await db().recipientNotice.update({ where: { id }, data: { state: 'queued' } });
    server.taken.length = 0;
    await sendRecipientMail(id, { attempt: 1, last: 25 });
    expect(server.taken).toEqual([]);
  });
});
