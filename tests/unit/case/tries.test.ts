import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { unaccounted } from '@/lib/domain/case/collect';
import { decide } from '@/lib/domain/case/decide';
import type { Case, CollectionAnswer, KeptRecords } from '@/lib/domain/case/types';
import { aCase, ALICE, BUILDING, by, COMMANDS, decided, task } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { evolve } from '@/tests/support/case-history';
import { given } from '@/tests/support/given-when-then';

const WORKER = { kind: 'system', id: 'worker' } as const;

const answer = (
  collectionId: string,
  records: number,
  result: CollectionAnswer['result'] = records > 0 ? 'found' : 'nothing',
): CollectionAnswer => ({ collectionId, result, reason: null, records });

const kept = (collectionId: string, records: number, whole = true): KeptRecords => ({ collectionId, records, whole });

describe('what was answered and what is kept', () => {
  it('add up where each collection is kept to the last record', () => {
    expect(
      unaccounted(
        [answer('shop.a', 3), answer('shop.b', 0), answer('shop.c', 0, 'notApplicable')],
        [kept('shop.a', 3)],
      ),
    ).toBeNull();
    expect(unaccounted([], [])).toBeNull();
  });

  test.each([
    ['a record is missing', [answer('shop.a', 3)], [kept('shop.a', 2)]],
    ['a record is kept twice', [answer('shop.a', 3)], [kept('shop.a', 4)]],
    ['nothing is kept', [answer('shop.a', 3)], []],
    ['there is a gap', [answer('shop.a', 3)], [kept('shop.a', 3, false)]],
    ['something is kept where nothing was found', [answer('shop.a', 0)], [kept('shop.a', 1)]],
    ['something is kept where nothing was searched', [answer('shop.a', 0, 'notApplicable')], [kept('shop.a', 1)]],
    ['something is found without a record', [answer('shop.a', 0, 'found')], []],
    ['nothing is found with records', [answer('shop.a', 2, 'nothing')], [kept('shop.a', 2)]],
    ['one collection is answered twice', [answer('shop.a', 1), answer('shop.a', 1)], [kept('shop.a', 1)]],
  ] as const)('do not where %s', (_, answers, own) => expect(unaccounted(answers, own)).toBe('shop.a'));

  it('do not where a collection is kept that nobody answered for', () =>
    expect(unaccounted([answer('shop.a', 1)], [kept('shop.a', 1), kept('shop.b', 1)])).toBe('shop.b'));
});

describe('a try', () => {
  const second = aCase('collecting', { tasks: [task('accounts', 'answered', 1), task('calls', 'running', 2)] });

  it('that was overtaken neither answers nor fails', () => {
    given(second).when(COMMANDS.RecordSourceAnswer).thenRefused('overtaken');
    given(second).when(COMMANDS.RecordSourceFailure).thenRefused('overtaken');
    given(second)
      .when({ ...COMMANDS.RecordSourceAnswer, attempt: 2 })
      .then({ type: 'SourceAnswered', systemId: 'calls', attempt: 2 }, { type: 'CollectionFinished', systems: 2 });
  });

  it('does not answer with what is not kept', () =>
    given(second)
      .when({ ...COMMANDS.RecordSourceAnswer, attempt: 2, kept: [kept('calls.call', 2)] })
      .thenRefused('countsDiffer', 'calls.call'));

  it('at a copy that was overtaken, or is of another copy, neither seals nor fails', () => {
    const newer = aCase('preparing', { bundle: { ...BUILDING, attempts: 2 } });
    for (const current of [
      newer,
      aCase('preparing', { bundle: { ...BUILDING, id: 'bundle-2' } }),
      aCase('preparing', { bundle: { ...BUILDING, state: 'failed' } }),
      aCase('preparing', { bundle: null }),
    ]) {
      given(current).when(COMMANDS.RecordBundleSealed).thenRefused('overtaken');
      given(current).when(COMMANDS.RecordBundleFailure).thenRefused('overtaken');
    }
  });

  test.each([
    ['kept is not what was found', { found: 4, kept: 3, written: 3, hidden: 1 }],
    ['a record is in no file and not hidden', { found: 4, kept: 4, written: 3, hidden: 0 }],
    ['a record is written twice', { found: 4, kept: 4, written: 4, hidden: 1 }],
    ['a collection is left out', { found: 4, kept: 4, written: 0, hidden: 0 }],
  ])('seals no copy where %s', (_, counts) => {
    given(aCase('preparing'))
      .when({ ...COMMANDS.RecordBundleSealed, counted: [{ collectionId: 'calls.call', ...counts }] })
      .thenRefused('countsDiffer', 'calls.call');
  });

  it('seals no copy that says another sum than it holds', () => {
    given(aCase('preparing'))
      .when({ ...COMMANDS.RecordBundleSealed, sealed: { ...COMMANDS.RecordBundleSealed.sealed, records: 4 } })
      .thenRefused('countsDiffer');
  });
});

