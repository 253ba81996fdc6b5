import { describe, expect, it } from 'vitest';
import { keptWords } from '@/lib/features/staff/data/kept-words';
import { keepWords } from '@/lib/features/staff/mutations/kept-words';
import { LOGGED_EACH, sumUpRefusals } from '@/lib/features/log/mutations/refusals';
import type { Source } from '@/lib/features/staff/mutations/sign-in-limits';
import { presentOf } from '@/lib/features/staff/data/staff';
import { addStaff, newTotpSecret, signIn, totpCode } from '@/lib/features/staff/mutations/sign-in';
import { returnPathSchema, signInSchema } from '@/lib/features/staff/schema/sign-in';
import type { SignedIn } from '@/lib/features/staff/types/staff';
import { changeAccount, changePassword, changeRoles } from '@/lib/features/staff/mutations/accounts';
import { newPasswordSchema } from '@/lib/features/staff/schema/accounts';
import { IDLE_SECONDS, SESSION_SECONDS } from '@/lib/features/staff/data/sessions';
import { endSession, touchSession } from '@/lib/features/staff/mutations/sessions';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { aPerson, from, type Person } from './people';

instanceOfFile();

const NOW = Date.parse('2026-11-22T09:24:00.000Z');
const STEP = 30_000;
const at = (steps: number): Date => new Date(NOW + steps * STEP);

const tryIn = (
  { email, password, totpSecret }: Person,
  when: Date,
  given: { password?: string; totp?: string; email?: string; source?: Source } = {},
) =>
  signIn(
    {
      email: given.email ?? email,
      password: given.password ?? password,
      totp: given.totp ?? totpCode(totpSecret, when),
    },
    given.source ?? from('203.0.113.7'),
    when,
  );

