import { z } from 'zod';

/** Every job with the shape of its payload. A payload holds ids only: what they stand for is sealed in the case. */
export const JOBS = {
  sendNotice: z.strictObject({ noticeId: z.uuid() }),
  sendStaffMail: z.strictObject({ mailId: z.uuid() }),
  collect: z.strictObject({ taskId: z.uuid() }),
  buildBundle: z.strictObject({ bundleId: z.uuid() }),
  sealLog: z.looseObject({}),
  removeExpired: z.looseObject({}),
  takeUpBundles: z.looseObject({}),
  watchClocks: z.looseObject({}),
  reindexCases: z.looseObject({}),
  freeJobsOfDeadWorkers: z.looseObject({}),
} as const;

export type JobName = keyof typeof JOBS;

/** Sweeps, by the minute; each is idempotent, so that a doubled tick does no harm. */
export const SWEEPS = ['* * * * * sealLog ?fill=1m&jobKey=sealLog', '*/15 * * * * removeExpired ?jobKey=removeExpired',
  '7 * * * * takeUpBundles ?jobKey=takeUpBundles', '*/5 * * * * reindexCases ?jobKey=reindexCases', '3 * * * * watchClocks ?fill=1d&jobKey=watchClocks', '* * * * * freeJobsOfDeadWorkers ?jobKey=freeJobs'].join('\n');
