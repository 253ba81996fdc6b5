import { describe, expect, it, test } from 'vitest';
import { decide } from '@/lib/domain/case/decide';
import { isHalted } from '@/lib/domain/case/halted';
import { ASKED, aCase, by, COMMANDS } from '@/tests/support/case-builders';

const stopped = aCase('collecting', { mandate: { ...ASKED, state: 'stopped' } });
const asked = aCase('collecting', { mandate: ASKED });

describe('once the person whose data it is has stopped a request', () => {
  test.each([
    COMMANDS.StartCollection,
    COMMANDS.RecordSourceAnswer,
    COMMANDS.DecideRight,
    COMMANDS.ApproveDecision,
    COMMANDS.RecordBundleSealed,
    COMMANDS.StartEffects,
    COMMANDS.ApproveErasure,
    COMMANDS.BeginErasure,
  ])('$type goes no further', (command) => {
    expect(decide(stopped, command, by('alice'))).toMatchObject({ ok: false, reason: 'mandateStopped' });
    expect(isHalted(asked, command)).toBe(false);
  });

  it('what was done already is still recorded', () => {
    const recording = [
      COMMANDS.RecordSystemErased,
      COMMANDS.RecordErasureProved,
      COMMANDS.RecordRecipientTold,
      COMMANDS.WriteNote,
      COMMANDS.WriteMessage,
    ];
    expect(recording.filter((command) => isHalted(stopped, command))).toEqual([]);
  });
});
