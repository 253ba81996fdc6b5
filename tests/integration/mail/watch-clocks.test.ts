import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { localDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { caseRow } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { sendStaffMail } from '@/lib/features/mail/mutations/send';
import { watchClocks } from '@/lib/features/mail/mutations/reminders';
import { db } from '@/lib/platform/db/client';
import { longDate } from '@/lib/platform/i18n/dates';
import { COMMANDS } from '@/tests/support/case-builders';
import { instanceWithMail } from '../cases/instance-with-mail';
import { logOf, must, submit } from '../requests/walk';
import { aPerson } from '../staff/people';

const { server } = instanceWithMail();
beforeEach(async () => {
  await db().staffMail.deleteMany();
  await db().staffMember.updateMany({ data: { disabledAt: new Date() } });
  // Cases of the tests before are over.
  await db().case.updateMany({ data: { state: 'closed', closedHow: 'withdrawn' } });
});

const RECEIVED = new Date('2026-11-23T09:00:00.000Z');
const on = (day: string): Date => new Date(`${day}T09:00:00.000Z`);
const mails = () =>
  db().staffMail.findMany({ include: { staff: { select: { email: true } } }, orderBy: { createdAt: 'asc' } });
const told = async (caseId: string) =>
  (await logOf(caseId)).filter(({ kind }) => /^Deadline/.test(kind)).map(({ kind, data }) => ({ kind, ...data }));

describe('watching the clocks', () => {
  it('tells once of each mark, in the log and by one mail to each person', async () => {
    const person = await aPerson({ roles: ['desk'] });
    const [one, other] = [await submit({}, RECEIVED), await submit({}, RECEIVED)];
    for (const day of ['2026-12-01', '2026-12-16', '2026-12-16', '2026-12-17']) await watchClocks(on(day));
    for (const { caseId } of [one, other])
      expect(await told(caseId)).toEqual([
        { kind: 'DeadlineNeared', regime: 'GDPR', clock: 'respond', mark: 'days7', dueOn: '2026-12-23' },
      ]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ state: 'queued', subject: '2 cases need you', staff: { email: person.email } });
    expect(mail?.text).toContain(
      `${one.reference}: the answer (GDPR) is due in 7 days, on ${longDate(localDate('2026-12-23'), 'en')}.`,
    );
    expect(mail?.text).not.toMatch(/Luís|luis@/);
    await watchClocks(on('2026-12-24'));
    expect((await told(one.caseId)).at(-1)).toEqual({
      kind: 'DeadlinePassed',
      regime: 'GDPR',
      clock: 'respond',
      dueOn: '2026-12-23',
    });
    expect((await mails()).at(-1)?.subject).toBe('Last day missed. 2 cases need you');
  });

  it('writes to whose case it is; of a missed day also to those who approve, and to nobody who does not see the controller', async () => {
    const [mine, colleague, approver] = [
      await aPerson({ roles: ['desk'] }),
      await aPerson({ roles: ['desk'] }),
      await aPerson({ roles: ['approver'] }),
    ];
    const elsewhere = await aPerson({ roles: ['approver'], controllerIds: ['callsapp'] });
    const { caseId } = await submit({}, RECEIVED);
    await must(caseId, { type: 'AssignCase', staffId: mine.staffId, insteadOf: null });
    await watchClocks(on('2026-12-16'));
    expect((await mails()).map(({ staff }) => staff.email)).toEqual([mine.email]);
    await watchClocks(on('2026-12-24'));
    const written = (await mails()).slice(1).map(({ staff }) => staff.email);
    expect(written.sort()).toEqual([mine.email, approver.email].sort());
    expect(written).not.toContain(colleague.email);
    expect(written).not.toContain(elsewhere.email);
  });

  it('lets the last day move on with each day of an open question, and logs no move', async () => {
    const { caseId } = await submit({}, RECEIVED);
    await must(caseId, COMMANDS.ConfirmEmail, { kind: 'requester', id: caseId });
    const asked = await handle(
      caseId,
      { ...COMMANDS.QuestionIdentity, messageId: randomUUID() },
      { kind: 'staff', id: randomUUID() },
      { at: on('2026-11-24') },
    );
    expect(asked).toMatchObject({ ok: true });
    for (const [day, due] of [
      ['2026-11-24', '2026-12-23'],
      ['2026-11-30', '2026-12-29'],
      ['2027-03-01', '2027-03-30'],
    ] as const) {
      await watchClocks(on(day));
      expect(toLocalDate((await caseRow(caseId))!.dueOn)).toBe(due);
    }
    expect(await told(caseId)).toEqual([]);
  });

  it('recounts after the holidays were corrected, and logs the day that somebody was told before', async () => {
    const { caseId } = await submit({}, RECEIVED);
    await db().holidayOverride.create({
      data: {
        id: randomUUID(),
        calendar: 'IE',
        onDate: new Date('2026-12-23'),
        change: 'add',
        reason: 'A day of mourning',
        byId: randomUUID(),
      },
    });
    await watchClocks(on('2026-11-25'));
    expect(await told(caseId)).toEqual([{ kind: 'DeadlineRecounted', was: '2026-12-23', dueOn: '2026-12-24' }]);
    await db().holidayOverride.updateMany({ data: { withdrawnAt: new Date(), withdrawnById: randomUUID() } });
    await watchClocks(on('2026-11-26'));
    expect((await told(caseId)).at(-1)).toEqual({ kind: 'DeadlineRecounted', was: '2026-12-24', dueOn: '2026-12-23' });
  });

  it('goes on past a case that cannot be counted', async () => {
    const [gone, fine] = [await submit({}, RECEIVED), await submit({}, RECEIVED)];
    await db().case.update({ where: { id: gone.caseId }, data: { controllerId: 'removed' } });
    await watchClocks(on('2026-12-16'));
    expect(await told(fine.caseId)).toHaveLength(1);
    await db().case.update({ where: { id: gone.caseId }, data: { controllerId: 'chinook' } });
  });

  it('is sent by the same outbox, tried again when it is not taken, and not sent twice', async () => {
    await aPerson({ roles: ['desk'] });
    await submit({}, RECEIVED);
    await watchClocks(on('2026-12-16'));
    const [mail] = await mails();
    server().refuseAt('recipient');
    await expect(sendStaffMail(mail!.id, { attempt: 1, last: 25 })).rejects.toThrow('refusedForNow');
    server().refuseAt(null);
    await sendStaffMail(mail!.id, { attempt: 2, last: 25 });
    await sendStaffMail(mail!.id, { attempt: 3, last: 25 });
    expect(server().taken).toHaveLength(1);
    expect((await mails())[0]).toMatchObject({ state: 'sent', sentAt: expect.any(Date) as Date });
  });
});
