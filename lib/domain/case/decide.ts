import { refuse, type Result } from '../result';
import type { Actor } from './actor';
import { rowOf } from './command-table';
import type { CaseCommand } from './commands';
import type { CaseEvent } from './events';
import { isHalted } from './halted';
import type { CaseRules } from './rules';
import type { Case } from './types';

/** Why a case does not take a command. Each has a sentence for the desk and, where the requester can meet it, for them. */
export type CaseRefusal =
  | 'wrongState'
  | 'takenMeanwhile'
  | 'notYours'
  | 'nothingToDecide'
  | 'valuesUndecided'
  | 'hiddenUnexplained'
  | 'nothingSearched'
  | 'recordsFound'
  | 'questionNotAsked'
  | 'howToldMissing'
  | 'cannotReopen'
  | 'mandateNotShown'
  | 'mandateStopped'
  | 'subjectUnknown'
  | 'alreadyDone'
  | 'unknownSystem'
  | 'noSystems'
  | 'sourceBusy'
  | 'overtaken'
  | 'countsDiffer'
  | 'unknownRight'
  | 'outcomeNotAllowed'
  | 'groundMissing'
  | 'groundNotAllowed'
  | 'factsMissing'
  | 'answerMissing'
  | 'contentsMissing'
  | 'answerLacks'
  | 'passageMissing'
  | 'sourcesOpen'
  | 'secondPersonNeeded'
  | 'useNotStopped'
  | 'nothingToStop'
  | 'nothingToCarryOut'
  | 'notCarriedOut'
  | 'recipientsNotTold'
  | 'erasureHeld'
  | 'unknownRecipient'
  | 'nothingToErase'
  | 'otherPlan'
  | 'planHasProblems'
  | 'tooSoon'
  | 'alreadyBegun'
  | 'copyFirst'
  | 'correctionMissing'
  | 'dayOutOfTime'
  | 'dayNotAhead'
  | 'nothingRestricted'
  | 'nothingToRestrict'
  | 'weighingMissing'
  | 'whereMissing'
  | 'identityNotNeeded'
  | 'questionOpen'
  | 'noQuestionOpen'
  | 'nothingToClarify'
  | 'meansMissing'
  | 'meansForbidden'
  | 'replyOutOfTime'
  | 'reasonMissing'
  | 'promiseMissing'
  | 'extensionUnknown'
  | 'extensionTooLate'
  | 'noticeOnItsWay'
  | 'emptyText';

/** @property at instant of the command, ISO 8601 */
export type DecideContext = { readonly rules: CaseRules; readonly actor: Actor; readonly at: string };

export type Decision = Result<readonly CaseEvent[], CaseRefusal>;

/**
 * Whether a case may take a command, and what then happens. Pure: the same case, command and context give the same events.
 * @returns the events in their order, or the reason why not. Nothing throws for anything a person can do.
 */
export function decide(current: Case, command: CaseCommand, context: DecideContext): Decision {
  const { states, decide: answer } = rowOf(command);
  if (isHalted(current, command)) return refuse('mandateStopped');
  return states !== null && !states.includes(current.state) ? refuse('wrongState') : answer(current, command, context);
}
