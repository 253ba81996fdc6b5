import { describe, expect, it } from 'vitest';
import { type Actor, mayGive } from '@/lib/domain/case/actor';
import { COMMAND_TABLE } from '@/lib/domain/case/command-table';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { COMMANDS } from '@/tests/support/case-builders';

const STAFF: Actor = { kind: 'staff', id: 'alice' };
const REQUESTER: Actor = { kind: 'requester', id: 'case-1' };
const WORKER: Actor = { kind: 'system', id: 'worker' };

const JUDGING = [
  'CloseStopped',
  'AcceptIdentity',
  'ProposeRejection',
  'ApproveRejection',
  'ReturnRejection',
  'QuestionIdentity',
  'AskClarification',
  'ExtendDeadline',
  'ApproveErasure',
  'AnnounceLifting',
  'CancelLifting',
  'StartCollection',
  'CollectAgain',
  'TakeBackDecision',
  'DecideRight',
  'ApproveDecision',
  'ReturnDecision',
  'CloseCase',
  'WithdrawRequest',
  'ReopenCase',
];

const givenBy = (actor: Actor): string[] =>
  Object.values(COMMANDS)
    .filter((command: CaseCommand) => mayGive(actor, command))
    .map(({ type }) => type);

describe('a command is for one kind of actor', () => {
  it('lets the requester confirm, change the address, write, withdraw and stop an erasure, and nothing else', () => {
    expect(givenBy(REQUESTER).sort()).toEqual([
      'CancelErasure',
      'ChangeContact',
      'ConfirmEmail',
      'WithdrawRequest',
      'WriteMessage',
    ]);
  });

  it('lets the worker record what it found and made, and nothing else', () => {
    expect(givenBy(WORKER).sort()).toEqual([
      'ApproveRest',
      'AskSubject',
      'BeginErasure',
      'BeginLifting',
      'ConfirmMandate',
      'ConfirmRecipient',
      'ContinueErasure',
      'OpenInquiry',
      'OweRecipients',
      'OweTransmission',
      'RaiseReminder',
      'RecordBundleFailure',
      'RecordBundleSealed',
      'RecordEffect',
      'RecordEffectFailure',
      'RecordErasureFailure',
      'RecordErasurePlan',
      'RecordErasurePlanFailure',
      'RecordErasureProved',
      'RecordErasureStopped',
      'RecordNoticeSent',
      'RecordRecipientMail',
      'RecordSourceAnswer',
      'RecordSourceFailure',
      'RecordStatement',
      'RecordSubjectSilent',
      'RecordSystemErased',
      'RecordTransmission',
      'RemindSubject',
      'RetryErasure',
      'StopMandate',
    ]);
  });

  it('lets nobody but a person of the desk decide and approve', () => {
    expect(givenBy(STAFF)).toEqual(
      expect.arrayContaining(['AcceptIdentity', 'DecideRight', 'ApproveDecision', 'ReturnDecision', 'RedactValue']),
    );
  });

  it('gives every command to somebody', () => {
    const all = new Set([STAFF, REQUESTER, WORKER].flatMap(givenBy));
    expect([...all].sort()).toEqual(Object.keys(COMMANDS).sort());
  });
});

describe('what others did meanwhile', () => {
  const kinds = (of: 'additive' | 'quiet') =>
    Object.entries(COMMAND_TABLE)
      .filter(([, kind]) => kind[of])
      .map(([type]) => type);

  // A decision, a question or an end that is made on an older state would say something that its author did not mean.
  it('matters to every command that judges, and to none that only adds', () => {
    const judging = Object.keys(COMMANDS).filter((type) => !kinds('additive').includes(type));
    expect(judging).toEqual(JUDGING);
  });

  it('is not told of notes, of assignees and of what machines record', () => {
    expect(kinds('quiet').filter((type) => !kinds('additive').includes(type))).toEqual([]);
    for (const type of kinds('quiet')) expect(givenBy(REQUESTER)).not.toContain(type);
  });
});
