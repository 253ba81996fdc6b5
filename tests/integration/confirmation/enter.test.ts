import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS } from '@/lib/features/confirmation/mutations';
import { triesLeft } from '@/lib/features/confirmation/data';
import { codeFormSchema } from '@/lib/features/requester/schema';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { enterByCode, enterByLink, mailWayIn, mailWayInTo } from '@/lib/features/requester/mutations';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { kindsOf, logOf, submit } from '../requests/walk';
import { mailsOf, newestMail, otherCode } from '../requester/mailbox';

instanceOfFile();

const NOW = new Date('2026-11-22T09:00:00.000Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const stateOf = async (caseId: string) => (await db().case.findUniqueOrThrow({ where: { id: caseId } })).state;

async function sent() {
  const { caseId, reference } = await submit({}, NOW);
  return { caseId, reference, mail: await newestMail(caseId) };
}

describe('a code', () => {
  it('confirms the address once, lets this browser in, and is answered by a mail with the date', async () => {
    const { caseId, mail } = await sent();
    const entered = await enterByCode(caseId, mail.code, NOW);
    expect(entered.ok).toBe(true);
    expect(await stateOf(caseId)).toBe('verifying');
    expect(await sessionBy(entered.ok ? entered.value : '', 'chinook', NOW)).toMatchObject({ caseId, fresh: false });
    expect((await mailsOf(caseId)).map(({ kind }) => kind)).toEqual(['confirmEmail', 'acknowledgement']);
    expect(await enterByCode(caseId, mail.code, NOW)).toEqual({ ok: false, reason: 'used' });
  });

  it('that is wrong is refused, logged, and counted', async () => {
    const { caseId, mail } = await sent();
    for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1)
      expect(await enterByCode(caseId, otherCode(mail.code), NOW)).toMatchObject({ reason: 'wrong' });
    // The right one comes too late.
    expect(await enterByCode(caseId, mail.code, NOW)).toMatchObject({ ok: false, reason: 'tooMany' });
    expect(await stateOf(caseId)).toBe('received');
    expect(
      (await logOf(caseId)).filter(({ kind }) => kind === 'EmailConfirmationFailed').map(({ data }) => data.reason),
    ).toEqual([...Array<string>(MAX_ATTEMPTS).fill('wrong'), 'tooMany']);
  });

  it('that is no six digits is no try: nothing is counted and nothing logged', async () => {
    const { caseId, mail } = await sent();
    for (const typed of ['', '12345', '1234567', 'abcdef', ' '])
      expect(await enterByCode(caseId, typed, NOW)).toEqual({ ok: false, reason: 'malformed' });
    expect(await triesLeft(caseId, 'confirmEmail')).toBe(MAX_ATTEMPTS);
    expect(await kindsOf(caseId)).not.toContain('EmailConfirmationFailed');
    await enterByCode(caseId, otherCode(mail.code), NOW);
    expect(await triesLeft(caseId, 'confirmEmail')).toBe(MAX_ATTEMPTS - 1);
    expect((await enterByCode(caseId, mail.code, NOW)).ok).toBe(true);
  });

  it.each([
    ['with what a phone adds', (code: string) => `${code}\u200B`],
    ['with a full stop', (code: string) => `${code}.`],
    ['with the words around it', (code: string) => `Your code: ${code}`],
    ['in two halves', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['in Arabic digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
  ])('is read %s', (_, typed) => {
    expect(codeFormSchema.parse({ controllerId: 'chinook', locale: 'en', code: typed('048215') }).code).toBe('048215');
  });

  it('lives from when its mail left, however long a server on the way made it wait', async () => {
    const { caseId, mail } = await sent();
    await db().notice.updateMany({ where: { caseId }, data: { sentAt: later(29 * 60) } });
    expect((await enterByCode(caseId, otherCode(mail.code), later(52 * 60))).ok).toBe(false);
    expect((await enterByCode(caseId, mail.code, later(52 * 60))).ok).toBe(true);
    const other = await sent();
    await db().notice.updateMany({ where: { caseId: other.caseId }, data: { sentAt: later(60) } });
    expect(await enterByCode(other.caseId, other.mail.code, later(25 * 60))).toEqual({ ok: false, reason: 'expired' });
  });

  it('stands in no subject, and its time names whose clock it is', async () => {
    const { mail } = await sent();
    expect(mail.subject).not.toMatch(/\d{6}/);
    expect(mail.text).toMatch(/until 23.November 2026, \d\d:\d\d \(.+ time\)/);
  });

  it('counts tries that come all at once', async () => {
    const { caseId, mail } = await sent();
    const tries = await Promise.all(Array.from({ length: 12 }, () => enterByCode(caseId, otherCode(mail.code), NOW)));
    expect(tries.filter((one) => !one.ok && one.reason === 'wrong')).toHaveLength(MAX_ATTEMPTS);
  });

  it('used by two at once lets one in', async () => {
    const { caseId, mail } = await sent();
    const tries = await Promise.all([enterByCode(caseId, mail.code, NOW), enterByCode(caseId, mail.code, NOW)]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('expires, and a new one takes its place', async () => {
    const { caseId, mail } = await sent();
    expect(await enterByCode(caseId, mail.code, later(24 * 60 + 1))).toEqual({ ok: false, reason: 'expired' });
    await mailWayIn(caseId, later(24 * 60 + 2));
    const renewed = await newestMail(caseId);
    expect(renewed.kind).toBe('confirmEmail');
    expect((await enterByCode(caseId, renewed.code, later(24 * 60 + 3))).ok).toBe(true);
    expect(await kindsOf(caseId)).toContain('EmailConfirmationRenewed');
  });

  it('is kept as a keyed hash that no table of six digits turns back', async () => {
    const { caseId, mail } = await sent();
    const row = await db().accessToken.findFirstOrThrow({ where: { caseId } });
    expect(Buffer.from(row.codeHash).includes(Buffer.from(mail.code))).toBe(false);
    expect(Buffer.from(row.tokenHash).includes(Buffer.from(mail.token, 'base64url'))).toBe(false);
    expect(row.codeHash).toHaveLength(32);
  });
});

describe('a link', () => {
  it('confirms the address, once', async () => {
    const { caseId, mail } = await sent();
    expect((await enterByLink(mail.token, 'chinook', NOW)).ok).toBe(true);
    expect(await stateOf(caseId)).toBe('verifying');
    expect(await enterByLink(mail.token, 'chinook', NOW)).toMatchObject({ ok: false, reason: 'used' });
    expect((await logOf(caseId)).find(({ kind }) => kind === 'EmailConfirmed')?.data).toEqual({ method: 'link' });
  });

  it('of another controller, or made up, is wrong', async () => {
    const { caseId, mail } = await sent();
    expect(await enterByLink(mail.token, 'callsapp', NOW)).toEqual({ ok: false, reason: 'wrong' });
    expect(await enterByLink('A'.repeat(43), 'chinook', NOW)).toEqual({ ok: false, reason: 'wrong' });
    expect(await stateOf(caseId)).toBe('received');
  });

  it('of an earlier mail still works: people open the mail they find first', async () => {
    const { caseId, mail } = await sent();
    await mailWayIn(caseId, later(5));
    expect((await enterByLink(mail.token, 'chinook', later(6))).ok).toBe(true);
  });
});

describe('asking for a way in', () => {
  const asking = (reference: string, email: string, at = NOW) =>
    mailWayInTo({ controllerId: 'chinook', reference, email }, at);

  it('mails a link where reference and address belong together, however the address is written', async () => {
    const { caseId, reference, mail } = await sent();
    await enterByCode(caseId, mail.code, NOW);
    await asking(reference, ' LUIS@example.com ', later(1));
    const link = await newestMail(caseId);
    expect(link.kind).toBe('accessLink');
    expect((await enterByLink(link.token, 'chinook', later(2))).ok).toBe(true);
    expect(await enterByLink((await newestMail(caseId)).token, 'chinook', later(62))).toMatchObject({ ok: false });
  });

  it('does nothing for another address, another controller or an unknown reference', async () => {
    const { caseId, reference } = await sent();
    await asking(reference, 'somebody@example.com');
    await mailWayInTo({ controllerId: 'callsapp', reference, email: 'luis@example.com' }, NOW);
    await asking('CK-0000-0000', 'luis@example.com');
    expect(await mailsOf(caseId)).toHaveLength(1);
  });

  it('fills nobody’s mailbox: five mails in an hour', async () => {
    const { caseId } = await sent();
    for (let tries = 0; tries < 9; tries += 1) await mailWayIn(caseId, later(tries));
    expect(await mailsOf(caseId)).toHaveLength(1 + 5);
  });
});