async function signedIn(person: Person, when: Date, network = '203.0.113.7'): Promise<SignedIn> {
  const result = await tryIn(person, when, { source: from(network) });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const reasons = async (actorId: string): Promise<unknown[]> =>
  (await db().auditEvent.findMany({ where: { actorId, kind: 'SignInFailed' }, orderBy: { position: 'asc' } })).map(
    ({ body }) => (JSON.parse(body) as { data: { reason: string } }).data.reason,
  );

describe('signing in', () => {
  it('takes address, password and the code of the moment together, and is logged', async () => {
    const person = await aPerson();
    expect(await tryIn(person, at(0))).toMatchObject({ ok: true, value: { staffId: person.staffId } });
    expect(await db().auditEvent.count({ where: { actorId: person.staffId, kind: 'StaffSignedIn' } })).toBe(1);
  });

  it('gives one answer to every failure, and the log the reason', async () => {
    const person = await aPerson();
    const failed = [
      await tryIn(person, at(0), { password: 'not this' }),
      await tryIn(person, at(0), { totp: '000000' }),
      await tryIn(person, at(0), { email: 'nobody@example.com' }),
    ];
    expect(new Set(failed.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"reason":"notSignedIn"}']),
    );
    expect(await reasons(person.staffId)).toEqual(['credentials', 'totp']);
    expect(await reasons('portal')).toContain('credentials');
  });

  it('takes each code once, also from two who come at the same moment', async () => {
    const person = await aPerson();
    const both = await Promise.all([tryIn(person, at(10)), tryIn(person, at(10))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await tryIn(person, at(10))).ok).toBe(false);
    expect(await reasons(person.staffId)).toEqual(['replayed', 'replayed']);
    expect((await tryIn(person, at(11))).ok).toBe(true);
  });

  it('takes no older code after a newer one, and none two steps away', async () => {
    const person = await aPerson();
    expect((await tryIn(person, at(20), { totp: totpCode(person.totpSecret, at(21)) })).ok).toBe(true);
    expect((await tryIn(person, at(20), { totp: totpCode(person.totpSecret, at(20)) })).ok).toBe(false);
    expect((await tryIn(person, at(30), { totp: totpCode(person.totpSecret, at(28)) })).ok).toBe(false);
  });

  it('makes a stranger wait after wrong tries, longer each time, and never the person on their own browser or network', async () => {
    const person = await aPerson();
    const mine = await signedIn(person, at(36), '198.51.100.20');
    for (let n = 0; n < 8; n++) await tryIn(person, at(40 + n), { totp: '000000', password: `wrong ${n}` });
    expect(await tryIn(person, at(47))).toMatchObject({
      ok: false,
      reason: 'wait',
      detail: expect.stringMatching(/^[1-9]\d*$/) as string,
    });
    expect((await tryIn(person, at(47), { source: from('203.0.113.7', mine.device) })).ok).toBe(true);
    expect((await tryIn(person, at(49), { source: from('198.51.100.20') })).ok).toBe(true);
    expect((await tryIn(person, at(47 + 20))).ok).toBe(true);
  });

  it('lets no number of wrong passwords, from however many networks, shut out the right person on a new browser', async () => {
    const person = await aPerson();
    for (let n = 0; n < 7; n++) await tryIn(person, at(200), { password: 'wrong', source: from(`203.0.113.${n}`) });
    expect((await tryIn(person, at(200), { source: from('192.0.2.99') })).ok).toBe(true);
  });

  it('slows down whoever guesses codes with the right password, on whatever network, and not the person on theirs', async () => {
    const person = await aPerson();
    await signedIn(person, at(296), '198.51.100.30');
    for (let n = 0; n < 7; n++) await tryIn(person, at(300), { totp: '000000', source: from(`203.0.113.${n}`) });
    expect(await tryIn(person, at(300), { source: from('203.0.113.99') })).toMatchObject({ reason: 'wait' });
    expect((await tryIn(person, at(300), { source: from('198.51.100.30') })).ok).toBe(true);
  });

  it('counts tries that come at once one by one', async () => {
    const person = await aPerson();
    await Promise.all(Array.from({ length: 12 }, () => tryIn(person, at(400), { password: 'wrong' })));
    expect((await reasons(person.staffId)).filter((reason) => reason === 'credentials').length).toBeLessThanOrEqual(6);
  });

  it('lets nobody wait for a colleague of the same network who came at the same moment', async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    const moment = at(450).getTime();
    // On a busy machine the later of two is looked at first.
    expect((await tryIn(second, new Date(moment + 900), { source: from('198.51.100.40') })).ok).toBe(true);
    expect(await tryIn(first, new Date(moment), { source: from('198.51.100.40') })).toMatchObject({ ok: true });
  });

  it('tells the person once a day of tries that are not theirs, and an administrator can forget them', async () => {
    const person = await aPerson();
    for (let n = 0; n < 5; n++) await tryIn(person, at(500 + n), { totp: '000000' });
    for (let n = 0; n < 9; n++) await tryIn(person, at(510 + 40 * n), { password: 'wrong' });
    const mails = await db().staffMail.findMany({ where: { staffId: person.staffId }, select: { subject: true } });
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Failed tries to sign in with your address',
      'Your password was given with wrong codes',
    ]);
    const now = at(510 + 40 * 8);
    expect(await tryIn(person, now)).toMatchObject({ reason: 'wait' });
    await changeAccount(person.staffId, 'unlock', { kind: 'system', id: 'portal' });
    expect((await tryIn(person, now)).ok).toBe(true);
  });

  it('writes a bounded number of refusals into the log, and the number of the others', async () => {
    const when = new Date('2026-11-25T10:00:00.000Z');
    const before = await db().auditEvent.count({ where: { kind: 'SignInFailed' } });
    for (let n = 0; n < LOGGED_EACH + 15; n++)
      await tryIn({ email: 'nobody@example.com', password: 'x', totpSecret: newTotpSecret() } as Person, when, {
        totp: '000000',
        source: from(`2001:db8:0:${n}::/64`),
      });
    expect(await db().auditEvent.count({ where: { kind: 'SignInFailed' } })).toBe(before + LOGGED_EACH);
    await Promise.all([
      sumUpRefusals(new Date(when.getTime() + 16 * 60_000)),
      sumUpRefusals(new Date(when.getTime() + 16 * 60_000)),
    ]);
    const sums = (await db().auditEvent.findMany({ where: { kind: 'RefusalsCounted' } })).map(
      ({ body }) => (JSON.parse(body) as { data: { from: string; more: number } }).data,
    );
    expect(sums.filter((sum) => sum.from === when.toISOString())).toEqual([
      { from: when.toISOString(), until: '2026-11-25T10:15:00.000Z', of: 'SignInFailed', more: 15 },
    ]);
  });

  it('refuses someone who was disabled', async () => {
    const person = await aPerson();
    await db().staffMember.update({ where: { id: person.staffId }, data: { disabledAt: at(0) } });
    expect((await tryIn(person, at(2000))).ok).toBe(false);
    expect(await reasons(person.staffId)).toEqual(['disabled']);
  });
});

