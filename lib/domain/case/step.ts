import type { LocalDate } from '../calendar/local-date';

/** What can come next in a case. Each has its words, and the commands that do it, on the desk. */
export const STEP_KEYS = [
  'mendNotice',
  'retryEffect',
  'stopUse',
  'carryOut',
  'tellRecipients',
  'planErasure',
  'mendErasure',
  'approveErasure',
  'awaitErasure',
  'awaitEmail',
  'nameSubject',
  'acceptIdentity',
  'awaitSubject',
  'awaitReply',
  'startCollection',
  'awaitSources',
  'retrySource',
  'decide',
  'decideAgain',
  'approve',
  'mendBundle',
  'awaitBundle',
  'awaitEffects',
  'awaitRecipients',
  'awaitNotice',
  'awaitDownload',
  'close',
  'closeStopped',
  'readMessage',
  'acknowledge',
  'askIdentity',
  'askClarification',
  'extend',
  'rejectIdentity',
  'approveRejection',
] as const;

export type StepKey = (typeof STEP_KEYS)[number];

/** What stands in the way of a step that is otherwise next. */
export type Blocker = 'useNotStopped' | 'secondPerson' | 'sources' | 'noticeNotSent' | 'reply' | 'subject';

export type Step = {
  readonly key: StepKey;
  /** must: the desk's to do. wait: somebody else's. may: open to the desk, owed by nobody. */
  readonly mode: 'must' | 'wait' | 'may';
  /** The day by which it must be done so that the rest still fits; for what may be done, the last day on which it counts. */
  readonly byOn: LocalDate | null;
  /** What it, or its day, rests on. */
  readonly citation: string;
  readonly blockedBy: readonly Blocker[];
  /** Ids of the rights that it is about; empty for the case as a whole. */
  readonly rights: readonly string[];
};

export const step = (key: StepKey, mode: Step['mode'], citation: string, more: Partial<Step> = {}): Step => ({
  key,
  mode,
  byOn: null,
  citation,
  blockedBy: [],
  rights: [],
  ...more,
});
