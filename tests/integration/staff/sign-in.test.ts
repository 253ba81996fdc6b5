import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffOfSession } from '@/lib/features/staff/data';
import { addStaff, signIn, signOut, totpCode } from '@/lib/features/staff/mutations';
import { signInSchema } from '@/lib/features/staff/schema';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { aPerson, type Person } from './people';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

const NOW = Date.parse('2026-11-22T09:24:00.000Z');
const STEP = 30_000;
const at = (steps: number): Date => new Date(NOW + steps * STEP);

const tryIn = ({ email, password, totpSecret }: Person, when: Date, given: { password?: string; totp?: string; email?: string; source?: string } = {}) =>
  signIn({ email: given.email ?? email, password: given.password ?? password, totp: given.totp ?? totpCode(totpSecret, when) }, given.source ?? '203.0.113.7', when);

const reasons = async (actorId: string): Promise<unknown[]> =>
  (await db().auditEvent.findMany({ where: { actorId, kind: 'SignInFailed' }, orderBy: { position: 'asc' } })).map(({ body }) => (JSON.parse(body) as { data: { reason: string } }).data.reason);

describe('signing in', () => {
  it('takes address, password and the code of the moment together, and is logged', async () => {
    const person = await aPerson();
    expect(await tryIn(person, at(0))).toEqual({ ok: true, value: { staffId: person.staffId, sessionVersion: 1 } });
    expect(await db().auditEvent.count({ where: { actorId: person.staffId, kind: 'StaffSignedIn' } })).toBe(1);
  });

  it('gives one answer to every failure, and the log the reason', async () => {
    const person = await aPerson();
    const failed = [
      await tryIn(person, at(0), { password: 'not this' }),
      await tryIn(person, at(0), { totp: '000000' }),
      await tryIn(person, at(0), { email: 'nobody@example.com' }),
    ];
    expect(new Set(failed.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":false,"reason":"notSignedIn"}']));
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

  it('rests for a quarter of an hour after five wrong tries, even with the right ones', async () => {
    const person = await aPerson();
    for (let n = 0; n < 5; n++) await tryIn(person, at(40), { password: `wrong ${n}` });
    expect((await tryIn(person, at(41))).ok).toBe(false);
    expect((await reasons(person.staffId)).at(-1)).toBe('tooMany');
    expect((await tryIn(person, at(40 + 30))).ok).toBe(true);
  });

  it('limits the tries for one address and from one place, whatever is tried', async () => {
    const person = await aPerson();
    const later = at(1000);
    for (let n = 0; n < 20; n++) await tryIn(person, later, { email: 'target@example.com', source: `203.0.113.${n}` });
    const before = await reasons('portal');
    await tryIn(person, later, { email: 'target@example.com', source: '203.0.113.200' });
    expect((await reasons('portal')).slice(before.length)).toEqual(['tooMany']);
    expect((await tryIn(person, later, { source: '198.51.100.1' })).ok).toBe(true);
  });

  it('refuses someone who was disabled', async () => {
    const person = await aPerson();
    await db().staffMember.update({ where: { id: person.staffId }, data: { disabledAt: at(0) } });
    expect((await tryIn(person, at(2000))).ok).toBe(false);
    expect(await reasons(person.staffId)).toEqual(['disabled']);
  });
});

describe('a session', () => {
  it('ends everywhere when the person signs out, and at once when they are disabled', async () => {
    const person = await aPerson();
    const claims = { staffId: person.staffId, sessionVersion: 1 };
    expect((await staffOfSession(claims))?.email).toBe(person.email);
    await signOut(person.staffId);
    expect(await staffOfSession(claims)).toBeNull();
    const next = { ...claims, sessionVersion: 2 };
    expect((await staffOfSession(next))?.id).toBe(person.staffId);
    await db().staffMember.update({ where: { id: person.staffId }, data: { disabledAt: new Date() } });
    expect(await staffOfSession(next)).toBeNull();
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
    expect(await addStaff({ email, name: 'Other', roles: ['dpo'], controllerIds: [] }, { kind: 'system', id: 'portal' })).toEqual({ ok: false, reason: 'emailTaken' });
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
