import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailNotTaken } from '@/lib/features/mail/mutations/try';
import { sendNotice, sendStaffMail, takeUpMails } from '@/lib/features/mail/mutations/send';
import { mailStaff } from '@/lib/features/staff-mail/mutations';
import { db, transaction } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import {
  type Fault,
  type FaultyMailServer,
  faultyMailServer,
  type FaultyPhase,
} from '@/tests/support/faulty-mail-server';
import { submit } from '../requests/walk';
import { aPerson } from '../staff/people';

let instance: TestInstance;
let server: FaultyMailServer;
beforeAll(async () => {
  server = await faultyMailServer();
  instance = await anInstance({ SMTP_URL: server.url, SMTP_TIMEOUTS: 'recipient=1,accept=1' });
});
beforeEach(() => {
  server.fault(null);
  server.taken.length = 0;
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

/** A mail to a colleague that waits in the outbox. */
async function waiting() {
  const { staffId } = await aPerson();
  await transaction((tx) =>
    mailStaff(
      tx,
      staffId,
      'account',
      { subject: 'Your password', text: 'It was replaced.', html: '<p>It was replaced.</p>' },
      new Date(),
    ),
  );
  const { id } = await db().staffMail.findFirstOrThrow({ where: { staffId } });
  return {
    id,
    staffId,
    send: (attempt = 1) => sendStaffMail(id, { attempt, last: 25 }),
    row: () => db().staffMail.findUniqueOrThrow({ where: { id } }),
  };
}

const jobsOf = async (key: string): Promise<number> =>
  (await instance.sql.query('select 1 from graphile_worker.jobs where key = $1', [key])).rowCount ?? 0;

describe('a mail to a colleague', () => {
  const TABLE: readonly (readonly [FaultyPhase, Fault, string, string, number])[] = [
    ['recipient', 'hang', 'delayed', 'brokenOff', 1],
    ['recipient', 451, 'delayed', 'refusedForNow', 1],
    ['recipient', 550, 'failed', 'refusedForGood', 0],
    ['accept', 'hang', 'uncertain', 'unanswered', 1],
    ['accept', 'cut', 'uncertain', 'unanswered', 1],
  ];
  it.each(TABLE)(
    'when the server goes wrong at %s (%s) is %s, and never taken twice',
    async (at, how, state, lastFailure, taken) => {
      const { send, row } = await waiting();
      server.fault({ at, how });
      if (state === 'delayed') await expect(send()).rejects.toThrow(MailNotTaken);
      else await send();
      expect(await row()).toMatchObject({ state, lastFailure, attempts: 1, sentAt: null });
      server.fault(null);
      await send(2);
      expect((await row()).state).toBe(state === 'delayed' ? 'sent' : state);
      expect(server.taken).toHaveLength(taken);
    },
  );

  it('is taken once, however many jobs are at it', async () => {
    const { send, row } = await waiting();
    await Promise.allSettled([send(), send(), send(), send()]);
    await send(2);
    expect(server.taken).toHaveLength(1);
    expect((await row()).state).toBe('sent');
  });

  it('that a dead worker had handed over may have arrived, and is not sent again', async () => {
    const { id, send, row } = await waiting();
    await db().staffMail.update({ where: { id }, data: { state: 'handedOver', attempts: 1 } });
    await send(2);
    expect(server.taken).toEqual([]);
    expect((await row()).state).toBe('uncertain');
  });

  it('is not sent to somebody who may no longer sign in', async () => {
    const { staffId, send } = await waiting();
    await db().staffMember.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
    await send();
    expect(server.taken).toEqual([]);
  });
});

describe('mails whose job has died', () => {
  it.each(['queued', 'delayed', 'handedOver'] as const)(
    'and that are %s get a job again, and one only',
    async (state) => {
      const [mail, { caseId }] = [await waiting(), await submit()];
      const { id: noticeId } = await db().notice.findFirstOrThrow({ where: { caseId } });
      await db().staffMail.update({ where: { id: mail.id }, data: { state } });
      await db().notice.update({ where: { id: noticeId }, data: { state } });
      await instance.sql.query('update graphile_worker._private_jobs set attempts = max_attempts');
      await takeUpMails();
      await takeUpMails();
      for (const key of [`staffMail:${mail.id}`, `notice:${noticeId}`]) {
        expect(await jobsOf(key)).toBe(1);
        expect(
          (await instance.sql.query('select attempts from graphile_worker.jobs where key = $1', [key])).rows,
        ).toEqual([{ attempts: 0 }]);
      }
    },
  );

  it('and that were sent or given up get none', async () => {
    const { caseId } = await submit();
    const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
    await sendNotice(id, { attempt: 1, last: 25 }, new Date());
    await instance.sql.query('delete from graphile_worker._private_jobs');
    await takeUpMails();
    expect(await jobsOf(`notice:${id}`)).toBe(0);
  });
});
