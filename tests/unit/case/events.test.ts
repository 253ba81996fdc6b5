import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { auditEventSchema } from '@/lib/domain/log/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { auditOf } from '@/lib/domain/case/events';
import { IDENTITY_METHODS } from '@/lib/domain/case/reasons';
import { COMMANDS } from '@/tests/support/case-builders';
import { EVENTS, eventsOf } from '@/tests/support/case-events';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const logged = (data: object) => ({
  v: 1,
  id: ID,
  at: '2026-11-22T09:30:00.000Z',
  actor: { kind: 'staff', id: ID },
  controllerId: 'chinook',
  caseId: ID,
  reference: 'CK-5XN3-7RKT',
  ...data,
});

describe('what the log says of an event', () => {
  test.each(EVENTS.map((event) => [event.type, event] as const))(
    '%s fits the closed shape of the log',
    (type, event) => {
      const data = auditOf(event, 41);
      if (type === 'DecisionsCompleted') expect(data).toBeNull();
      else expect(auditEventSchema.safeParse(logged(data!))).toMatchObject({ success: true });
    },
  );

  it.each(IDENTITY_METHODS)('knows how much "%s" shows', (method) => {
    expect(auditEventSchema.safeParse(logged(auditOf({ type: 'IdentityAccepted', method }, 0)!)).success).toBe(true);
  });

  it('counts all records of the case when the collection ends', () => {
    expect(auditOf({ type: 'CollectionFinished', systems: 2 }, 41)).toEqual({
      kind: 'CollectionFinished',
      data: { systems: 2, records: 41 },
    });
  });

  it('names what was found, and calls an answer "not applicable" only when nothing could be searched', () => {
    const answer = (result: 'found' | 'nothing' | 'notApplicable', collectionId: string, records = 0) => ({
      collectionId,
      result,
      reason: result === 'notApplicable' ? 'noPath' : null,
      records,
    });
    const dataOf = (...collections: ReturnType<typeof answer>[]) =>
      auditOf({ type: 'SourceAnswered', systemId: 'shop', attempt: 1, collections, inquiryId: null }, 0)?.data;
    expect(dataOf(answer('nothing', 'shop.a'), answer('found', 'shop.b', 2))).toEqual({
      system: 'shop',
      result: 'found',
      collections: [{ collection: 'shop.b', records: 2 }],
    });
    expect(dataOf(answer('nothing', 'shop.a'), answer('notApplicable', 'shop.b'))).toEqual({
      system: 'shop',
      result: 'nothing',
      collections: [],
    });
    expect(dataOf(answer('notApplicable', 'shop.a'))).toEqual({
      system: 'shop',
      result: 'notApplicable',
      collections: [],
    });
  });
});

describe('whatever people write', () => {
  // Begins with a word that no id, code or digest can hold, so that finding it means that text came through.
  const written = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => `Тайна ${text}`);

  const commands = fc
    .tuple(written, written, fc.constantFrom('value', 'field', 'record'))
    .map(([one, other, scope]): CaseCommand[] => [
      { ...COMMANDS.WriteMessage, body: one },
      { ...COMMANDS.WriteNote, body: other },
      { ...COMMANDS.QuestionIdentity, body: one, lateBecause: other },
      { ...COMMANDS.AskClarification, body: one, lateBecause: other },
      { ...COMMANDS.ExtendDeadline, body: one },
      { ...COMMANDS.RedactValue, scope: scope as 'value', detail: { passage: one, facts: other } },
      { ...COMMANDS.DecideRight, facts: one },
      { ...COMMANDS.DecideRight, outcome: 'refused', grounds: ['GDPR-12-6'], facts: other },
    ]);

  it('none of it reaches the log, and the log still takes the event', () => {
    fc.assert(
      fc.property(commands, (each) => {
        for (const event of each.flatMap((command) => eventsOf(command))) {
          const data = auditOf(event, 0);
          if (data === null) continue;
          expect(JSON.stringify(data)).not.toMatch(/Тайна|\\u0422/);
          expect(auditEventSchema.safeParse(logged(data)).success).toBe(true);
        }
      }),
    );
  });
});