describe('collecting again', () => {
  it('is for a review, and for a copy that could not be made', () => {
    given(aCase('reviewing'))
      .when(COMMANDS.CollectAgain)
      .then({ type: 'CollectionReopened', tasks: [{ id: 'task-calls', systemId: 'calls' }], undecided: ['right-1'] });
    given(aCase('preparing', { bundle: { ...BUILDING, state: 'failed' } }))
      .when(COMMANDS.CollectAgain)
      .then({ type: 'CollectionReopened' });
    given(aCase('preparing')).when(COMMANDS.CollectAgain).thenRefused('wrongState');
  });

  it('names systems of the case, and at least one', () => {
    given(aCase('reviewing')).when({ type: 'CollectAgain', systemIds: [] }).thenRefused('noSystems');
    given(aCase('reviewing'))
      .when({ type: 'CollectAgain', systemIds: ['calls', 'elsewhere'] })
      .thenRefused('unknownSystem');
  });

  it('leaves alone what was decided on other rights than the copy', () => {
    const rights = [rightItem(), decided(rightItem({ id: 'right-2', right: 'erasure' }))];
    given(aCase('reviewing', { rights }))
      .when(COMMANDS.CollectAgain)
      .then({ type: 'CollectionReopened', undecided: ['right-1'] });
  });
});

/** What can befall two systems of one case: tries begin and keep records, answer or fail, early or late, and are swept away. */
type Happening = {
  readonly systemId: 'accounts' | 'calls';
  readonly what: 'begin' | 'keep' | 'answer' | 'fail' | 'die';
  readonly attempt: number;
};

const happening: fc.Arbitrary<Happening> = fc.record({
  systemId: fc.constantFrom('accounts', 'calls'),
  what: fc.constantFrom('begin', 'keep', 'keep', 'answer', 'fail', 'die'),
  attempt: fc.integer({ min: 1, max: 6 }),
});

type World = { current: Case; readonly parts: Map<string, number>; readonly dead: Set<string> };

/** The same fences as the rows have: a part is kept by the newest try alone, of a system that has not answered. */
function happens(world: World, { systemId, what, attempt }: Happening): void {
  const own = world.current.tasks.find((one) => one.systemId === systemId)!;
  const key = `${systemId} ${attempt}`;
  if (what === 'begin') {
    if (own.state === 'answered' || world.current.state !== 'collecting') return;
    world.current = {
      ...world.current,
      tasks: world.current.tasks.map((one) =>
        one === own ? { ...one, state: 'running', attempts: one.attempts + 1 } : one,
      ),
    };
  } else if (what === 'die') world.dead.add(key);
  else if (world.dead.has(key) || attempt > own.attempts) return;
  else if (what === 'keep') {
    if (own.state === 'running' && own.attempts === attempt) world.parts.set(key, (world.parts.get(key) ?? 0) + 1);
  } else {
    const records = world.parts.get(key) ?? 0;
    const id = `${systemId}.all`;
    const command =
      what === 'answer'
        ? {
            ...COMMANDS.RecordSourceAnswer,
            systemId,
            attempt,
            collections: [answer(id, 2)],
            kept: records > 0 ? [kept(id, records)] : [],
          }
        : { ...COMMANDS.RecordSourceFailure, systemId, attempt };
    const decision = decide(world.current, command, by(WORKER));
    if (decision.ok) world.current = evolve(world.current, decision.value, by(WORKER));
  }
}

describe('whatever befalls tries', () => {
  it('the case goes on to review only with every record of each system once, and else names the system that has not answered', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (history) => {
        const world: World = {
          current: aCase('collecting', { tasks: [task('accounts', 'waiting'), task('calls', 'waiting')] }),
          parts: new Map(),
          dead: new Set(),
        };
        for (const one of history) happens(world, one);
        for (const { systemId, state, attempts } of world.current.tasks)
          if (state === 'answered') expect(world.parts.get(`${systemId} ${attempts}`)).toBe(2);
        const open = world.current.tasks.filter(({ state }) => state !== 'answered');
        expect(world.current.state).toBe(open.length === 0 ? 'reviewing' : 'collecting');
        if (open.length > 0) expect(decide(world.current, COMMANDS.DecideRight, by(ALICE)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
