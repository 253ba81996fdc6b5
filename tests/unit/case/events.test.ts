import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { auditEventSchema } from '@/lib/domain/audit/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { auditOf, type CaseEvent, stateAfter } from '@/lib/domain/case/events';
import { CASE_STATES, type CaseState, IDENTITY_METHODS } from '@/lib/domain/case/types';
import { aCase, BOB, COMMANDS, SMALL_LAW } from '@/tests/support/case-builders';

/** Every event that some command in some state gives. */
function eventsOf(command: CaseCommand): readonly CaseEvent[] {
  for (const state of CASE_STATES) {
    const decision = decide(aCase(state), command, { rules: SMALL_LAW, actorId: BOB });
    if (decision.ok) return decision.value;
  }
  throw new Error(`No state takes ${command.type}`);
}

const EVENTS = Object.values(COMMANDS).flatMap(eventsOf);

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const logged = (data: object) => ({ v: 1, id: ID, at: '2026-11-22T09:30:00.000Z', actor: { kind: 'staff', id: ID }, controllerId: 'chinook', caseId: ID, reference: 'CK-5XN3-7RKT', ...data });

describe('the state after an event', () => {
  const AFTER: { [T in CaseEvent['type']]: CaseState | null } = {
    EmailConfirmed: 'verifying',
    IdentityAccepted: 'verified',
    IdentityRejected: 'closed',
    CaseAssigned: null,
    CollectionStarted: 'collecting',
    SourceAnswered: null,
    SourceFailed: null,
    SourceRetried: 'collecting',
    CollectionFinished: 'reviewing',
    ValueRedacted: null,
    RedactionUndone: null,
    OutcomeDecided: null,
    DecisionsCompleted: 'awaitingApproval',
    DecisionApproved: 'preparing',
    DecisionReturned: 'reviewing',
    BundleSealed: 'ready',
    CaseClosed: 'closed',
    CaseWithdrawn: 'closed',
    MessageWritten: null,
    NoteWritten: null,
  };

  test.each(Object.entries(AFTER))('%s: %s', (type, state) => {
    const event = EVENTS.find((one) => one.type === type);
    expect(event && stateAfter(event, true)).toBe(state);
  });

  it('goes straight to review where nothing is copied, and straight to ready where nothing is handed over', () => {
    expect(stateAfter({ type: 'IdentityAccepted', method: 'evidence' }, false)).toBe('reviewing');
    expect(stateAfter({ type: 'DecisionApproved', rights: ['erasure'], bundle: false }, true)).toBe('ready');
  });
});

describe('what the log says of an event', () => {
  test.each(EVENTS.map((event) => [event.type, event] as const))('%s fits the closed shape of the log', (type, event) => {
    const data = auditOf(event, 41);
    if (type === 'DecisionsCompleted') expect(data).toBeNull();
    else expect(auditEventSchema.safeParse(logged(data!))).toMatchObject({ success: true });
  });

  it.each(IDENTITY_METHODS)('knows how much "%s" shows', (method) => {
    expect(auditEventSchema.safeParse(logged(auditOf({ type: 'IdentityAccepted', method }, 0)!)).success).toBe(true);
  });

  it('counts all records of the case when the collection ends', () => {
    expect(auditOf({ type: 'CollectionFinished', systems: 2 }, 41)).toEqual({ kind: 'CollectionFinished', data: { systems: 2, records: 41 } });
  });

  it('names what was found, and calls an answer "not applicable" only when nothing could be searched', () => {
    const answer = (result: 'found' | 'nothing' | 'notApplicable', collectionId: string, records = 0) => ({ collectionId, result, reason: result === 'notApplicable' ? 'noPath' : null, records });
    const dataOf = (...collections: ReturnType<typeof answer>[]) => auditOf({ type: 'SourceAnswered', systemId: 'shop', collections }, 0)?.data;
    expect(dataOf(answer('nothing', 'shop.a'), answer('found', 'shop.b', 2))).toEqual({ system: 'shop', result: 'found', collections: [{ collection: 'shop.b', records: 2 }] });
    expect(dataOf(answer('nothing', 'shop.a'), answer('notApplicable', 'shop.b'))).toEqual({ system: 'shop', result: 'nothing', collections: [] });
    expect(dataOf(answer('notApplicable', 'shop.a'))).toEqual({ system: 'shop', result: 'notApplicable', collections: [] });
  });
});

describe('whatever people write', () => {
  // Begins with a word that no id, code or digest can hold, so that finding it means that text came through.
  const written = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => `Тайна ${text}`);

  const commands = fc.tuple(written, written, fc.constantFrom('value', 'field', 'record')).map(([one, other, scope]): CaseCommand[] => [
    { ...COMMANDS.WriteMessage, body: one },
    { ...COMMANDS.WriteNote, body: other },
    { ...COMMANDS.RedactValue, scope: scope as 'value', detail: { passage: one, facts: other } },
    { ...COMMANDS.DecideRight, facts: one },
    { ...COMMANDS.DecideRight, outcome: 'refused', grounds: ['GDPR-12-6'], facts: other },
  ]);

  it('none of it reaches the log, and the log still takes the event', () => {
    fc.assert(
      fc.property(commands, (each) => {
        for (const event of each.flatMap(eventsOf)) {
          const data = auditOf(event, 0);
          if (data === null) continue;
          expect(JSON.stringify(data)).not.toMatch(/Тайна|\\u0422/);
          expect(auditEventSchema.safeParse(logged(data)).success).toBe(true);
        }
      }),
    );
  });
});
