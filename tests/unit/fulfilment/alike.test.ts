import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikeIn } from '@/lib/domain/fulfilment/alike';

const redaction = fc.record({
  id: fc.uuid(),
  collectionId: fc.constantFrom('calls.call', 'support.message'),
  scope: fc.constantFrom('value' as const, 'field' as const),
  field: fc.constantFrom('peer', 'text'),
  ground: fc.constantFrom('GDPR-15-4', 'GDPR-15-4-secret'),
  facts: fc.constantFrom('A colleague.', 'Somebody else.'),
  by: fc.constantFrom('Éloïse', 'Marek'),
});

const word = ({ collectionId, scope, field, ground, facts, by }: Parameters<typeof alikeIn>[0][number]) =>
  [collectionId, scope, field, ground, facts, by].join('|');

it('keeps every redaction once, in groups that say one and the same', () => {
  fc.assert(
    fc.property(fc.array(redaction), (redactions) => {
      const groups = alikeIn(redactions);
      const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id).toSorted();
      expect(ids(groups.flat())).toEqual(ids(redactions));
      for (const group of groups) expect(new Set(group.map(word)).size).toBe(1);
      expect(new Set(groups.map(([first]) => word(first!))).size).toBe(groups.length);
    }),
  );
});

it('keeps the order in which each was first hidden', () => {
  fc.assert(
    fc.property(fc.array(redaction), (redactions) => {
      const firsts = alikeIn(redactions).map(([first]) => redactions.indexOf(first!));
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
});
