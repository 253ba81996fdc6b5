import type { CaseCommand } from './commands';
import type { Case } from './types';

/** What collects, changes or hands over data on the strength of a request. */
const USES_THE_REQUEST: ReadonlySet<CaseCommand['type']> = new Set([
  'AcceptIdentity',
  'QuestionIdentity',
  'AskClarification',
  'ExtendDeadline',
  'StartCollection',
  'OpenInquiry',
  'RecordSourceAnswer',
  'RetrySource',
  'CollectAgain',
  'DecideRight',
  'ApproveDecision',
  'RecordBundleSealed',
  'RetryBundle',
  'RecordStatement',
  'OweTransmission',
  'StartEffects',
  'RestrictMeanwhile',
  'RetryEffect',
  'PlanErasure',
  'RecordErasurePlan',
  'ApproveErasure',
  'BeginErasure',
  'RetryErasure',
  'ContinueErasure',
  'ApproveRest',
]);

export const isStopped = ({ mandate }: Pick<Case, 'mandate'>): boolean => mandate?.state === 'stopped';

/** Whether the person whose data it is has stopped what a command would go on with. What was done already is still recorded. */
export const isHalted = (current: Case, { type }: Pick<CaseCommand, 'type'>): boolean =>
  isStopped(current) && USES_THE_REQUEST.has(type);
