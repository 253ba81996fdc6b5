import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { decide } from '@/lib/domain/case/decide';
import { liftableFrom, liftingSuggested, restrictionStanding } from '@/lib/domain/case/restriction';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { Case } from '@/lib/domain/case/types';
import { aCase, ALICE, BOB, by, COMMANDS, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { evolve } from '@/tests/support/case-history';
import { anEffect, rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';
import { aLifting, restricted } from '@/tests/support/restriction-builders';

const WORKER = { kind: 'system', id: 'worker' } as const;
const inForce = (state: 'ready' | 'closed' = 'closed') => aCase(state, { rights: [restricted()] });

describe('a restriction', () => {
  it('is in force from when it was carried out, and outlives its case', () => {
    expect(restrictionStanding(inForce())).toBe('inForce');
    expect(restrictionStanding(aCase('ready', { rights: [restricted({ carriedOut: null })] }))).toBeNull();
    expect(restrictionStanding(aCase('ready'))).toBeNull();
  });

  it('rests on the ground that somebody names, once it is there', () => {
    given(inForce()).when(COMMANDS.NameRestrictionGround).then({ type: 'RestrictionGroundNamed', ground: 'claims' });
    given(inForce())
      .when({ ...COMMANDS.NameRestrictionGround, ground: 'accuracy' })
      .thenRefused('alreadyDone');
    given(aCase('ready')).when(COMMANDS.NameRestrictionGround).thenRefused('nothingRestricted');
  });
});

describe('while a right is looked into', () => {
  it.each([
    ['objection', 'objection'],
    ['rectification', 'accuracy'],
  ] as const)('an open %s takes a restriction into the case, on that ground', (right, ground) =>
    given(aCase('reviewing', { rights: [rightItem({ right })] }))
      .when(COMMANDS.RestrictMeanwhile)
      .then({ type: 'RestrictionAdded', rightItemId: 'right-meanwhile', right: 'restriction', ground, because: right }),
  );

  it('is not offered where the law does not give it', () =>
    given(aCase('reviewing', { rights: [rightItem({ right: 'rectification' })] }), { ...SMALL_LAW, outcomes: () => [] })
      .when(COMMANDS.RestrictMeanwhile)
      .thenRefused('nothingToRestrict'));

  it('is no second one, none for another right, and none once that was answered', () => {
    const objection = rightItem({ right: 'objection' });
    const meanwhile = (rights: readonly ReturnType<typeof rightItem>[]) =>
      given(aCase('reviewing', { rights })).when(COMMANDS.RestrictMeanwhile);
    meanwhile([objection, restricted({ id: 'right-2', carriedOut: null })]).thenRefused('nothingToRestrict');
    meanwhile([rightItem({ right: 'objection_marketing' })]).thenRefused('nothingToRestrict');
    meanwhile([{ ...objection, approvedById: BOB }]).thenRefused('nothingToRestrict');
    meanwhile([rightItem({ id: 'right-9' })]).thenRefused('unknownRight');
  });
});

describe('lifting it', () => {
  it('is announced with words for the person and a day that is still to come', () => {
    given(inForce()).when(COMMANDS.AnnounceLifting).then({ type: 'LiftingAnnounced', rightItemId: 'right-1' });
    given(inForce())
      .when({ ...COMMANDS.AnnounceLifting, facts: ' ' })
      .thenRefused('factsMissing');
    given(inForce())
      .when({ ...COMMANDS.AnnounceLifting, liftOn: localDate('2026-12-16') })
      .thenRefused('dayNotAhead');
    given(aCase('ready')).when(COMMANDS.AnnounceLifting).thenRefused('nothingRestricted');
    given(aCase('closed', { rights: [restricted()], lifting: aLifting() }))
      .when(COMMANDS.AnnounceLifting)
      .thenRefused('alreadyDone');
  });

  it('waits until the person was told, and for a whole day after that', () => {
    const begin = (lifting: Parameters<typeof aLifting>[0]) =>
      given(aCase('closed', { rights: [restricted()], lifting: aLifting(lifting) })).when(
        COMMANDS.BeginLifting,
        WORKER,
      );
    begin({ toldOn: null }).thenRefused('tooSoon');
    begin({ toldOn: localDate('2026-12-16') }).thenRefused('tooSoon');
    begin({ liftOn: localDate('2026-12-17') }).thenRefused('tooSoon');
    begin({}).then({ type: 'LiftingStarted', rightItemId: 'right-1' });
    begin({ state: 'cancelled' }).thenRefused('overtaken');
    begin({ id: 'another' }).thenRefused('overtaken');
  });

  it('never comes before the day that the person read, nor on the day they were told or one before', () =>
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (planned, told) => {
        const liftOn = addDays(localDate('2026-12-01'), planned);
        const toldOn = addDays(localDate('2026-12-01'), told);
        const from = liftableFrom({ liftOn, toldOn });
        expect(from !== null && from >= liftOn && from > toldOn).toBe(true);
      }),
    ));

  it('can be called off until it has begun', () => {
    given(aCase('closed', { rights: [restricted()], lifting: aLifting() }))
      .when(COMMANDS.CancelLifting)
      .then({ type: 'LiftingCancelled' });
    given(aCase('closed', { rights: [restricted()], lifting: aLifting({ state: 'lifting' }) }))
      .when(COMMANDS.CancelLifting)
      .thenRefused('alreadyBegun');
    given(inForce()).when(COMMANDS.CancelLifting).thenRefused('nothingRestricted');
  });

  it('is lifted once the last system has said so, whether a connector or a person saw to it', () => {
    const lifting = (last: 'answered' | 'waiting') =>
      aCase('closed', {
        rights: [restricted()],
        lifting: aLifting({ state: 'lifting' }),
        effects: [
          anEffect({ step: 'restrict', state: 'answered' }),
          anEffect({ id: 'effect-2', step: 'lift', systemId: 'paper', state: last, byPerson: true }),
          anEffect({ id: 'effect-3', step: 'lift', state: 'running' }),
        ],
      });
    const confirm = { ...COMMANDS.RecordEffect, effectId: 'effect-3' };
    given(lifting('waiting')).when(confirm, WORKER).then({ type: 'EffectConfirmed', step: 'lift' });
    given(lifting('answered'))
      .when(confirm, WORKER)
      .then({ type: 'EffectConfirmed' }, { type: 'RestrictionLifted', systems: ['paper', 'calls'] });
    given(lifting('waiting'))
      .when({ type: 'RecordLifted', effectId: 'effect-2' })
      .then({ type: 'SystemLifted', systemId: 'paper' });
    given(lifting('waiting')).when({ type: 'RecordLifted', effectId: 'effect-3' }).thenRefused('alreadyDone');
  });

  it('is told to recipients also of a closed case', () => {
    const owe = { ...COMMANDS.OweRecipients, step: 'lifted' } as const;
    given(inForce()).when(owe, WORKER).then({ type: 'RecipientsOwed', step: 'lifted' });
    given(inForce()).when(COMMANDS.OweRecipients, WORKER).thenRefused('wrongState');
  });
});

