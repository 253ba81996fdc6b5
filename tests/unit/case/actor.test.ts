import { describe, expect, it } from 'vitest';
import { type Actor, mayGive } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { COMMANDS } from '@/tests/support/case-builders';

const STAFF: Actor = { kind: 'staff', id: 'alice' };
const REQUESTER: Actor = { kind: 'requester', id: 'case-1' };
const WORKER: Actor = { kind: 'system', id: 'worker' };

const givenBy = (actor: Actor): string[] =>
  Object.values(COMMANDS)
    .filter((command: CaseCommand) => mayGive(actor, command))
    .map(({ type }) => type);

describe('a command is for one kind of actor', () => {
  it('lets the requester confirm, write and withdraw, and nothing else', () => {
    expect(givenBy(REQUESTER).sort()).toEqual(['ConfirmEmail', 'WithdrawRequest', 'WriteMessage']);
  });

  it('lets the worker record what it found and made, and nothing else', () => {
    expect(givenBy(WORKER).sort()).toEqual(['RaiseReminder', 'RecordBundleSealed', 'RecordNoticeSent', 'RecordSourceAnswer', 'RecordSourceFailure']);
  });

  it('lets nobody but a person of the desk decide and approve', () => {
    expect(givenBy(STAFF)).toEqual(expect.arrayContaining(['AcceptIdentity', 'DecideRight', 'ApproveDecision', 'ReturnDecision', 'RedactValue']));
  });

  it('gives every command to somebody', () => {
    const all = new Set([STAFF, REQUESTER, WORKER].flatMap(givenBy));
    expect([...all].sort()).toEqual(Object.keys(COMMANDS).sort());
  });
});
