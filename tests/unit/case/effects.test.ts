import { describe, expect, it } from 'vitest';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { progressOf } from '@/lib/domain/case/progress';
import type { CaseFacts, Effect, RightItem } from '@/lib/domain/case/types';
import { aCase, ALICE, BOB, COMMANDS, decided, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { anEffect, rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const MARKETING = rightItem({ right: 'objection_marketing' });
const agreed = (item: RightItem): RightItem => ({ ...decided(item), approvedById: BOB });
const CORRECTION = agreed(rightItem({ right: 'rectification' }));
const RESTRICTION = agreed(rightItem({ right: 'restriction' }));
const WORDS = { factId: 'name', wrong: 'Ana', right: 'Anna', evidence: 'passport' };
const BESIDE = { id: 'effect-3', systemId: 'accounts', byPerson: false };
const SUPPLEMENT = { text: 'Paid on the same day.', tasks: [BESIDE] };
const start = COMMANDS.StartEffects;
const confirm = COMMANDS.RecordEffect;
const of = (rights: readonly RightItem[], effects: readonly Effect[] = [], more: Partial<CaseFacts> = {}) =>
  aCase('reviewing', { rights, effects, ...more });
const second = anEffect({ id: 'effect-2', systemId: 'accounts' });

describe('beginning to carry a right out in the systems', () => {
  it('is lawful for what takes effect at once before anything is decided, and says where', () =>
    given(of([MARKETING]))
      .when(start)
      .then({ type: 'EffectsStarted', right: 'objection_marketing', step: 'setPreference', tasks: start.tasks }));

  it('is once, and not for what has stopped', () => {
    given(of([MARKETING], [anEffect()]))
      .when(start)
      .thenRefused('sourceBusy');
    given(of([{ ...MARKETING, stoppedAt: NOW }]))
      .when(start)
      .thenRefused('alreadyDone');
  });

  it('needs a system that the product can write into', () => {
    given(of([MARKETING]))
      .when({ ...start, tasks: [] })
      .thenRefused('noSystems');
    given(of([MARKETING]))
      .when({ ...start, tasks: [{ id: 'effect-1', systemId: 'paper', byPerson: true }] })
      .thenRefused('noSystems');
  });

  it('comes after the decision of two people where something was to be weighed', () => {
    for (const item of [rightItem({ right: 'restriction' }), decided(rightItem({ right: 'restriction' }))])
      given(of([item]))
        .when(start)
        .thenRefused('nothingToCarryOut');
    given(of([RESTRICTION]))
      .when(start)
      .then({ type: 'EffectsStarted', step: 'restrict' });
    given(of([RESTRICTION]))
      .when({ ...start, facts: ' ' })
      .thenRefused('factsMissing');
  });

  it('of a correction says what is wrong and what is right, and they differ', () => {
    for (const correction of [null, { ...WORDS, right: ' ' }, { ...WORDS, wrong: '' }, { ...WORDS, right: 'Ana' }])
      given(of([CORRECTION]))
        .when({ ...start, correction })
        .thenRefused('correctionMissing');
    given(of([CORRECTION]))
      .when({ ...start, correction: WORDS })
      .then({ type: 'EffectsStarted', step: 'rectify', correction: WORDS });
  });

  it('of a statement needs no correction beside it, and a law by which it may stand there', () => {
    given(of([CORRECTION]))
      .when({ ...start, tasks: [], correction: null, supplement: SUPPLEMENT })
      .then({ type: 'EffectsStarted', step: 'rectify', correction: null, supplement: SUPPLEMENT });
    given(of([CORRECTION]))
      .when({ ...start, correction: { ...WORDS, right: ' ' }, supplement: SUPPLEMENT })
      .thenRefused('correctionMissing');
    given(of([agreed(rightItem({ regime: 'CCPA', right: 'correct' }))]))
      .when({ ...start, correction: WORDS, supplement: SUPPLEMENT })
      .thenRefused('nothingToCarryOut');
  });

  it('of a statement is lawful where only a person can keep it', () =>
    given(of([CORRECTION]))
      .when({ ...start, tasks: [], supplement: { ...SUPPLEMENT, tasks: [{ ...BESIDE, byPerson: true }] } })
      .then({ type: 'EffectsStarted' }));

  it('is for no right that ends in a copy or in words', () =>
    given(of([agreed(rightItem())]))
      .when(start)
      .thenRefused('nothingToCarryOut'));
});

describe('what a system has confirmed', () => {
  it('makes the right done only with the last of them', () => {
    given(of([MARKETING], [anEffect(), second]))
      .when(confirm)
      .then({ type: 'EffectConfirmed', systemId: 'calls' });
    given(of([MARKETING], [anEffect(), { ...second, state: 'answered' }]))
      .when(confirm)
      .then({ type: 'EffectConfirmed' }, { type: 'UseStopped', rightItemId: 'right-1' });
  });

  it('is told in the words that were given when it was begun, as done by whoever began it', () =>
    given(of([RESTRICTION], [anEffect({ step: 'restrict' })]))
      .when(confirm)
      .then(
        { type: 'EffectConfirmed', step: 'restrict' },
        { type: 'RightCarriedOut', facts: null, systems: ['calls'], byId: ALICE, told: ['right-1'] },
      ));

  it('is not the whole where a person sees to a part, or where a record said something else', () => {
    given(of([MARKETING], [anEffect(), { ...second, byPerson: true, state: 'waiting' }]))
      .when(confirm)
      .then({ type: 'EffectConfirmed' });
    given(of([CORRECTION], [anEffect({ step: 'rectify' })]))
      .when({ ...confirm, collections: [{ collectionId: 'calls.user', found: 2, changed: 1, other: 1 }] })
      .then({ type: 'EffectConfirmed' });
  });

  it('is the whole of a statement only where a record of the person took it', () => {
    const beside = anEffect({ step: 'supplement' });
    given(of([CORRECTION], [beside]))
      .when(confirm)
      .then({ type: 'EffectConfirmed', step: 'supplement' }, { type: 'RightCarriedOut', systems: ['calls'] });
    for (const [found, changed, other] of [
      [0, 0, 0],
      [2, 1, 1],
    ] as const)
      given(of([CORRECTION], [beside]))
        .when({ ...confirm, collections: [{ collectionId: 'calls.user', found, changed, other }] })
        .then({ type: 'EffectConfirmed' });
  });

  it('is one system where it took a correction and a statement', () =>
    given(
      of(
        [CORRECTION],
        [
          anEffect({ step: 'rectify' }),
          {
            ...second,
            systemId: 'calls',
            step: 'supplement',
            state: 'answered',
            collections: [{ collectionId: 'calls.user', found: 1, changed: 1, other: 0 }],
          },
        ],
      ),
    )
      .when(confirm)
      .then({ type: 'EffectConfirmed' }, { type: 'RightCarriedOut', systems: ['calls'] }));

  it('counts only from the newest try', () => {
    given(of([MARKETING], [anEffect({ attempts: 2 })]))
      .when(confirm)
      .thenRefused('overtaken');
    given(of([MARKETING], [anEffect({ state: 'answered' })]))
      .when(confirm)
      .thenRefused('alreadyDone');
    given(of([MARKETING], [anEffect({ attempts: 2 })]))
      .when(COMMANDS.RecordEffectFailure)
      .thenRefused('overtaken');
  });
});

describe('while the systems are at it', () => {
  const steps = (rights: readonly RightItem[], effects: readonly Effect[]) =>
    nextSteps(of(rights, effects), SMALL_LAW, NOW).map(({ mode, key }) => `${mode} ${key}`);

  it('nobody is asked to do it by hand, and nobody may say that it was', () => {
    expect(steps([MARKETING], [anEffect()])).toContain('wait awaitEffects');
    expect(steps([MARKETING], [anEffect()])).not.toContain('must stopUse');
    given(of([MARKETING], [anEffect()]))
      .when(COMMANDS.RecordStopped)
      .thenRefused('sourceBusy');
    expect(steps([RESTRICTION], [anEffect({ step: 'restrict' })])).not.toContain('must carryOut');
  });

  it('a system that did not take it is the next step', () => {
    expect(steps([MARKETING], [anEffect({ state: 'failed' })])[0]).toBe('must retryEffect');
    given(of([MARKETING], [anEffect()]))
      .when(COMMANDS.RetryEffect)
      .thenRefused('sourceBusy');
  });

  it('what is left to a person is theirs again once the systems have confirmed', () => {
    const rest = [anEffect({ state: 'answered' }), { ...second, byPerson: true, state: 'waiting' as const }];
    expect(steps([MARKETING], rest)).toContain('must stopUse');
    given(of([MARKETING], rest))
      .when(COMMANDS.RecordStopped)
      .then({ type: 'UseStopped' });
  });

  it('an agreed right is being carried out', () => {
    const current = of([RESTRICTION], [anEffect({ step: 'restrict' })]);
    expect(progressOf(RESTRICTION, current, SMALL_LAW)).toBe('carryingOut');
    expect(progressOf(RESTRICTION, of([RESTRICTION]), SMALL_LAW)).toBe('approved');
  });
});
