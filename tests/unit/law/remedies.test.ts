import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { EEA } from '@/lib/domain/calendar/holidays/places';
import { LAW } from '@/lib/domain/law/law';
import { childRulesFor, remediesFor } from '@/lib/domain/law/remedies';
import { REGIME_IDS, type RegimeId } from '@/lib/domain/law/types';

const today = localDate('2026-11-22');
const open = (
  regimes: readonly RegimeId[],
  residence: string,
  { authority = 'LU', refused = false, on = today } = {},
) =>
  remediesFor(regimes, { residence, authority }, refused, on).map(({ rule, authority: found }) =>
    found ? `${rule.id} ${found.place}` : rule.id,
  );

describe('what a person can do who disagrees', () => {
  it.each([
    ['in Luxembourg, of a company there', ['GDPR'], 'LU', ['GDPR-77-residence LU', 'GDPR-79', 'GDPR-78-2']],
    [
      'in France, of a company in Luxembourg',
      ['GDPR'],
      'FR',
      ['GDPR-77-residence FR', 'GDPR-77-establishment LU', 'GDPR-79', 'GDPR-78-2'],
    ],
    ['in Brazil, under the GDPR', ['GDPR'], 'BR', ['GDPR-77-establishment LU', 'GDPR-79', 'GDPR-78-2']],
    ['in California, under Californian law', ['CCPA'], 'US-CA', ['CCPA-199-45 US-CA', 'CCPA-199-90 US-CA-AG']],
    [
      'in California, under both laws',
      ['GDPR', 'CCPA'],
      'US-CA',
      ['GDPR-77-establishment LU', 'GDPR-79', 'GDPR-78-2', 'CCPA-199-45 US-CA', 'CCPA-199-90 US-CA-AG'],
    ],
    ['in California, who asked about the light', ['CA_SHINE_THE_LIGHT'], 'US-CA', ['STL-84']],
    [
      'in California, with a data broker',
      ['CCPA', 'CA_DELETE_ACT'],
      'US-CA',
      ['CCPA-199-45 US-CA', 'CCPA-199-90 US-CA-AG'],
    ],
    ['in the United Kingdom', ['UK_GDPR'], 'GB', ['UK-164A', 'UK-165 GB', 'UK-79']],
    ['in Switzerland', ['CH_FADP'], 'CH', ['FADP-49 CH', 'FADP-32-court']],
  ] as const)('%s', (_, regimes, residence, ids) => {
    expect(open(regimes, residence)).toEqual(ids);
  });

  it('an appeal to the business is told of once something was refused', () => {
    expect(open(['CCPA'], 'US-CA', { refused: true })).toEqual([
      'CCPA-199-45 US-CA',
      'CCPA-199-90 US-CA-AG',
      'CCPA-145-h-2',
    ]);
  });

  it('the complaint to the controller came into force in the United Kingdom on 19 June 2026', () => {
    expect(open(['UK_GDPR'], 'GB', { on: localDate('2026-06-18') })).not.toContain('UK-164A');
    expect(open(['UK_GDPR'], 'GB', { on: localDate('2026-06-19') })).toContain('UK-164A');
  });

  it('nobody is sent to an article that was repealed: Art. 77 UK GDPR ended on that day', () => {
    expect(open(['UK_GDPR'], 'GB', { on: localDate('2026-06-18') })).toEqual(['UK-77 GB', 'UK-79']);
    expect(open(['UK_GDPR'], 'GB', { on: localDate('2026-06-19') })).toEqual(['UK-164A', 'UK-165 GB', 'UK-79']);
    expect(LAW.flatMap(({ remedies }) => remedies).find(({ id }) => id === 'UK-165')?.citation).not.toContain('77');
  });

  it('nobody is left without one, and nobody is sent to an authority of another law', () => {
    const residence = fc.constantFrom(...EEA, 'GB', 'CH', 'US-CA', 'US-NY', 'BR', 'ZZ', 'XX');
    fc.assert(
      fc.property(
        fc.constantFrom(...REGIME_IDS),
        residence,
        fc.constantFrom('LU', 'BG'),
        fc.boolean(),
        (regime, place, authority, refused) => {
          const found = remediesFor([regime], { residence: place, authority }, refused, today);
          expect(found.length).toBeGreaterThan(0);
          const californian = found.some((remedy) => remedy.authority?.place.startsWith('US-CA'));
          expect(californian).toBe(regime === 'CCPA' || regime === 'CA_DELETE_ACT');
          const places = found.flatMap((remedy) => (remedy.authority ? [remedy.authority.place] : []));
          expect(new Set(places).size).toBe(places.length);
        },
      ),
    );
  });

  it('an authority is named where the law names one, and only there', () => {
    for (const remedy of LAW.flatMap(({ remedies }) => remedies))
      expect(remedy.authority !== null).toBe(remedy.to === 'authority');
  });
});

/** Rulebook, section 6: age of consent to online services under Art. 8(1) GDPR, by state. */
const AGES: readonly (readonly [number, readonly string[]])[] = [
  [13, ['BE', 'EE', 'FI', 'LV', 'MT', 'PT', 'SE', 'IS', 'NO']],
  [14, ['AT', 'BG', 'CY', 'ES', 'IT', 'LT']],
  [15, ['CZ', 'DK', 'FR', 'GR', 'SI']],
  [16, ['DE', 'HR', 'HU', 'IE', 'LI', 'LU', 'NL', 'PL', 'RO', 'SK']],
];

describe('what the law says about children', () => {
  it.each(AGES.flatMap(([age, places]) => places.map((place) => [place, age] as const)))(
    'in %s a child consents alone from %i',
    (place, age) => {
      const here = childRulesFor(['GDPR'], place, today).filter((rule) => rule.place === place);
      expect(here.map((rule) => rule.age)).toEqual([age]);
    },
  );

  it('is known for every state of the EEA', () => {
    expect(AGES.flatMap(([, places]) => places).sort()).toEqual([...EEA].sort());
  });

  it('changed in Denmark on 1 January 2024', () => {
    const ages = (on: string) => childRulesFor(['GDPR'], 'DK', localDate(on)).flatMap(({ age }) => age ?? []);
    expect([ages('2023-12-31'), ages('2024-01-01')]).toEqual([[13], [15]]);
  });

  it('says how far each was checked: Bulgaria’s own text was read', () => {
    const tag = (place: string) => childRulesFor(['GDPR'], place, today).find((rule) => rule.place === place)?.verified;
    expect([tag('BG'), tag('FR'), tag('PT')]).toEqual(['ruleText', 'secondary', 'knowledge']);
  });

  it('tells the desk, wherever a parent asks, whose right it is and that a quarrel about custody is no ground', () => {
    expect(childRulesFor(['GDPR'], 'XX', today).map(({ id }) => id)).toEqual([
      'GDPR-child-subject',
      'GDPR-child-custody',
      'GDPR-child-parent',
    ]);
  });

  it('in California is about the sale of their data', () => {
    expect(childRulesFor(['CCPA'], 'US-CA', today).map(({ id }) => id)).toEqual([
      'CCPA-120-c',
      'CCPA-135-c-5',
      'CCPA-7070-a',
      'CCPA-7070-c',
      'CCPA-7071',
    ]);
    expect(childRulesFor(['CCPA'], 'LU', today)).toEqual([]);
  });
});
