import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/domain/locale';
import { caseOf, caseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { handle } from '@/lib/features/cases/mutations/handle';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { loadMandate } from '@/lib/features/mandate/loaders';
import { answerMandate, watchMandates } from '@/lib/features/mandate/mutations';
import { statusOf } from '@/lib/features/requester/data/status';
import { db } from '@/lib/platform/db/client';
import { mailsOf } from '@/tests/integration/requester/mailbox';
import { ALICE, kindsOf, must, submit } from '@/tests/integration/requests/walk';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { AGENT, asked, mandateOf, tokenOf } from './agent';

instanceOfFile();

const DAY = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY);
const stateOf = async (caseId: string) => caseOf((await caseRow(caseId))!).state;
const stepOf = async (caseId: string) => (await caseRow(caseId))!.nextStep;

describe('the person in whose name somebody asks', () => {
  it('is asked at their own address once the one who asks has confirmed theirs, and not before', async () => {
    const { caseId } = await submit(AGENT);
    expect(await mandateOf(caseId)).toBeNull();
    await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
    const mail = (await mailsOf(caseId)).find(({ kind }) => kind === 'mandateAsked')!;
    expect(mail.to).toBe('luisg@embraer.com.br');
    const token = await tokenOf(caseId);
    for (const locale of LOCALES)
      expect(mail.text).toContain(`https://rights.example.com/chinook/${locale}/mandate/${token}`);
    // What a stranger typed could be anything: it leaves in no mail of ours.
    for (const typed of ['Ana', 'ana@example.com', 'Luís', '3923']) expect(mail.text).not.toContain(typed);
    expect(mail.code).toBe('');
    expect(await stepOf(caseId)).toBe('awaitSubject');
    expect(await kindsOf(caseId)).toContain('SubjectAsked');
  });

  it('reads who asks and for what, as often as they like', async () => {
    const caseId = await asked();
    const token = await tokenOf(caseId);
    for (let time = 0; time < 2; time += 1)
      expect(await loadMandate(token, 'chinook')).toMatchObject({
        ok: true,
        value: {
          state: 'asked',
          name: 'Ana Prado',
          email: 'ana@example.com',
          relation: 'authorised',
          rights: ['access'],
        },
      });
    expect(await mandateOf(caseId)).toMatchObject({ answer: null });
    expect((await kindsOf(caseId)).filter((kind) => kind === 'MandateRead')).toHaveLength(2);
  });

  it('is not asked where the address is the other’s own, a parent or a court speaks for them, or there is none', async () => {
    const { subject } = AGENT;
    const own = await asked({ subject: { ...subject!, identifiers: { email: 'ANA@example.com' } } });
    const court = await asked({ subject: { ...subject!, relation: 'legalRepresentative' } });
    const none = await asked({ subject: { ...subject!, identifiers: { phone: '+55 12 3923 5555' } } });
    const child = await asked({ forWhom: 'child', subject: { ...subject!, relation: 'parent' } });
    for (const caseId of [own, court, none, child]) {
      expect(await mandateOf(caseId)).toBeNull();
      expect((await mailsOf(caseId)).filter(({ to }) => to !== 'ana@example.com')).toEqual([]);
    }
  });

  it('is written to three times in a day at most, whoever asks, and each who asks is another question', async () => {
    const subject = { ...AGENT.subject!, identifiers: { email: 'often@example.com' } };
    const cases = [];
    for (const name of ['one', 'two', 'three', 'four'])
      cases.push(await asked({ subject, email: `${name}@example.com` }));
    const rows = await Promise.all(cases.map(mandateOf));
    expect(rows.map((row) => row !== null)).toEqual([true, true, true, false]);
    await answerMandate(cases[0]!, 'confirmed', new Date());
    expect(await mandateOf(cases[0]!)).toMatchObject({ answer: 'confirmed' });
    expect(await mandateOf(cases[1]!)).toMatchObject({ answer: null });
  });
});

