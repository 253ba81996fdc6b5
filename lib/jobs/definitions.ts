import { z } from 'zod';

/**
 * Jobs wait for each other only within their lane: a mail server that hangs does not keep the log from being sealed, and no number of
 * copies being made keeps a mail from leaving.
 */
export const LANES = {
  /** Each mostly waits for a mail server. */
  mail: { concurrency: 4 },
  /** Short work on our own database: the sweeps. */
  upkeep: { concurrency: 3 },
  /** Mostly waits for the source systems; more at once would only ask one system several times over. */
  collect: { concurrency: 3 },
  /** Fills a processor for as long as it runs: two would end no sooner than one after the other, and take twice the memory. */
  bundle: { concurrency: 1 },
} as const;

export type LaneName = keyof typeof LANES;

/** Which lanes share a process: what is long runs where it cannot hold up what is short, at a lower priority of the system's. */
export const PROCESSES = { short: ['mail', 'upkeep'], long: ['collect', 'bundle'] } as const satisfies Record<
  string,
  readonly LaneName[]
>;

export type WorkerKind = keyof typeof PROCESSES;

/** Every job with the shape of its payload and the lane it runs in. A payload holds ids only: what they stand for is sealed in the case. */
export const JOBS = {
  sendNotice: { payload: z.strictObject({ noticeId: z.uuid() }), lane: 'mail' },
  sendStaffMail: { payload: z.strictObject({ mailId: z.uuid() }), lane: 'mail' },
  sendInquiryMail: { payload: z.strictObject({ mailId: z.uuid() }), lane: 'mail' },
  sendRecipientMail: { payload: z.strictObject({ recipientNoticeId: z.uuid() }), lane: 'mail' },
  collect: { payload: z.strictObject({ taskId: z.uuid() }), lane: 'collect' },
  planErasure: { payload: z.strictObject({ erasureId: z.uuid() }), lane: 'collect' },
  erase: { payload: z.strictObject({ erasureId: z.uuid() }), lane: 'collect' },
  makeStatement: { payload: z.strictObject({ statementId: z.uuid() }), lane: 'collect' },
  carryOut: { payload: z.strictObject({ effectId: z.uuid() }), lane: 'collect' },
  buildBundle: { payload: z.strictObject({ bundleId: z.uuid() }), lane: 'bundle' },
  sealLog: { payload: z.looseObject({}), lane: 'upkeep' },
  removeExpired: { payload: z.looseObject({}), lane: 'upkeep' },
  takeUpWork: { payload: z.looseObject({}), lane: 'upkeep' },
  watchClocks: { payload: z.looseObject({}), lane: 'upkeep' },
  reindexCases: { payload: z.looseObject({}), lane: 'upkeep' },
  freeJobsOfDeadWorkers: { payload: z.looseObject({}), lane: 'upkeep' },
} as const satisfies Record<string, { payload: z.ZodType; lane: LaneName }>;

export type JobName = keyof typeof JOBS;

/** Sweeps, by the minute; each is idempotent, so that a doubled tick does no harm. */
export const SWEEPS = [
  '* * * * * sealLog ?fill=1m&jobKey=sealLog',
  '*/15 * * * * removeExpired ?jobKey=removeExpired',
  '7 * * * * takeUpWork ?jobKey=takeUpWork',
  '*/5 * * * * reindexCases ?jobKey=reindexCases',
  '3 * * * * watchClocks ?fill=1d&jobKey=watchClocks',
  '* * * * * freeJobsOfDeadWorkers ?jobKey=freeJobs',
].join('\n');
