import { randomUUID } from 'node:crypto';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { Case } from '@/lib/domain/case/types';
import { ALICE } from '@/tests/integration/requests/walk';
import { ofNewestTry } from '@/tests/support/case-builders';

/** A command with ids that the database takes and that fit this case. */
export async function forCase(command: CaseCommand, current: Case): Promise<CaseCommand> {
  switch (command.type) {
    case 'RecordSourceAnswer':
    case 'RecordSourceFailure':
    case 'RecordBundleSealed':
    case 'RecordBundleFailure':
      return ofNewestTry(command, current);
    case 'AddIdentifier':
      return { ...command, identifierId: randomUUID() };
    case 'AssignCase':
      return { ...command, staffId: ALICE.id, insteadOf: current.assigneeId };
    case 'StartCollection':
      return { ...command, tasks: command.tasks.map(({ systemId }) => ({ id: randomUUID(), systemId })) };
    case 'RedactValue':
      return { ...command, redactionId: randomUUID() };
    case 'KeepShown':
      return { ...command, keptId: randomUUID() };
    case 'UndoKeepShown':
      return { ...command, keptId: current.keptIds[0] ?? randomUUID() };
    case 'UndoRedaction':
      return { ...command, redactionId: current.redactionIds[0] ?? randomUUID() };
    case 'DecideRight':
      return { ...command, rightItemId: current.rights[0]!.id };
    case 'StartEffects':
      return {
        ...command,
        rightItemId: current.rights[0]!.id,
        tasks: command.tasks.map((one) => ({ ...one, id: randomUUID() })),
      };
    case 'RecordEffect':
    case 'RecordEffectFailure':
      return ofNewestTry({ ...command, effectId: current.effects[0]?.id ?? randomUUID() }, current);
    case 'RetryEffect':
      return { ...command, effectId: current.effects[0]?.id ?? randomUUID() };
    case 'TakeBackDecision':
    case 'RecordStopped':
    case 'RecordCarriedOut':
      return { ...command, rightItemId: current.rights[0]!.id };
    case 'WithdrawRequest':
      return { ...command, told: command.told && { ...command.told, on: localDateOf(current.receivedAt, 'UTC') } };
    case 'OweRecipients':
      return { ...command, recipients: command.recipients.map((one) => ({ ...one, id: randomUUID() })) };
    case 'RecordRecipientMail':
    case 'RecordRecipientTold':
    case 'ExcuseRecipient':
    case 'ConfirmRecipient':
      return { ...command, recipientNoticeId: current.recipients[0]?.id ?? randomUUID() };
    case 'ResendNotice':
    case 'RecordNoticeTold':
    case 'RecordNoticeSent':
      return { ...command, noticeId: current.notices[0]?.id ?? randomUUID() };
    case 'ExtendDeadline':
      return { ...command, messageId: randomUUID(), noticeId: randomUUID() };
    case 'QuestionIdentity':
    case 'AskClarification':
    case 'WriteMessage':
    case 'WriteNote':
      return { ...command, messageId: randomUUID() };
    default:
      return command;
  }
}
