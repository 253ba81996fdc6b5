import { unansweredCauses } from '../clock/pause';
import { isGranting } from '../law/rights';
import type { Outcome } from '../law/types';
import { ok, refuse, type Result } from '../result';
import type { Actor } from './actor';
import { answered, askClarification, questionIdentity, recordReply } from './ask';
import * as bundle from './bundle';
import { awaitsDesk, recordCarriedOut } from './carry-out';
import { collectAgain, recordAnswer, recordFailure, retrySource } from './collect';
import type { CaseCommand } from './commands';
import { lackingOfAnswer, lackingOfDecision, refuseLacking } from './contents';
import { approveRejection, proposeRejection, reopen, returnRejection, withdraw } from './endings';
import type { CaseEvent } from './events';
import { extendDeadline, recordNoticeSent } from './extend';
import { isAnswering, isGiven } from './notices';
import { isSame, remindersDue } from './reminders';
import type { CaseRules } from './rules';
import { type Case, type CaseState, STRONG_METHODS } from './types';

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
  | 'dayOutOfTime'
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

// Whoever gets less than was asked for is told why: reasons, authority and court (Art. 12(4) GDPR).
const REFUSING: readonly Outcome[] = ['refused', 'partlyGranted', 'notIdentifiable'];

const BEFORE_COLLECTION: readonly CaseState[] = ['received', 'verifying', 'verified'];

export type Decision = Result<readonly CaseEvent[], CaseRefusal>;

/**
 * Whether a case may take a command, and what then happens. Pure: the same case, command and context give the same events.
 * @returns the events in their order, or the reason why not. Nothing throws for anything a person can do.
 */
export function decide(current: Case, command: CaseCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'ConfirmEmail':
      return current.emailConfirmed || current.state === 'closed'
        ? refuse('alreadyDone')
        : ok([{ ...command, type: 'EmailConfirmed' }]);
    case 'AcceptIdentity':
      if (current.state !== 'verifying') return refuse('wrongState');
      // The requester's own mailbox says nothing about whose data they may have (Art. 12(6) GDPR; 11 CCR 7063).
      if (current.forWhom !== 'self' && !STRONG_METHODS.includes(command.method)) return refuse('mandateNotShown');
      // Who it is about is not known before there is something to look for them by (Art. 11(2) GDPR): a search for nobody finds nothing.
      if (!current.findable) return refuse('subjectUnknown');
      // Shown otherwise while our question was open: nothing waits for its answer any more.
      return ok([
        ...answered(current, openIdentity(current), 'shownOtherwise', context.at, context.rules),
        { type: 'IdentityAccepted', method: command.method },
      ]);
    case 'ProposeRejection':
      return proposeRejection(current, command, context);
    case 'ApproveRejection':
      return approveRejection(current, context);
    case 'ReturnRejection':
      return returnRejection(current, command);
    case 'AddIdentifier':
      // What is collected was looked for by what was known then.
      if (!BEFORE_COLLECTION.includes(current.state)) return refuse('wrongState');
      return command.value.trim() === '' ? refuse('emptyText') : ok([{ ...command, type: 'IdentifierAdded' }]);
    case 'QuestionIdentity':
      return questionIdentity(current, command, context);
    case 'AskClarification':
      return askClarification(current, command, context);
    case 'RecordReply':
      return recordReply(current, command, context);
    case 'ExtendDeadline':
      return extendDeadline(current, command, context);
    case 'RecordNoticeSent':
      return recordNoticeSent(current, command.noticeId, context);
    case 'ResendNotice':
    case 'RecordNoticeTold':
      return failedNotice(current, command);
    case 'RaiseReminder':
      return remindersDue(current, context.rules, context.at).some((due) => isSame(due, command))
        ? ok([{ ...command, type: 'ReminderRaised' }])
        : refuse('alreadyDone');
    case 'AssignCase':
      if (current.assigneeId === command.staffId) return refuse('alreadyDone');
      return current.assigneeId === command.insteadOf
        ? ok([{ type: 'CaseAssigned', staffId: command.staffId }])
        : refuse('takenMeanwhile');
    case 'StartCollection':
      if (current.state !== 'verified') return refuse('wrongState');
      if (!current.findable) return refuse('subjectUnknown');
      return command.tasks.length === 0 ? refuse('noSystems') : ok([{ ...command, type: 'CollectionStarted' }]);
    case 'RecordSourceAnswer':
      return recordAnswer(current, command);
    case 'RecordSourceFailure':
      return recordFailure(current, command);
    case 'RetrySource':
      return retrySource(current, command.systemId);
    case 'CollectAgain':
      return collectAgain(current, command.systemIds, context.rules);
    case 'RedactValue':
      if (current.state !== 'reviewing') return refuse('wrongState');
      if (!context.rules.exemptions(current.rights).includes(command.ground))
        return refuse('groundNotAllowed', command.ground);
      if (command.scope === 'value' && !command.detail.passage?.trim()) return refuse('passageMissing');
      if (command.scope !== 'record' && command.field === null) return refuse('passageMissing');
      return command.detail.facts.trim() === '' ? refuse('factsMissing') : ok([{ ...command, type: 'ValueRedacted' }]);
    case 'UndoRedaction':
      if (current.state !== 'reviewing') return refuse('wrongState');
      return current.redactionIds.includes(command.redactionId)
        ? ok([{ ...command, type: 'RedactionUndone' }])
        : refuse('alreadyDone');
    case 'KeepShown':
      if (current.state !== 'reviewing') return refuse('wrongState');
      return current.findings.some(
        ({ collectionId, toDecide }) => collectionId === command.collectionId && toDecide > 0,
      )
        ? ok([{ ...command, type: 'ValueDisclosed' }])
        : refuse('nothingToDecide');
    case 'UndoKeepShown':
      if (current.state !== 'reviewing') return refuse('wrongState');
      return current.keptIds.includes(command.keptId)
        ? ok([{ ...command, type: 'KeepShownUndone' }])
        : refuse('alreadyDone');
    case 'RecordStopped':
      return recordStopped(current, command.rightItemId, context);
    case 'RecordCarriedOut':
      return recordCarriedOut(current, command, context);
    case 'DecideRight':
      return decideRight(current, command, context);
    case 'TakeBackDecision':
      return takeBack(current, command.rightItemId, context);
    case 'ApproveDecision':
      return approve(current, context);
    case 'ReturnDecision':
      // A copy that could not be sealed for what its answer lacks goes back as well.
      if (
        current.state !== 'awaitingApproval' &&
        !(current.state === 'preparing' && current.bundle?.state === 'failed')
      )
        return refuse('wrongState');
      return ok([
        { type: 'DecisionReturned', reason: command.reason, rights: current.rights.map((item) => item.right) },
      ]);
    case 'RecordBundleSealed':
      return bundle.recordSealed(current, command, context);
    case 'RecordBundleFailure':
      return bundle.recordFailure(current, command);
    case 'RetryBundle':
      return bundle.retryBundle(current);
    case 'CloseCase':
      if (current.state !== 'ready') return refuse('wrongState');
      // What was agreed is owed until somebody did it.
      if (current.rights.some((item) => awaitsDesk(item, context.rules))) return refuse('notCarriedOut');
      // A notice counts as given only where there is a record that it was.
      return current.notices.some((notice) => isAnswering(notice) && !isGiven(notice))
        ? refuse('noticeOnItsWay')
        : ok([{ type: 'CaseClosed', how: 'answered' }]);
    case 'WithdrawRequest':
      return withdraw(current, command, context);
    case 'ReopenCase':
      return reopen(current, command);
    case 'WriteMessage':
      return command.body.trim() === ''
        ? refuse('emptyText')
        : ok([{ ...command, type: 'MessageWritten' }, ...repliedTo(current, context)]);
    case 'WriteNote':
      return command.body.trim() === '' ? refuse('emptyText') : ok([{ ...command, type: 'NoteWritten' }]);
    default:
      return command satisfies never;
  }
}

