import { describe, expect, it } from 'vitest';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { progressOf } from '@/lib/domain/case/progress';
import type { Effect, RightItem } from '@/lib/domain/case/types';
import { aCase, ALICE, BOB, COMMANDS, decided, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { agreedElsewhere, anEffect, rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const sending = (more: Partial<Effect> = {}) => anEffect({ step: 'transmit', systemId: 'other-talk', ...more });
const of = (rights: readonly RightItem[], effects: readonly Effect[] = []) =>
  aCase('ready', { rights, effects, copySealed: true });
const owe = COMMANDS.OweTransmission;
const record = COMMANDS.RecordTransmission;

describe('sending a copy straight to another controller', () => {
  it('is owed for a right that two people agreed to, once, in the name of the second', () => {
    given(of([agreedElsewhere]))
      .when(owe)
      .then({ type: 'TransmissionOwed', right: 'portability', receiverId: 'other-talk', byId: BOB });
    given(of([agreedElsewhere], [sending({ state: 'answered' })]))
      .when(owe)
      .thenRefused('alreadyDone');
    for (const item of [rightItem({ right: 'portability' }), decided(rightItem({ right: 'portability' }))])
      given(of([item]))
        .when(owe)
        .thenRefused('nothingToCarryOut');
  });

  it('is done by what the receiver answered, and not before', () => {
    const current = of([agreedElsewhere], [sending()]);
    expect(progressOf(agreedElsewhere, current, SMALL_LAW)).toBe('carryingOut');
    given(current)
      .when(record)
      .then(
        { type: 'DataTransmitted', receiverId: 'other-talk', receipt: record.receipt },
        { type: 'RightCarriedOut', systems: ['elsewhere'], told: ['right-1'], byId: ALICE },
      );
    given(of([agreedElsewhere], [sending({ attempts: 2 })]))
      .when(record)
      .thenRefused('overtaken');
  });

  it('is no value read back from a system', () =>
    given(of([agreedElsewhere], [sending()]))
      .when(COMMANDS.RecordEffect)
      .thenRefused('overtaken'));

  it('that was not taken is a person’s, who sends it again or says what was done instead', () => {
    const steps = (effect: Effect) =>
      nextSteps(of([agreedElsewhere], [effect]), SMALL_LAW, NOW).map(({ mode, key }) => `${mode} ${key}`);
    expect(steps(sending())).toContain('wait awaitEffects');
    expect(steps(sending())).not.toContain('must carryOut');
    expect(steps(sending({ state: 'failed' }))).toContain('must carryOut');
    given(of([agreedElsewhere], [sending({ state: 'failed' })]))
      .when(COMMANDS.RetryEffect)
      .then({ type: 'EffectRetried', systemId: 'other-talk' });
    given(of([agreedElsewhere], [sending()]))
      .when(COMMANDS.RecordCarriedOut)
      .thenRefused('sourceBusy');
    const done = { ...agreedElsewhere, carriedOut: { on: SMALL_LAW.today(NOW), systems: ['elsewhere'], byId: ALICE } };
    given(of([done], [sending({ state: 'failed' })]))
      .when(COMMANDS.RetryEffect)
      .thenRefused('alreadyDone');
  });
});
