import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { MarkedTally } from '@/lib/domain/fulfilment/marked';
import { underLaw } from '@/lib/domain/fulfilment/under-law';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { collection, field, otherPerson } from './collection-builders';

const CALLS = collection([
  field('peer', { otherPerson: otherPerson('replace', { ground: 'othersRights' }) }),
  field('peer_phone', { otherPerson: otherPerson('hide', { ground: 'GDPR-15-4' }) }),
  field('tariff', { otherPerson: otherPerson('hide', { ground: 'GDPR-15-4-secret' }) }),
  field('group', { otherPerson: otherPerson('show', { ground: 'tradeSecret' }) }),
]);

const RECORD = { peer: 'Jane Peacock', peer_phone: '+352 691 555 012', tariff: 'K7', group: 'Family' };

function seenUnder(...rights: readonly (readonly [RegimeId, RightId])[]) {
  const [lawful] = underLaw([CALLS], {
    rights: rights.map(([regime, right]) => ({ regime, right })),
    receivedOn: localDate('2026-11-27'),
  });
  const tally = new MarkedTally(lawful!, {});
  tally.add(RECORD);
  return {
    ...asRequesterSees(
      0,
      RECORD,
      lawful!,
      [],
      {},
      'en',
      wordMarks((grounds) => `[${grounds.join(' ')}]`),
    ),
    marked: tally.marked,
  };
}

describe("the data map's rules under the laws of a request", () => {
  it.each<readonly [RegimeId, RightId, string]>([
    ['GDPR', 'access', 'GDPR-15-4'],
    ['UK_GDPR', 'access', 'UK-15-4'],
    ['CH_FADP', 'access', 'FADP-26-value'],
    ['CCPA', 'know_specific', 'CCPA-145-k'],
  ])('withhold by the exemption of %s', (regime, right, id) => {
    const { record, withheld } = seenUnder([regime, right]);
    expect(record).toMatchObject({ peer: 'the person you called (en)', peer_phone: `[${id}]`, group: 'Family' });
    expect(withheld.slice(0, 2)).toEqual(
      ['peer', 'peer_phone'].map((name) => ({ field: name, grounds: [id], by: 'dataMap' })),
    );
  });

  it('name the exemption of each law of one copy', () => {
    expect(seenUnder(['GDPR', 'access'], ['CCPA', 'know_specific']).record).toMatchObject({
      peer_phone: '[GDPR-15-4 CCPA-145-k]',
    });
  });

  it('leave to a person what a law lets nobody withhold, and have it counted as such', () => {
    expect(seenUnder(['GDPR', 'access'])).toMatchObject({
      record: { tariff: '[GDPR-15-4-secret]' },
      marked: { toDecide: {}, hidden: { peer_phone: 1, tariff: 1 } },
    });
    for (const asked of [
      [['CH_FADP', 'access']],
      [
        ['GDPR', 'access'],
        ['CCPA', 'know_specific'],
      ],
    ] as const)
      expect(seenUnder(...asked)).toMatchObject({
        record: { tariff: 'K7' },
        withheld: [{ field: 'peer' }, { field: 'peer_phone' }],
        marked: { toDecide: { tariff: 1 }, hidden: { peer_phone: 1 } },
      });
  });
});