const openIdentity = (current: Case) => unansweredCauses(current.clockEvents).filter((cause) => cause === 'identity');

/** Whatever the requester writes while we wait for an answer is that answer: a clock must not stand still over words nobody has weighed. */
const repliedTo = (current: Case, { actor, at, rules }: DecideContext): readonly CaseEvent[] =>
  actor.kind === 'requester' && current.state !== 'closed'
    ? answered(current, unansweredCauses(current.clockEvents), 'portal', at, rules)
    : [];

function failedNotice(
  current: Case,
  command: Extract<CaseCommand, { type: 'ResendNotice' | 'RecordNoticeTold' }>,
): Decision {
  const state = current.notices.find(({ id }) => id === command.noticeId)?.state;
  if (state !== 'failed' && state !== 'uncertain') return refuse('noticeOnItsWay');
  return ok([
    command.type === 'ResendNotice' ? { ...command, type: 'NoticeResent' } : { ...command, type: 'NoticeTold' },
  ]);
}

function recordStopped(current: Case, rightItemId: string, { rules }: DecideContext): Decision {
  const item = current.rights.find(({ id }) => id === rightItemId);
  if (!item) return refuse('unknownRight');
  if (current.state === 'closed') return refuse('wrongState');
  if (rules.stopsAtOnce(item) === null) return refuse('nothingToStop');
  return item.stoppedAt === null ? ok([{ type: 'UseStopped', rightItemId, right: item.right }]) : refuse('alreadyDone');
}

