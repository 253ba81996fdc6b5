import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LinesSeen } from '@/lib/domain/fulfilment/lines-seen';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { JsonText, recordJson } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import type { NeverSent } from '@/lib/domain/fulfilment/never-sent';
import type { SecretKind } from '@/lib/domain/datamap/secret-kinds';
import { collection, field, otherPerson, text } from './collection-builders';

const hidden = wordMarks((grounds: readonly string[]): string => `⟦${grounds.join()}⟧`);
const OWN = { 'accounts.account.id': ['7', '9007199254740993'] };
const unless = 'accounts.account.id';
const neverSent = (kind: SecretKind, ...path: string[]): NeverSent => ({
  kind,
  path,
  grounds: ['CCPA-7024-d'],
  statement: text(kind),
});
const MESSAGES = collection([
  field('id'),
  field('sender', { otherPerson: otherPerson('hide', { unless }) }),
  field('name', { otherPerson: otherPerson('replace', { unless, toldBy: 'sender' }) }),
  field('text', { otherPerson: otherPerson('decide') }),
  field('phone', { otherPerson: otherPerson('hide') }),
  field('iban', {
    otherPerson: otherPerson('decide', { unless, toldBy: 'sender' }),
    neverSent: [neverSent('financialAccountNumber')],
  }),
  field('papers', { neverSent: [neverSent('governmentIdNumber', 'a'), neverSent('securityQuestion', 'b', 'c')] }),
]);

it('sees in a line what is seen in its record', () => {
  const seen = new LinesSeen(MESSAGES, OWN, 'bg', hidden);
  const value = fc.constantFrom<unknown>(
    ...[
      null,
      '',
      '7',
      7,
      8,
      'Jane "J" Peacock',
      true,
      new JsonText('9007199254740993'),
      new JsonText('{"a":[1]}'),
      '{"a": 1}',
      new JsonText('[{"b": {"c": "Rex", "d": 1.10}}]'),
    ],
  );
  const record = fc.record(
    { id: value, phone: value, sender: value, name: value, text: value, iban: value, papers: value, further: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(record, (given) => {
      const [bytes, kept]: [Uint8Array, string[]] = [lineOf(given), []];
      const withheld = seen.see(bytes, 0, bytes.length - 1, (piece, from, to) =>
        kept.push(new TextDecoder().decode(piece.subarray(from, to))),
      );
      const view = asRequesterSees(0, given, MESSAGES, [], OWN, 'bg', hidden);
      expect([kept.join(''), withheld]).toEqual([recordJson(view.record!), view.withheld]);
    }),
  );
});
