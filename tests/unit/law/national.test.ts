import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { EEA } from '@/lib/domain/calendar/holidays/places';
import { LAW } from '@/lib/domain/law/law';
import { remediesFor, waysOf } from '@/lib/domain/law/remedies';
import { groundsOfOutcome, rightRule } from '@/lib/domain/law/rights';
import { type Outcome, REGIME_IDS, type RegimeId, RIGHT_IDS } from '@/lib/domain/law/types';

const today = localDate('2026-11-27');
const national = new Set(
  LAW.flatMap(({ grounds }) => grounds)
    .filter(({ establishments }) => establishments !== null)
    .map(({ id }) => id),
);
const grounds = (right: (typeof RIGHT_IDS)[number], outcome: Outcome, country: string | null, on = today) =>
  groundsOfOutcome('GDPR', right, outcome, on, country)
    .map(({ id }) => id)
    .filter((id) => national.has(id));

describe('the restrictions of a controller’s own country', () => {
  it.each([
    ['access', 'BG', ['ZZLD-25z-3', 'ZZLD-25l', 'ZZLD-25m', 'ZZLD-25o']],
    ['portability', 'BG', ['ZZLD-25z-3', 'ZZLD-25l', 'ZZLD-25o']],
    ['erasure', 'BG', ['ZZLD-25z-3', 'ZZLD-25o']],
    ['access', 'LU', ['LU-62', 'LU-63']],
    ['erasure', 'LU', []],
    ['access', 'FR', []],
    ['access', null, []],
  ] as const)('%s in %s', (right, country, ids) => {
    expect(grounds(right, 'refused', country)).toEqual(ids);
  });

  it('are never those of another country, on any right', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RIGHT_IDS),
        fc.constantFrom(...EEA, 'GB'),
        fc.constantFrom<Outcome>('refused', 'partlyGranted'),
        (right, country, outcome) => {
          const strange = groundsOfOutcome('GDPR', right, outcome, today, country).filter(
            (one) => 'establishments' in one && one.establishments !== null && !one.establishments.includes(country),
          );
          expect(strange).toEqual([]);
        },
      ),
    );
  });

  it('let access after a death be refused under Art. 12(5) and (6) GDPR, and as other laws provide since 4 May 2023', () => {
    expect(grounds('deceased_access', 'refused', 'BG', localDate('2023-05-03'))).toEqual([
      'ZZLD-25e-2-12-5',
      'ZZLD-25e-2-12-6',
    ]);
    expect(grounds('deceased_access', 'refused', 'BG')).toEqual([
      'ZZLD-25e-2-12-5',
      'ZZLD-25e-2-12-6',
      'ZZLD-25e-2-law',
    ]);
    expect([
      rightRule('GDPR', 'deceased_access', localDate('2023-05-03'))?.id,
      rightRule('GDPR', 'deceased_access', today)?.id,
    ]).toEqual(['ZZLD-25e', 'ZZLD-25e-2023']);
  });
});

describe('whom to turn to by Bulgarian law', () => {
  const open = (residence: string, authority: string) =>
    remediesFor(['GDPR'], { residence, authority }, true, today).map(({ rule, authority: found }) =>
      found ? `${rule.id} ${found.place}` : rule.id,
    );

  it.each([
    ['BG', 'BG', ['ZZLD-38 BG', 'ZZLD-39', 'GDPR-78-2']],
    ['BG', 'LU', ['ZZLD-38 BG', 'GDPR-77-establishment LU', 'GDPR-79', 'GDPR-78-2']],
    ['FR', 'BG', ['GDPR-77-residence FR', 'ZZLD-38 BG', 'ZZLD-39', 'GDPR-78-2']],
    ['LU', 'LU', ['GDPR-77-residence LU', 'GDPR-79', 'GDPR-78-2']],
  ])('living in %s, of a company in %s', (residence, authority, ids) => {
    expect(open(residence, authority)).toEqual(ids);
  });
});

describe('what a mail may say of whom to turn to', () => {
  const ways = (...regimes: RegimeId[]) =>
    waysOf(remediesFor(regimes, { residence: 'US-CA', authority: 'LU' }, true, today));

  it('names a court only where the law has one for it: none under the CCPA, only one under Shine the Light', () => {
    expect([
      ways('CCPA'),
      ways('CA_DELETE_ACT'),
      ways('CA_SHINE_THE_LIGHT'),
      ways('GDPR'),
      ways('CCPA', 'CA_SHINE_THE_LIGHT'),
    ]).toEqual(['authority', 'authority', 'court', 'both', 'both']);
    for (const regime of REGIME_IDS) expect(['both', 'authority', 'court']).toContain(ways(regime));
  });
});
