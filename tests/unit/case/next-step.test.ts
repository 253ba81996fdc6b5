import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nextStep, type NextStepKey } from '@/lib/domain/case/next-step';
import { CASE_STATES, type CaseState } from '@/lib/domain/case/types';
import { addDays, localDate } from '@/lib/domain/clock/local-date';
import { aCase, task } from '@/tests/support/case-builders';

const DUE = localDate('2026-12-22');

describe('the next step', () => {
  const STEPS: { [S in CaseState]: [NextStepKey, string | null] } = {
    received: ['awaitEmail', '2026-12-01'],
    verifying: ['acceptIdentity', '2026-12-04'],
    verified: ['startCollection', '2026-12-07'],
    collecting: ['retrySource', '2026-12-12'],
    reviewing: ['decide', '2026-12-17'],
    awaitingApproval: ['approve', '2026-12-20'],
    preparing: ['awaitBundle', '2026-12-21'],
    ready: ['awaitDownload', null],
    closed: ['none', null],
  };

  test.each(CASE_STATES)('while %s', (state) => {
    const [key, byOn] = STEPS[state];
    expect(nextStep(aCase(state), DUE)).toEqual({ key, byOn });
  });

  it('waits for sources while none has failed, and asks for a person as soon as one has', () => {
    expect(nextStep(aCase('collecting', { tasks: [task('a', 'running'), task('b', 'waiting'), task('c', 'answered')] }), DUE).key).toBe('awaitSources');
    expect(nextStep(aCase('collecting', { tasks: [task('a', 'running'), task('b', 'failed')] }), DUE).key).toBe('retrySource');
  });

  it('leaves the later steps their days: each is due after the one before it and before the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const due = addDays(DUE, days);
        const dates = CASE_STATES.map((state) => nextStep(aCase(state), due).byOn).filter((on) => on !== null);
        expect(dates).toEqual([...dates].sort());
        expect(new Set(dates).size).toBe(dates.length);
        for (const on of dates) expect(on < due).toBe(true);
      }),
    );
  });
});