describe('what it waits for', () => {
  const question = (right: 'rectification' | 'objection', given: Parameters<typeof rightItem>[0] = {}) =>
    rightItem({ id: 'right-2', right, ...given });
  const refused = {
    decision: { outcome: 'refused', grounds: ['g'], hasFacts: true, confirmed: [], decidedById: ALICE },
    approvedById: BOB,
  } as const;

  it.each([
    ['accuracy', 'rectification', 'accuracySettled'],
    ['objection', 'objection', 'objectionDecided'],
  ] as const)('under %s is the answer on %s, which suggests lifting and lifts nothing', (ground, right, why) => {
    const open = aCase('ready', { rights: [restricted({ restrictedFor: ground }), question(right)] });
    expect(liftingSuggested(open, SMALL_LAW)).toBeNull();
    const settled: Case = { ...open, rights: [restricted({ restrictedFor: ground }), question(right, refused)] };
    expect(liftingSuggested(settled, SMALL_LAW)).toBe(why);
    expect(restrictionStanding(settled)).toBe('inForce');
    expect(liftingSuggested({ ...settled, lifting: aLifting() }, SMALL_LAW)).toBeNull();
  });

  it('is nothing where a claim needs the data, nor where no such question was asked', () => {
    const claims = aCase('ready', {
      rights: [restricted({ restrictedFor: 'claims' }), question('rectification', refused)],
    });
    expect(liftingSuggested(claims, SMALL_LAW)).toBeNull();
    expect(liftingSuggested(inForce(), SMALL_LAW)).toBeNull();
  });
});

it('is never lifted before it was announced, told and begun, in whatever order commands come', () => {
  const steps: readonly CaseCommand[] = [
    COMMANDS.NameRestrictionGround,
    COMMANDS.AnnounceLifting,
    COMMANDS.CancelLifting,
    COMMANDS.BeginLifting,
    { ...COMMANDS.RecordEffect, effectId: 'effect-2' },
    COMMANDS.RecordLifted,
  ];
  fc.assert(
    fc.property(
      fc.array(fc.record({ step: fc.constantFrom(...steps), day: fc.nat(20) }), { maxLength: 12 }),
      (walk) => {
        let current: Case = inForce();
        const seen: string[] = [];
        let at = NOW;
        for (const { step, day } of walk) {
          const next = new Date(Date.parse(at) + day * 86_400_000).toISOString();
          at = next;
          const decision = decide(current, step, by(step.type.startsWith('Begin') ? WORKER : ALICE, SMALL_LAW, at));
          if (!decision.ok) continue;
          current = evolve(current, decision.value, by(ALICE, SMALL_LAW, at));
          seen.push(...decision.value.map(({ type }) => type));
          if (current.lifting?.state === 'announced' && day % 2 === 0)
            current = { ...current, lifting: { ...current.lifting, toldOn: SMALL_LAW.today(at) } };
        }
        if (restrictionStanding(current) === 'lifted')
          expect(
            seen.filter((type) => /^(LiftingAnnounced|LiftingStarted|RestrictionLifted)$/.test(type)).slice(-3),
          ).toEqual(['LiftingAnnounced', 'LiftingStarted', 'RestrictionLifted']);
      },
    ),
  );
});