function decideRight(
  current: Case,
  command: Extract<CaseCommand, { type: 'DecideRight' }>,
  { rules, at }: DecideContext,
): Decision {
  if (current.state === 'collecting') return refuse('sourcesOpen');
  if (current.state !== 'reviewing') return refuse('wrongState');
  const item = current.rights.find(({ id }) => id === command.rightItemId);
  if (!item) return refuse('unknownRight');
  if (!rules.outcomes(item).includes(command.outcome)) return refuse('outcomeNotAllowed', command.outcome);
  if (isGranting(command.outcome) && item.stoppedAt === null && rules.stopsAtOnce(item) !== null)
    return refuse('useNotStopped');
  // Where the words are all that is owed, an answer without words is none.
  if (isGranting(command.outcome) && rules.doneBy(item) === 'answer' && command.facts.trim() === '')
    return refuse('answerMissing');
  const unlooked = rules.needsCopy(item) ? copyProblem(current, command) : null;
  if (unlooked) return refuse(unlooked.reason, unlooked.detail);
  const refuses = REFUSING.includes(command.outcome);
  if (refuses) {
    // Art. 12(4) GDPR: reasons are owed for every refusal, also of a part (EDPB Guidelines 01/2022, para 193).
    const allowed = rules.grounds(item, command.outcome);
    if (command.grounds.length === 0) return refuse('groundMissing');
    const strange = command.grounds.find((ground) => !allowed.includes(ground));
    if (strange !== undefined) return refuse('groundNotAllowed', strange);
    if (command.facts.trim() === '') return refuse('factsMissing');
  }
  const confirmed = command.confirmed ?? [];
  const missing = lackingOfDecision(
    current,
    item,
    { outcome: command.outcome, grounds: command.grounds, hasFacts: command.facts.trim() !== '', confirmed },
    rules,
    at,
  );
  if (missing.length > 0) return refuseLacking('contentsMissing', missing);
  const decided: CaseEvent = {
    type: 'OutcomeDecided',
    rightItemId: item.id,
    right: item.right,
    outcome: command.outcome,
    grounds: refuses ? command.grounds : [],
    facts: command.facts,
    confirmed,
    despiteHidden: command.outcome === 'granted' ? (command.despiteHidden ?? null) : null,
  };
  const last = current.rights.every((other) => other.id === item.id || other.decision !== null);
  return ok(last ? [decided, { type: 'DecisionsCompleted' }] : [decided]);
}

/** What has to be looked at before a copy is handed over, or is said not to exist. */
function copyProblem(
  current: Case,
  { outcome, despiteHidden }: Extract<CaseCommand, { type: 'DecideRight' }>,
): { readonly reason: CaseRefusal; readonly detail?: string } | null {
  if (outcome === 'noData') {
    // "Nothing held" is a statement about a search: there has to have been one, and it has to have found nothing.
    if (!current.findings.some(({ result }) => result !== 'notApplicable')) return { reason: 'nothingSearched' };
    return current.findings.some(({ result }) => result === 'found') ? { reason: 'recordsFound' } : null;
  }
  if (!isGranting(outcome)) return null;
  const open = current.findings.reduce((sum, { toDecide }) => sum + toDecide, 0);
  // Art. 15(4) GDPR: another person's data leave because somebody weighed it, not because nobody looked.
  if (open > 0) return { reason: 'valuesUndecided', detail: String(open) };
  const hidden = current.redactionIds.length + current.findings.reduce((sum, finding) => sum + finding.hidden, 0);
  return outcome === 'granted' && hidden > 0 && !despiteHidden?.trim()
    ? { reason: 'hiddenUnexplained', detail: String(hidden) }
    : null;
}

/** Until a second person has agreed, whoever decided may think again; what they wrote stays as the draft. */
function takeBack(current: Case, rightItemId: string, { actor }: DecideContext): Decision {
  const item = current.rights.find(({ id }) => id === rightItemId);
  if (!item) return refuse('unknownRight');
  // What a second person has agreed to stands, also where other rights of the case are decided anew.
  if (current.state !== 'awaitingApproval' || item.approvedById !== null) return refuse('wrongState');
  return item.decision?.decidedById === actor.id
    ? ok([{ type: 'DecisionRevoked', rightItemId, right: item.right }])
    : refuse('notYours');
}

function approve(current: Case, { rules, actor, at }: DecideContext): Decision {
  if (current.state !== 'awaitingApproval') return refuse('wrongState');
  const deciders = current.rights.map((item) => item.decision?.decidedById);
  // Four eyes: whoever decided any right of the case does not approve it.
  if (deciders.includes(actor.id) || current.decidedById === actor.id) return refuse('secondPersonNeeded');
  // What the law wants in an answer is that of the day on which it leaves, not of the day on which it was decided.
  const missing = lackingOfAnswer(
    current,
    current.rights.filter(({ approvedById }) => approvedById === null),
    rules,
    at,
  );
  if (missing.length > 0) return refuseLacking('answerLacks', missing);
  const copy = current.rights.some(
    (item) => rules.needsCopy(item) && item.decision !== null && isGranting(item.decision.outcome),
  );
  return ok([{ type: 'DecisionApproved', rights: current.rights.map((item) => item.right), bundle: copy }]);
}