describe('a session', () => {
  it('is one browser of one person: signing out ends it alone', async () => {
    const person = await aPerson();
    const [one, other] = [await signedIn(person, at(2100)), await signedIn(person, at(2102))];
    await endSession(person.staffId, one.sessionId, at(2103));
    expect(await presentOf(one, at(2103))).toBeNull();
    expect((await presentOf(other, at(2103)))?.staff.email).toBe(person.email);
    await endSession((await aPerson()).staffId, other.sessionId, at(2103));
    expect(await presentOf(other, at(2103))).not.toBeNull();
  });

  it('ends when it is idle, and when it is a working day old, whatever is done in it', async () => {
    const person = await aPerson();
    const start = at(2200);
    const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
    const session = await signedIn(person, start);
    expect(await presentOf(session, later(IDLE_SECONDS - 1))).not.toBeNull();
    expect(await presentOf(session, later(IDLE_SECONDS))).toBeNull();
    for (let seconds = 0; seconds < SESSION_SECONDS; seconds += IDLE_SECONDS - 60)
      await touchSession(session.sessionId, later(seconds));
    expect(await presentOf(session, later(SESSION_SECONDS - 1))).not.toBeNull();
    expect(await presentOf(session, later(SESSION_SECONDS))).toBeNull();
  });

  it.each(['disable', 'resetPassword', 'resetTotp', 'signOut'] as const)(
    'ends everywhere at once when an administrator does this: %s',
    async (step) => {
      const person = await aPerson();
      const network = `network of ${step}`;
      const session = await signedIn(person, at(2300), network);
      const done = await changeAccount(person.staffId, step, { kind: 'system', id: 'portal' }, at(2301));
      expect(await presentOf(session, at(2301))).toBeNull();
      expect(done.ok && done.value === null).toBe(step === 'disable' || step === 'signOut');
      const again = await tryIn(person, at(2400), { source: from(network) });
      expect(again.ok).toBe(step === 'signOut');
    },
  );
});

describe('a password', () => {
  const take = (person: Person, session: SignedIn, when: Date, given: { current?: string } = {}) =>
    changePassword(
      person.staffId,
      session.sessionId,
      {
        current: given.current ?? person.password,
        next: 'a sentence of my own',
        again: 'a sentence of my own',
        totp: totpCode(person.totpSecret, when),
      },
      when,
    );

  it('that somebody else made is changed before anything else, and other browsers are signed out', async () => {
    const person = await aPerson();
    const [other, session] = [await signedIn(person, at(2500)), await signedIn(person, at(2502))];
    expect((await presentOf(session, at(2502)))?.mustChangePassword).toBe(true);
    expect(await take(person, session, at(2504), { current: 'not this' })).toEqual({ ok: false, reason: 'wrong' });
    expect((await take(person, session, at(2504))).ok).toBe(true);
    expect((await presentOf(session, at(2504)))?.mustChangePassword).toBe(false);
    expect(await presentOf(other, at(2504))).toBeNull();
    expect((await tryIn(person, at(2506))).ok).toBe(false);
    expect((await tryIn(person, at(2506), { password: 'a sentence of my own' })).ok).toBe(true);
  });

  it.each([
    ['short', 'short', 'tooShort'],
    ['demo-rightsdesk', 'demo-rightsdesk', 'known'],
    ['a sentence of mine', 'another sentence', 'notTheSame'],
    ['the one so far', 'the one so far', 'unchanged'],
  ])('%j, then %j, is refused: %s', (next, again, reason) => {
    expect(
      newPasswordSchema.safeParse({ current: 'the one so far', next, again, totp: '123456' }).error?.issues[0]?.message,
    ).toBe(reason);
  });
});