describe('their yes', () => {
  it('shows the mandate without a document, and leads to what their own address leads to alone', async () => {
    const caseId = await asked();
    const early = { type: 'AcceptIdentity', method: 'subjectConfirmed' } as const;
    expect(await handle(caseId, early, ALICE)).toMatchObject({ ok: false, reason: 'mandateNotShown' });
    await answerMandate(caseId, 'confirmed', new Date());
    await answerMandate(caseId, 'confirmed', new Date());
    expect((await kindsOf(caseId)).filter((kind) => kind === 'MandateConfirmed')).toHaveLength(1);
    await must(caseId, early);
    const { identities, unconfirmed } = await knownBy((await caseRow(caseId))!);
    // The phone was typed by the other: by it nothing is searched.
    expect(Object.keys(identities)).toEqual(['email']);
    expect(identities.email).toEqual([expect.stringMatching(/^subject-\d+@example\.com$/)]);
    expect(unconfirmed).toEqual(['phone']);
    const status = await statusOf(caseId as AuthorizedCaseId, new Date());
    expect(status.mandate).toBe('confirmed');
    expect(status.story.map(({ kind }) => kind)).toContain('mandateConfirmed');
  });
});

describe('their no', () => {
  it('stops what was begun at once, tells the one who asked, and ends what had shown the mandate', async () => {
    const caseId = await asked();
    await answerMandate(caseId, 'confirmed', new Date());
    await must(caseId, { type: 'AcceptIdentity', method: 'subjectConfirmed' });
    expect((await startCollection(caseId as AuthorizedCaseId, ALICE)).ok).toBe(true);
    await answerMandate(caseId, 'stopped', new Date());
    expect(await stateOf(caseId)).toBe('verifying');
    expect(await caseRow(caseId)).toMatchObject({ identityMethod: null, nextStep: 'closeStopped' });
    for (const command of [
      { type: 'AcceptIdentity', method: 'evidence' },
      { type: 'RetrySource', systemId: 'shop' },
    ] as const)
      expect(await handle(caseId, command, ALICE)).toMatchObject({ ok: false, reason: 'mandateStopped' });
    const mail = (await mailsOf(caseId)).at(-1)!;
    expect([mail.kind, mail.to]).toEqual(['mandateStopped', 'ana@example.com']);
    expect((await statusOf(caseId as AuthorizedCaseId, new Date())).mandate).toBe('stopped');

    await must(caseId, { type: 'CloseStopped' });
    expect(await caseRow(caseId)).toMatchObject({ state: 'closed', closedHow: 'stopped' });
    // They were told when it was stopped, and once is enough.
    expect((await mailsOf(caseId)).at(-1)!.kind).toBe('mandateStopped');
    expect(await loadMandate(await tokenOf(caseId), 'chinook')).toMatchObject({
      value: { state: 'stopped', open: false },
    });
  });

  it('can be taken back by them while the case is open, and somebody looks at it again', async () => {
    const caseId = await asked();
    await answerMandate(caseId, 'stopped', new Date());
    await answerMandate(caseId, 'confirmed', new Date());
    expect(await stepOf(caseId)).toBe('acceptIdentity');
    await must(caseId, { type: 'AcceptIdentity', method: 'subjectConfirmed' });
  });

  it('counts also after a power of attorney was accepted', async () => {
    const caseId = await asked();
    await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
    await answerMandate(caseId, 'stopped', new Date());
    expect(await stepOf(caseId)).toBe('closeStopped');
  });
});

describe('their silence', () => {
  it('is reminded of once, and then the desk goes by what the other shows; a late word still counts', async () => {
    const caseId = await asked();
    await watchMandates(inDays(6));
    expect(await mandateOf(caseId)).toMatchObject({ remindedAt: null });
    await watchMandates(inDays(8));
    await watchMandates(inDays(9));
    const kinds = (await mailsOf(caseId)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'mandateReminder')).toHaveLength(1);
    await watchMandates(inDays(15));
    await watchMandates(inDays(16));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'SubjectUnanswered')).toHaveLength(1);
    expect(await stepOf(caseId)).toBe('acceptIdentity');
    await answerMandate(caseId, 'confirmed', inDays(20));
    expect(await mandateOf(caseId)).toMatchObject({ answer: 'confirmed' });
  });

  it('is not waited for where their mail did not arrive', async () => {
    const caseId = await asked();
    await db().notice.updateMany({ where: { caseId, kind: 'mandateAsked' }, data: { state: 'failed' } });
    expect(caseOf((await caseRow(caseId))!).mandate).toMatchObject({ state: 'asked', undelivered: true });
  });
});
