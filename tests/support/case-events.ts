import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import type { CaseEvent } from '@/lib/domain/case/events';
import { CASE_STATES } from '@/lib/domain/case/types';
import { aCase, BOB, by, COMMANDS, EXTENDED, MEANT_FOR, NOW, SMALL_LAW } from './case-builders';
import { erasing } from './erasure-builders';

/** Every event that some command in some state gives. */
export function eventsOf(command: CaseCommand, at = NOW): readonly CaseEvent[] {
  for (const state of CASE_STATES) {
    const decision = decide(aCase(state, MEANT_FOR[command.type]), command, by(BOB, SMALL_LAW, at));
    if (decision.ok) return decision.value;
  }
  throw new Error(`No state takes ${command.type}`);
}

// A question asked in time stops a clock; a notice that left late does nothing.
const IN_TIME = '2026-11-24T09:00:00.000Z';
const LATE = {
  notices: [{ id: 'notice-1', kind: 'extension', state: 'sent' }],
  clockEvents: [{ ...EXTENDED, at: '2026-12-23T10:00:00.000Z' }],
} as const;

function lateExtension(): readonly CaseEvent[] {
  const decision = decide(
    aCase('reviewing', LATE),
    COMMANDS.RecordNoticeSent,
    by(BOB, SMALL_LAW, '2026-12-23T10:00:01.000Z'),
  );
  if (!decision.ok) throw new Error(decision.reason);
  return decision.value;
}

function handedOver(): readonly CaseEvent[] {
  const rights = [erasing({ state: 'approved', systems: [], left: ['calls'] })];
  const decision = decide(aCase('ready', { rights }), COMMANDS.BeginErasure, by(BOB));
  if (!decision.ok) throw new Error(decision.reason);
  return decision.value;
}

/** Each event that a command gives, at least once. */
export const EVENTS = [
  ...Object.values(COMMANDS).flatMap((command) => eventsOf(command)),
  ...eventsOf(COMMANDS.QuestionIdentity, IN_TIME),
  ...lateExtension(),
  ...handedOver(),
];
