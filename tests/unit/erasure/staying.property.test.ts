import fc from 'fast-check';
import { describe, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { erasureFrom, knownFrom, leadsLost } from '@/lib/domain/erasure/staying';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import { collectionOf, dataMapOf, text } from '@/tests/unit/datamap/maps';
import { factsOf } from './facts';

const blanked = {
  erasure: { kind: 'erase', whileKept: { email: null }, reason: text('a bill refers to it') },
} as const;

/** A tree, a circle, and a collection that is found by itself. */
const MAP = dataMapOf([
  collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }, blanked),
  collectionOf('app.order', { id: { key: true }, person_id: { of: 'app.person.id' } }),
  collectionOf('app.line', { id: { key: true }, order_id: { of: 'app.order.id' } }),
  collectionOf('app.note', {
    id: { key: true },
    author: { of: 'app.person.id' },
    parent: { of: 'app.note.id' },
  }),
  collectionOf('app.mail', { id: { key: true }, email: { identity: 'email' } }),
]);

const [ERASURE] = systemErasures(
  MAP,
  erasureSearch(MAP, { email: ['me@example.com'] }),
  {},
  localDate('2026-11-28'),
) as [ReturnType<typeof systemErasures>[number]];

const IDS = ERASURE.steps.map(({ step }) => step.collectionId);
const count = fc.nat({ max: 2 });
const facts = fc
  .array(fc.record({ erased: count, blanked: count, anonymised: count, kept: count, others: count }), {
    minLength: IDS.length,
    maxLength: IDS.length,
  })
  .map((all) => all.map((counts, n) => factsOf(IDS[n]!, counts)));

const keys = fc.dictionary(
  fc.constantFrom('app.person.id', 'app.order.id', 'app.note.id', 'app.nothing.id'),
  fc.array(fc.tuple(fc.string()), { maxLength: 3 }),
);

describe('whatever was found and done', () => {
  it('a way is lost only where its end stays and its beginning does not stay as it is', () => {
    fc.assert(
      fc.property(facts, (found) => {
        const of = (id: string) => found.find(({ collectionId }) => collectionId === id)!;
        return leadsLost(ERASURE, found).every(({ of: from, to }) => {
          const [begins, ends] = [of(from), of(to)];
          return begins.erased + begins.blanked + begins.anonymised > 0 && ends.kept + ends.blanked + ends.others > 0;
        });
      }),
    );
  });

  it('every way that leads from what changes to what stays is among them', () => {
    fc.assert(
      fc.property(facts, (found) => {
        const of = (id: string) => found.find(({ collectionId }) => collectionId === id)!;
        const lost = leadsLost(ERASURE, found);
        return ERASURE.steps.every(({ step: { collectionId, where } }) =>
          where.every(
            (one) =>
              one.kind !== 'linked' ||
              of(collectionId).kept === 0 ||
              of(one.of).erased === 0 ||
              lost.some(({ of: from, to }) => from === one.of && to === collectionId),
          ),
        );
      }),
    );
  });
});

describe('whatever keys are known', () => {
  it('the search keeps all of its own ways, and each key that it follows is carried', () => {
    fc.assert(
      fc.property(keys, (known) => {
        const erasure = erasureFrom(knownFrom(MAP, new Map(Object.entries(known))), ERASURE);
        return erasure.steps.every(({ step }, n) => {
          const own = ERASURE.steps[n]!.step;
          const kept = JSON.stringify(step.where.slice(0, own.where.length)) === JSON.stringify(own.where);
          return kept && step.needs.every((id) => (erasure.carried[id]?.length ?? 0) > 0);
        });
      }),
    );
  });
});
