import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { z } from 'zod';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { forgetCases } from '@/lib/features/expiry/mutations/forget-cases';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { buildBundle, requeueStuckBundles } from '@/lib/features/fulfilment/mutations/build-bundle';
import { beginLiftings } from '@/lib/features/effects/mutations/begin-liftings';
import { carryOutInSystem, requeueStuckEffects } from '@/lib/features/effects/mutations/carry-out';
import { sendNotice, sendStaffMail, takeUpMails } from '@/lib/features/mail/mutations/send';
import { sendInquiryMail, takeUpInquiryMails } from '@/lib/features/mail/mutations/send-inquiry';
import { sendRecipientMail, takeUpRecipientMails } from '@/lib/features/mail/mutations/send-recipient';
import type { JobTry } from '@/lib/features/mail/mutations/try';
import { watchInquiries } from '@/lib/features/inquiries/mutations/watch';
import { watchMandates } from '@/lib/features/mandate/mutations';
import { clearRemains } from '@/lib/features/collection/mutations/keep';
import { sumUpRefusals } from '@/lib/features/log/mutations/refusals';
import { watchClocks } from '@/lib/features/mail/mutations/reminders';
import { reindexCases } from '@/lib/features/search/mutations';
import { collectFromSystem, nameAbandonedTasks } from '@/lib/features/collection/mutations/collect';
import { continueHeldErasures, erase, requeueStuckErasures } from '@/lib/features/erasure/mutations/carry-out';
import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { makeStatement, requeueStuckStatements } from '@/lib/features/statements/mutations';
import { errorFields, log } from '@/lib/platform/log';
import { type JobName, JOBS, type LaneName } from './definitions';
import { freeJobsOfDeadWorkers, type ShowAlive } from './liveness';

type Handler<N extends JobName> = (
  payload: z.output<(typeof JOBS)[N]['payload']>,
  helpers: JobHelpers,
) => Promise<unknown>;

// A turn of the sweep takes seconds; what is left waits for the next, so that mail and other jobs are not kept waiting.
const CASES_A_TURN = 2000;

const HANDLERS: { [N in JobName]: Handler<N> } = {
  sendNotice: ({ noticeId }, { job }) => sendNotice(noticeId, tryOf(job), new Date(Date.now() + backoff(job.attempts))),
  sendStaffMail: ({ mailId }, { job }) => sendStaffMail(mailId, tryOf(job)),
  sendInquiryMail: ({ mailId }, { job }) => sendInquiryMail(mailId, tryOf(job)),
  sendRecipientMail: ({ recipientNoticeId }, { job }) => sendRecipientMail(recipientNoticeId, tryOf(job)),
  collect: ({ taskId }, { job, abortSignal }) =>
    collectFromSystem(taskId, abortSignal ?? new AbortController().signal, retryAtOf(job)),
  planErasure: ({ erasureId }, { job, abortSignal }) =>
    makeErasurePlan(erasureId, abortSignal ?? new AbortController().signal, retryAtOf(job)),
  erase: ({ erasureId }, { job, abortSignal }) =>
    erase(erasureId, abortSignal ?? new AbortController().signal, retryAtOf(job)),
  carryOut: ({ effectId }, { job, abortSignal }) =>
    carryOutInSystem(effectId, abortSignal ?? new AbortController().signal, retryAtOf(job)),
  buildBundle: ({ bundleId }, { job, abortSignal }) =>
    buildBundle(bundleId, abortSignal ?? new AbortController().signal, retryAtOf(job)),
  makeStatement: ({ statementId }) => makeStatement(statementId),
  // What was refused beyond the first of its kind is told before the log is sealed.
  sealLog: async () => {
    await sumUpRefusals();
    await sealLog();
  },
  removeExpired: async () => {
    await removeExpired();
    await forgetCases();
  },
  takeUpWork,
  watchClocks: async () => {
    await watchInquiries();
    await watchMandates();
    await continueHeldErasures();
    await watchClocks();
  },
  reindexCases: () => reindexCases(CASES_A_TURN),
  freeJobsOfDeadWorkers: (_, { withPgClient }) => withPgClient(freeJobsOfDeadWorkers),
};

// graphile-worker waits exp(least(10, attempts)) seconds before the next try.
const backoff = (attempts: number): number => Math.exp(Math.min(10, attempts)) * 1000;

/** When the queue tries a job again that fails now; null when it does not. */
const retryAtOf = ({ attempts, max_attempts: most }: { attempts: number; max_attempts: number }): Date | null =>
  attempts < most ? new Date(Date.now() + backoff(attempts)) : null;

const tryOf = ({ attempts, max_attempts: last }: { attempts: number; max_attempts: number }): JobTry => ({
  attempt: attempts,
  last,
});

const A_DAY = 86_400_000;

async function takeUpWork(): Promise<void> {
  await nameAbandonedTasks();
  await requeueStuckBundles();
  await requeueStuckErasures();
  await requeueStuckEffects();
  await beginLiftings();
  await requeueStuckStatements();
  await takeUpMails();
  await takeUpInquiryMails();
  await takeUpRecipientMails();
  await clearRemains(new Date(Date.now() - A_DAY));
}

/** The handlers of a lane as graphile-worker wants them: each shows that its holder lives, payload parsed, failures logged by kind and place. */
export const taskList = (lane: LaneName, showAlive: ShowAlive): TaskList =>
  Object.fromEntries(
    (Object.keys(JOBS) as JobName[])
      .filter((name) => JOBS[name].lane === lane)
      .map((name) => [name, task(name, showAlive)]),
  );

const task =
  <N extends JobName>(name: N, showAlive: ShowAlive): Task =>
  async (payload, helpers) => {
    try {
      // What the queue wrote into this job, not what we believe it writes: the sweep reads the same column.
      if (helpers.job.locked_by) await showAlive(helpers.job.locked_by);
      await HANDLERS[name](JOBS[name].payload.parse(payload) as never, helpers);
    } catch (error) {
      log('warn', 'jobFailed', { job: name, attempt: helpers.job.attempts, ...errorFields(error) });
      // The queue keeps the last error's message in its table: only its kind may go there.
      throw new Error(error instanceof Error ? error.constructor.name : 'Error');
    }
  };
