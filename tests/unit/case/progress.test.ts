import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { waitsForCopy } from '@/lib/domain/case/carry-out';
import { decide } from '@/lib/domain/case/decide';
import { type Progress, progressOf, stateOf } from '@/lib/domain/case/progress';
import { type Case, type CaseFacts, OPEN_STATES, type RightItem } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { aCase, ALICE, BOB, by, COMMANDS, decided, NOW, onwards, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { delivered, evolve } from '@/tests/support/case-history';
import { given } from '@/tests/support/given-when-then';

const COPY = rightItem();
const MARKETING = rightItem({ id: 'right-2', right: 'objection_marketing' });
const ERASURE = rightItem({ id: 'right-3', right: 'erasure' });
const CORRECTION = rightItem({ id: 'right-3', right: 'rectification' });
const approved = (item: RightItem): RightItem => ({ ...decided(item), approvedById: BOB });
const stopped = (item: RightItem): RightItem => ({ ...item, stoppedAt: NOW });
const progress = (item: RightItem, facts: CaseFacts): Progress => progressOf(item, facts, SMALL_LAW);

describe('the state of a case', () => {
  test.each(OPEN_STATES)('%s follows from what is recorded of it', (state) =>
    expect(stateOf(aCase(state), SMALL_LAW)).toBe(state),
  );

  it('waits for a mailbox only where a right needs to know who asks: an opt-out is never verified (11 CCR 7060(b))', () => {
    const asked = { emailConfirmed: false, identityShown: false };
    const optOut = rightItem({ regime: 'CCPA', right: 'opt_out_sale_sharing' });
    expect(stateOf(aCase('received', { ...asked, rights: [optOut] }), SMALL_LAW)).toBe('reviewing');
    expect(stateOf(aCase('received', { ...asked, rights: [optOut, COPY] }), SMALL_LAW)).toBe('received');
  });

  it('goes straight to review where nothing is copied, and to ready where nothing is handed over', () => {
    expect(stateOf(aCase('verified', { rights: [ERASURE] }), SMALL_LAW)).toBe('reviewing');
    expect(stateOf(aCase('ready', { copySealed: false, rights: [approved(ERASURE)] }), SMALL_LAW)).toBe('ready');
  });
});

describe('how far a right has come', () => {
  const of = (item: RightItem, more: Partial<CaseFacts> = {}, state: Case['state'] = 'reviewing') =>
    progress(item, aCase(state, { rights: [item], ...more }));

  it('is asked until it is known who asks, and proved until everything was searched', () => {
    expect(of(COPY, {}, 'received')).toBe('asked');
    expect(of(COPY, {}, 'verifying')).toBe('asked');
    expect(of(COPY, {}, 'verified')).toBe('proved');
    expect(of(COPY, {}, 'collecting')).toBe('proved');
    expect(of(COPY)).toBe('searched');
    expect(of(ERASURE)).toBe('proved');
  });

  it('is decided by one and approved by another; a copy is in work from then until it is sealed', () => {
    expect(of(decided(COPY))).toBe('decided');
    expect(of(approved(ERASURE))).toBe('approved');
    expect(of(approved(COPY))).toBe('carryingOut');
    expect(of(approved(COPY), { copySealed: true })).toBe('done');
  });

  it('is told once a mail that names it has left, and not by one that names another', () => {
    const done = {
      ...approved(CORRECTION),
      carriedOut: { on: localDate('2026-12-15'), systems: ['calls'], byId: ALICE },
    };
    const mail = (state: 'queued' | 'sent', ...rights: string[]) => ({
      notices: [{ id: 'n', kind: 'carriedOut', state, rights }] as const,
    });
    expect(of(done)).toBe('done');
    expect(of(done, mail('queued', 'right-3'))).toBe('done');
    expect(of(done, mail('sent', 'right-1'))).toBe('done');
    expect(of(done, mail('sent', 'right-3'))).toBe('told');
  });

  it('ends with a refusal', () => {
    const decision = {
      outcome: 'refused',
      grounds: ['GDPR-12-6'],
      hasFacts: true,
      confirmed: [],
      decidedById: ALICE,
    } as const;
    expect(of({ ...ERASURE, decision })).toBe('decided');
    expect(of({ ...ERASURE, decision, approvedById: BOB })).toBe('refused');
  });
});

describe('each right on its own way', () => {
  it('marketing is decided, approved and told while the copy is collected', () => {
    const collecting = aCase('collecting', { rights: [COPY, stopped(MARKETING)] });
    given(collecting)
      .when({ ...COMMANDS.DecideRight, rightItemId: 'right-2' })
      .then({ type: 'OutcomeDecided', right: 'objection_marketing' });
    given(collecting).when(COMMANDS.DecideRight).thenRefused('sourcesOpen');
    const waiting = aCase('collecting', { rights: [COPY, decided(stopped(MARKETING))] });
    given(waiting)
      .when(COMMANDS.ApproveDecision, BOB)
      .then({ type: 'DecisionApproved', rights: ['objection_marketing'], bundle: false, answered: ['right-2'] });
    expect(stateOf(waiting, SMALL_LAW)).toBe('collecting');
  });

  it('what is named is approved or sent back, and the rest goes on waiting', () => {
    const waiting = aCase('awaitingApproval', { rights: [decided(COPY), decided(ERASURE)] });
    given(waiting)
      .when({ type: 'ApproveDecision', rightItemIds: ['right-3'] }, BOB)
      .then({ type: 'DecisionApproved', rightItemIds: ['right-3'], bundle: false });
    given(waiting)
      .when({ type: 'ReturnDecision', reason: 'other', rightItemIds: ['right-1'] }, BOB)
      .then({ type: 'DecisionReturned', rightItemIds: ['right-1'], dropsBundle: false });
    for (const rightItemIds of [[], ['right-1', 'right-9']])
      given(waiting).when({ type: 'ApproveDecision', rightItemIds }, BOB).thenRefused('wrongState');
  });

  it('whoever decided one right may approve another', () => {
    const rights = [decided(COPY, BOB), decided(ERASURE, ALICE)];
    given(aCase('awaitingApproval', { rights }))
      .when({ type: 'ApproveDecision', rightItemIds: ['right-3'] }, BOB)
      .then({ type: 'DecisionApproved', rights: ['erasure'] });
  });

  it('sends back only the rights to a copy that could not be sealed', () => {
    const failed = { id: 'bundle-1', state: 'failed', attempts: 1 } as const;
    given(aCase('preparing', { bundle: failed, rights: [approved(COPY), approved(ERASURE)] }))
      .when(COMMANDS.ReturnDecision, ALICE)
      .then({ type: 'DecisionReturned', rightItemIds: ['right-1'], dropsBundle: true });
  });
});

describe('one wish under two laws', () => {
  const BOTH = [approved(CORRECTION), approved(rightItem({ id: 'right-4', regime: 'CCPA', right: 'correct' }))];

  it('is carried out once, and told once', () =>
    given(aCase('ready', { rights: BOTH }))
      .when({ ...COMMANDS.RecordCarriedOut, rightItemId: 'right-4' })
      .then(
        { type: 'RightCarriedOut', right: 'correct', told: ['right-4', 'right-3'] },
        { type: 'RightCarriedOut', right: 'rectification', told: [] },
      ));

  it('is carried out of what was agreed, and stops once', () => {
    given(
      aCase('ready', {
        rights: [BOTH[0]!, decided(BOTH[1]!)].map((item, at) => (at ? { ...item, approvedById: null } : item)),
      }),
    )
      .when({ ...COMMANDS.RecordCarriedOut, rightItemId: 'right-3' })
      .then({ type: 'RightCarriedOut', right: 'rectification', told: ['right-3'] });
    const uk = rightItem({ id: 'right-5', regime: 'UK_GDPR', right: 'objection_marketing' });
    given(aCase('received', { rights: [MARKETING, uk] }))
      .when({ type: 'RecordStopped', rightItemId: 'right-5' })
      .then({ type: 'UseStopped', rightItemId: 'right-5' }, { type: 'UseStopped', rightItemId: 'right-2' });
  });

  it('has one copy, made once every right to it is approved', () => {
    const know = rightItem({ id: 'right-4', regime: 'CCPA', right: 'know_specific' });
    const rules = {
      ...SMALL_LAW,
      needsCopy: ({ right }: Pick<RightItem, 'right'>) => right === 'access' || right === 'know_specific',
    };
    given(aCase('reviewing', { rights: [decided(COPY), know] }), rules)
      .when(COMMANDS.ApproveDecision, BOB)
      .then({ type: 'DecisionApproved', bundle: false, answered: [] });
    given(aCase('reviewing', { rights: [approved(COPY), decided(know)] }), rules)
      .when(COMMANDS.ApproveDecision, BOB)
      .then({ type: 'DecisionApproved', rightItemIds: ['right-4'], bundle: true, answered: [] });
  });
});

describe('a copy first, then erasing', () => {
  it('erasing waits for a copy that is asked for and not made; one that was refused holds nothing up', () => {
    const erasing = approved(ERASURE);
    const waits = (copy: RightItem, copySealed = false) =>
      waitsForCopy(erasing, { rights: [copy, erasing], copySealed }, SMALL_LAW);
    for (const copy of [COPY, decided(COPY), approved(COPY)]) expect(waits(copy)).toBe(true);
    expect(waits(approved(COPY), true)).toBe(false);
    expect(waits({ ...approved(COPY), decision: { ...decided(COPY).decision!, outcome: 'refused' } })).toBe(false);
    expect(waitsForCopy(approved(CORRECTION), { rights: [COPY], copySealed: false }, SMALL_LAW)).toBe(false);
  });
});

describe('however the commands come', { timeout: 60_000 }, () => {
  const step = fc.record({
    any: fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(COMMANDS))),
    actorId: fc.constantFrom(ALICE, BOB, 'carol'),
    at: fc.nat(2),
  });

  it('nobody approves what they decided, and nothing is erased before the copy', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let current: Case = { ...aCase('received'), rights: [COPY, stopped(MARKETING), ERASURE] };
        for (const { any, actorId, at } of steps) {
          const command = any ?? onwards(current, by(actorId));
          const aimed = 'rightItemId' in command ? { ...command, rightItemId: current.rights[at]!.id } : command;
          const decision = decide(current, aimed, by(actorId));
          if (decision.ok) current = delivered(evolve(current, decision.value, by(actorId)));
          for (const { decision: own, approvedById } of current.rights)
            expect(own !== null && approvedById === own.decidedById).toBe(false);
          const [copy, , erasure] = current.rights;
          if (erasure?.carriedOut) expect(['done', 'told', 'refused']).toContain(progress(copy!, current));
        }
      }),
      { numRuns: 300 },
    );
  });
});
