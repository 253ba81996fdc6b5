import { describe, expect, it } from 'vitest';
import { caseRow, contactOf } from '@/lib/features/case-file/data/case';
import { contactChangeOf } from '@/lib/features/contact/data';
import { confirmContact, startContactChange } from '@/lib/features/contact/mutations';
import { enterByCode, enterByLink, mailWayIn } from '@/lib/features/requester/mutations';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { mailsOf, newestMail, otherCode } from '../requester/mailbox';
import { kindsOf, submit } from '../requests/walk';

instanceOfFile();

const NOW = new Date('2026-11-22T09:00:00.000Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const NEW = 'luis.new@example.com';

const addressOf = async (caseId: string): Promise<string> => contactOf((await caseRow(caseId))!);

async function asked() {
  const { caseId } = await submit({}, NOW);
  await enterByCode(caseId, (await newestMail(caseId)).code, NOW);
  expect(await startContactChange(caseId, NEW, NOW)).toEqual({ ok: true, value: null });
  const [from, to] = (await mailsOf(caseId)).slice(-2);
  return { caseId, from: from!, to: to! };
}

describe('another address', () => {
  it('takes a code from either mailbox, in either order, and is written to from then on', async () => {
    const { caseId, from, to } = await asked();
    expect([from.kind, from.to]).toEqual(['contactFrom', 'luis@example.com']);
    expect([to.kind, to.to]).toEqual(['contactTo', NEW]);
    // The one who is left learns what is going on, and not the whole of the other's address.
    expect(from.text).toContain('l•••••@example.com');
    expect(from.text).not.toContain(NEW);
    expect([from.token, to.token]).toEqual(['', '']);

    expect(await confirmContact(caseId, 'contactTo', to.code, NOW)).toEqual({ ok: true, value: false });
    expect(await addressOf(caseId)).toBe('luis@example.com');
    expect(await contactChangeOf(caseId)).toEqual({ email: NEW, confirmed: ['contactTo'] });
    expect(await confirmContact(caseId, 'contactFrom', from.code, NOW)).toEqual({ ok: true, value: true });
    expect(await addressOf(caseId)).toBe(NEW);
    expect(await contactChangeOf(caseId)).toBeNull();
    expect(await kindsOf(caseId)).toContain('ContactChanged');

    // The former mailbox is told, and nothing that lies in it opens the page.
    const told = await newestMail(caseId);
    expect([told.kind, told.to, told.token]).toEqual(['contactChanged', 'luis@example.com', '']);
    for (const { token } of (await mailsOf(caseId)).filter((mail) => mail.token !== ''))
      expect(await enterByLink(token, 'chinook', later(1))).toMatchObject({ ok: false, reason: 'used' });
    await mailWayIn(caseId, later(2));
    expect((await newestMail(caseId)).to).toBe(NEW);
  });

  it('is not taken with one code, a wrong one, the code of the other mailbox, or one that is too old', async () => {
    const { caseId, from, to } = await asked();
    expect(await confirmContact(caseId, 'contactFrom', otherCode(from.code), NOW)).toMatchObject({ reason: 'wrong' });
    if (from.code !== to.code)
      expect(await confirmContact(caseId, 'contactTo', from.code, NOW)).toMatchObject({ reason: 'wrong' });
    expect(await confirmContact(caseId, 'contactFrom', from.code, NOW)).toMatchObject({ ok: true });
    expect(await confirmContact(caseId, 'contactFrom', from.code, NOW)).toMatchObject({ reason: 'used' });
    expect(await addressOf(caseId)).toBe('luis@example.com');
    expect((await kindsOf(caseId)).filter((kind) => kind === 'EmailConfirmationFailed').length).toBeGreaterThan(0);
  });

  it('begun anew forgets what the first was agreed with', async () => {
    const { caseId, to } = await asked();
    await confirmContact(caseId, 'contactTo', to.code, NOW);
    await startContactChange(caseId, 'other@example.com', later(1));
    expect(await contactChangeOf(caseId)).toEqual({ email: 'other@example.com', confirmed: [] });
    expect(await confirmContact(caseId, 'contactTo', to.code, later(1))).toMatchObject({ ok: false });
  });

  it('is not the one in use, and is not tried without end', async () => {
    const { caseId } = await submit({ email: 'again@example.com' }, NOW);
    expect(await startContactChange(caseId, 'Again@example.com', NOW)).toEqual({ ok: false, reason: 'sameAddress' });
    const tries = [];
    for (let count = 0; count < 6; count += 1)
      tries.push((await startContactChange(caseId, `other${count}@example.com`, NOW)).ok);
    expect(tries).toEqual([true, true, true, true, false, false]);
  });
});