describe('an administrator', () => {
  it('cannot shut themselves out, nor take the last administrator away', async () => {
    const admin = await aPerson({ roles: ['admin'] });
    const actor = { kind: 'staff', id: admin.staffId } as const;
    for (const step of ['disable', 'resetPassword', 'resetTotp'] as const)
      expect(await changeAccount(admin.staffId, step, actor)).toEqual({ ok: false, reason: 'oneself' });
    expect(await changeRoles(admin.staffId, ['desk'], actor)).toEqual({ ok: false, reason: 'lastAdmin' });
    await aPerson({ roles: ['admin'] });
    expect((await changeRoles(admin.staffId, ['desk'], actor)).ok).toBe(true);
    expect(
      (await db().auditEvent.findMany({ where: { actorId: admin.staffId, kind: 'StaffRoleChanged' } })).length,
    ).toBe(1);
  });
});

describe('where somebody comes back to', () => {
  it.each([
    ['/desk/cases/3f0a?view=facts', true],
    ['/dpo/log?kind=CaseRead&before=12', true],
    ['/account', true],
    ['//evil.example/desk', false],
    ['/desk//evil.example', false],
    ['https://evil.example/desk', false],
    ['/desk/../sign-in', false],
    ['/\\evil.example', false],
    ['/deskx', false],
    ['/desk?x=\nset', false],
  ])('%s: %s', (path, safe) => {
    expect(returnPathSchema.parse(path)).toBe(safe ? path : null);
  });
});

describe('what was being written when a session ended', () => {
  it('is kept sealed, for its writer alone, with what tells its form from others and without what the framework adds', async () => {
    const [writer, other] = [await aPerson(), await aPerson()];
    const form = new FormData();
    for (const [name, value] of [
      ['caseId', 'x'],
      ['$ACTION_1', 'x'],
      ['body', 'She called. Ф'],
      ['empty', ' '],
    ] as const)
      form.append(name, value);
    const id = await keepWords(writer.staffId, '/desk/cases/1', form, at(0));
    expect(await keptWords(id ?? '', writer.staffId)).toEqual({
      path: '/desk/cases/1',
      fields: [
        ['caseId', 'x'],
        ['body', 'She called. Ф'],
        ['empty', ' '],
      ],
    });
    expect(await keptWords(id ?? '', other.staffId)).toBeNull();
    expect(
      Buffer.from((await db().keptWords.findUniqueOrThrow({ where: { id: id ?? '' } })).sealedFields).toString('utf8'),
    ).not.toContain('called');
  });
});

describe('adding someone', () => {
  it('keeps neither the password nor the secret of the code', async () => {
    const person = await aPerson();
    const row = await db().staffMember.findUniqueOrThrow({ where: { id: person.staffId } });
    const stored = JSON.stringify({ ...row, sealedTotp: Buffer.from(row.sealedTotp).toString('latin1') });
    expect(stored).not.toContain(person.password);
    expect(stored).not.toContain(person.totpSecret);
    expect(person.totpUri).toMatch(/^otpauth:\/\/totp\/Rightsdesk:/);
  });

  it('refuses an address that somebody has', async () => {
    const { email } = await aPerson();
    expect(
      await addStaff({ email, name: 'Other', roles: ['dpo'], controllerIds: [] }, { kind: 'system', id: 'portal' }),
    ).toEqual({ ok: false, reason: 'emailTaken' });
  });

  it.each([
    [{ email: 'Marek@Example.com', password: 'x', totp: '123 456' }, true],
    [{ email: 'not an address', password: 'x', totp: '123456' }, false],
    [{ email: 'a@example.com', password: '', totp: '123456' }, false],
    [{ email: 'a@example.com', password: 'x'.repeat(257), totp: '123456' }, false],
    [{ email: 'a@example.com', password: 'x', totp: '12345a' }, false],
  ])('takes from the form %j: %s', (form, taken) => {
    expect(signInSchema.safeParse(form).success).toBe(taken);
  });
});
