import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { LAW } from '@/lib/domain/law/law';
import { exemptionsFor, groundsFor, rightRule, rightsFor, type Situation } from '@/lib/domain/law/rights';
import {
  ABSOLUTE_RIGHT_IDS,
  AGE_BANDS,
  RELATIONS_TO_CONTROLLER,
  type RegimeId,
  type RightId,
} from '@/lib/domain/law/types';

const today = localDate('2026-11-22');
const callsapp = {
  regimes: ['GDPR', 'UK_GDPR', 'CCPA', 'CA_SHINE_THE_LIGHT'],
  establishment: { country: 'LU' },
} as const;
const sessia = { regimes: ['GDPR', 'CA_SHINE_THE_LIGHT'], establishment: { country: 'BG' } } as const;
const american = { regimes: ['GDPR', 'UK_GDPR', 'CH_FADP', 'CCPA'], establishment: { country: 'US' } } as const;

const person = (more: Partial<Situation> = {}): Situation => ({
  residence: 'LU',
  relation: 'customer',
  ageBand: 'adult',
  capacity: 'self',
  ...more,
});
const offered = (situation: Situation, controller: Parameters<typeof rightsFor>[1], on = today) =>
  rightsFor(situation, controller, on).map(({ regime, right }) => `${regime} ${right}`);

const GDPR_RIGHTS = [
  'GDPR access',
  'GDPR rectification',
  'GDPR erasure',
  'GDPR restriction',
  'GDPR portability',
  'GDPR objection',
  'GDPR objection_marketing',
  'GDPR withdraw_consent',
  'GDPR automated_decision',
];
const UK_RIGHTS = GDPR_RIGHTS.map((right) => right.replace('GDPR', 'UK_GDPR'));
const CCPA_RIGHTS = [
  'CCPA know_categories',
  'CCPA know_specific',
  'CCPA delete',
  'CCPA correct',
  'CCPA opt_out_sale_sharing',
  'CCPA limit_sensitive',
];
const OPT_IN = 'CCPA opt_in_sale_sharing';

describe('what a person can ask for', () => {
  it.each([
    ['someone in Luxembourg', person(), GDPR_RIGHTS],
    ['someone who does not say where they live', person({ residence: 'unknown' }), GDPR_RIGHTS],
    ['someone in Brazil', person({ residence: 'BR' }), GDPR_RIGHTS],
    ['someone in the United Kingdom', person({ residence: 'GB' }), [...GDPR_RIGHTS, ...UK_RIGHTS]],
    [
      'a customer in California',
      person({ residence: 'US-CA' }),
      [...GDPR_RIGHTS, ...CCPA_RIGHTS, OPT_IN, 'CA_SHINE_THE_LIGHT shine_the_light'],
    ],
    [
      'an employee in California',
      person({ residence: 'US-CA', relation: 'employee' }),
      [...GDPR_RIGHTS, ...CCPA_RIGHTS, OPT_IN],
    ],
    [
      'an applicant in California',
      person({ residence: 'US-CA', relation: 'applicant' }),
      [...GDPR_RIGHTS, ...CCPA_RIGHTS, OPT_IN],
    ],
    [
      'a business contact in California',
      person({ residence: 'US-CA', relation: 'businessContact' }),
      [...GDPR_RIGHTS, ...CCPA_RIGHTS, OPT_IN],
    ],
    [
      'an agent of someone in California',
      person({ residence: 'US-CA', relation: 'other', capacity: 'agent' }),
      [...GDPR_RIGHTS, ...CCPA_RIGHTS],
    ],
    ['a child', person({ ageBand: 'under13', capacity: 'guardian' }), GDPR_RIGHTS],
    ['an agent', person({ capacity: 'agent' }), GDPR_RIGHTS],
    ['an heir', person({ capacity: 'heir' }), []],
  ])('of a controller in Luxembourg: %s', (_, situation, rights) => {
    expect(offered(situation, callsapp)).toEqual(rights);
  });

  it('heirs have a right of their own in Bulgaria, and no other', () => {
    expect(offered(person({ residence: 'BG', capacity: 'heir' }), sessia)).toEqual(['GDPR deceased_access']);
    expect(offered(person({ residence: 'BG' }), sessia)).toEqual(GDPR_RIGHTS);
  });

  it.each([
    ['LU', GDPR_RIGHTS],
    ['NO', GDPR_RIGHTS],
    ['GB', UK_RIGHTS],
    ['CH', ['CH_FADP access', 'CH_FADP portability', 'CH_FADP rectification', 'CH_FADP erasure']],
    ['US-CA', [...CCPA_RIGHTS, OPT_IN]],
    ['US-NY', []],
    ['unknown', []],
  ])('of a controller in the United States, the residence decides: %s', (residence, rights) => {
    expect(offered(person({ residence }), american)).toEqual(rights);
  });

  it('only laws that the controller answers under are offered', () => {
    expect(offered(person({ residence: 'US-CA' }), { ...callsapp, regimes: ['CCPA'] })).toEqual([
      ...CCPA_RIGHTS,
      OPT_IN,
    ]);
    expect(offered(person({ residence: 'LU' }), { ...callsapp, regimes: ['CCPA'] })).toEqual([]);
  });

  it('automated decisionmaking joins on 1 January 2027', () => {
    const californian = person({ residence: 'US-CA' });
    const only = { ...callsapp, regimes: ['CCPA'] } as const;
    expect(offered(californian, only, localDate('2026-12-31'))).toEqual([...CCPA_RIGHTS, OPT_IN]);
    expect(offered(californian, only, localDate('2027-01-01'))).toEqual([
      ...CCPA_RIGHTS,
      'CCPA access_admt',
      'CCPA appeal_admt',
      'CCPA opt_out_admt',
      OPT_IN,
    ]);
  });

  // Cal. Civ. Code 1798.120(c): under 13 the parent allows a sale, from 13 to 15 the child alone.
  it.each([
    ['guardian', 'under13', true],
    ['guardian', '13to15', false],
    ['guardian', '16to17', false],
    ['self', 'under13', false],
    ['self', '13to15', true],
    ['self', '16to17', true],
    ['self', 'adult', true],
    ['agent', 'adult', false],
  ] as const)('%s, %s: may allow a sale: %s', (capacity, ageBand, may) => {
    expect(offered(person({ residence: 'US-CA', capacity, ageBand }), callsapp).includes(OPT_IN)).toBe(may);
  });

  it('nobody alive is left without a right, whatever they say of themselves, as long as one law of the controller protects them', () => {
    const anyone = fc.record({
      residence: fc.constantFrom('LU', 'BG', 'NO', 'GB', 'CH', 'US-CA', 'BR', 'unknown'),
      relation: fc.constantFrom(...RELATIONS_TO_CONTROLLER),
      ageBand: fc.constantFrom(...AGE_BANDS),
      capacity: fc.constantFrom('self', 'agent', 'guardian'),
    }) as fc.Arbitrary<Situation>;
    fc.assert(
      fc.property(anyone, fc.constantFrom(callsapp, sessia), (situation, controller) => {
        expect(rightsFor(situation, controller, today)).not.toEqual([]);
      }),
    );
  });

  it('the United Kingdom’s own articles on automated decisions took the place of Art. 22 on 5 February 2026', () => {
    expect(rightRule('UK_GDPR', 'automated_decision', localDate('2026-02-04'))?.citation).toBe('Art. 22 UK GDPR');
    expect(rightRule('UK_GDPR', 'automated_decision', localDate('2026-02-05'))?.citation).toBe(
      'Arts. 22A to 22D UK GDPR',
    );
  });

  it('each comes with its citation and the keys of its texts', () => {
    const [access] = rightsFor(person(), callsapp, today);
    expect(access).toMatchObject({
      right: 'access',
      citation: 'Art. 15 GDPR',
      labels: {
        plain: 'right.access.plain',
        term: 'right.access.term',
        hint: 'right.access.hint',
        child: 'right.access.child',
      },
    });
  });
});

const groundIds = (regime: RegimeId, right: RightId, on = today) => groundsFor(regime, right, on).map(({ id }) => id);

describe('grounds of refusal', () => {
  it.each([
    [
      'GDPR',
      'access',
      ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-12-5-abuse', 'GDPR-11-2', 'GDPR-12-6', 'GDPR-23'],
    ],
    [
      'GDPR',
      'rectification',
      ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-11-2', 'GDPR-12-6', 'GDPR-23', 'GDPR-16-accurate'],
    ],
    [
      'GDPR',
      'restriction',
      ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-11-2', 'GDPR-12-6', 'GDPR-23', 'GDPR-18-1'],
    ],
    [
      'GDPR',
      'portability',
      ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-11-2', 'GDPR-12-6', 'GDPR-23', 'GDPR-20-1', 'GDPR-20-3'],
    ],
    [
      'GDPR',
      'erasure',
      [
        'GDPR-12-5-unfounded',
        'GDPR-12-5-excessive',
        'GDPR-11-2',
        'GDPR-12-6',
        'GDPR-23',
        'GDPR-17-1',
        'GDPR-17-3-a',
        'GDPR-17-3-b',
        'GDPR-17-3-c',
        'GDPR-17-3-d',
        'GDPR-17-3-e',
      ],
    ],
    [
      'GDPR',
      'objection',
      [
        'GDPR-12-5-unfounded',
        'GDPR-12-5-excessive',
        'GDPR-12-6',
        'GDPR-23',
        'GDPR-21-1-basis',
        'GDPR-21-1-compelling',
        'GDPR-21-1-claims',
        'GDPR-21-6',
      ],
    ],
    ['GDPR', 'automated_decision', ['GDPR-12-5-unfounded', 'GDPR-12-5-excessive', 'GDPR-23', 'GDPR-22-1', 'GDPR-22-2']],
    ['GDPR', 'deceased_access', ['ZZLD-25e-2-interest']],
    ['CCPA', 'know_specific', ['CCPA-not-verified', 'CCPA-unfounded', 'CCPA-twice', 'CCPA-no-search']],
    ['CCPA', 'opt_in_sale_sharing', ['CCPA-7028-not-confirmed', 'CCPA-7070-not-parent']],
    ['CCPA', 'correct', ['CCPA-not-verified', 'CCPA-unfounded', 'CCPA-7023-accurate', 'CCPA-7023-fraud']],
    [
      'CCPA',
      'delete',
      [
        'CCPA-not-verified',
        'CCPA-unfounded',
        'CCPA-105-a',
        'CCPA-105-d-1',
        'CCPA-105-d-2',
        'CCPA-105-d-3',
        'CCPA-105-d-4',
        'CCPA-105-d-5',
        'CCPA-105-d-6',
        'CCPA-105-d-7',
        'CCPA-105-d-8',
      ],
    ],
    ['CA_SHINE_THE_LIGHT', 'shine_the_light', ['STL-once', 'STL-not-customer', 'STL-other-address', 'STL-small']],
    ['CH_FADP', 'access', ['FADP-26', 'DPO-16-5']],
    ['CA_DELETE_ACT', 'delete_drop', ['DROP-86-unverified']],
  ] as const)('of %s %s', (regime, right, ids) => {
    expect(groundIds(regime, right)).toEqual(ids);
  });

  it.each(ABSOLUTE_RIGHT_IDS)('none for %s, under any law', (right) => {
    for (const regime of ['GDPR', 'UK_GDPR', 'CCPA'] as const) expect(groundIds(regime, right)).toEqual([]);
  });

  it('abuse of a first access request counts since the judgment of 19 March 2026', () => {
    expect(groundIds('GDPR', 'access', localDate('2026-03-18'))).not.toContain('GDPR-12-5-abuse');
    expect(groundIds('GDPR', 'access', localDate('2026-03-19'))).toContain('GDPR-12-5-abuse');
    expect(groundIds('UK_GDPR', 'access')).not.toContain('UK-12-5-abuse');
  });

  it('"cannot identify" is not offered for Arts. 21 and 22: Art. 11(2) names Arts. 15 to 20', () => {
    for (const right of ['objection', 'automated_decision'] as const)
      expect(groundIds('GDPR', right)).not.toContain('GDPR-11-2');
    expect(rightRule('GDPR', 'objection', today)?.outcomes).not.toContain('notIdentifiable');
    expect(rightRule('GDPR', 'access', today)?.outcomes).toContain('notIdentifiable');
  });

  it('Art. 17(3) holds to the extent necessary: for some of the data or for all of them, and always with why just these', () => {
    const exceptions = groundsFor('GDPR', 'erasure', today).filter(({ id }) => id.startsWith('GDPR-17-3'));
    expect(exceptions.map(({ reach }) => reach)).toEqual(['either', 'either', 'either', 'either', 'either']);
    for (const { mustShow } of exceptions) expect(mustShow.length).toBeGreaterThanOrEqual(2);
  });
});

describe('how far back a right reaches', () => {
  it.each(['know_categories', 'know_specific'] as const)(
    'CCPA %s: the last 12 months, or since a day from 1 January 2022 on',
    (right) => {
      expect(rightRule('CCPA', right, today)?.lookback).toEqual({
        months: 12,
        earliestOn: '2022-01-01',
        citation: 'Cal. Civ. Code 1798.130(a)(2)(B)',
      });
    },
  );

  it('is everything that is held, for every other right', () => {
    const others = LAW.flatMap(({ rights }) => rights).filter(
      ({ right }) => right !== 'know_categories' && right !== 'know_specific',
    );
    expect(others.filter(({ lookback }) => lookback !== null)).toEqual([]);
  });
});

describe('exemptions from a copy', () => {
  it.each([
    ['GDPR', 'access', ['GDPR-15-4', 'GDPR-15-4-secret', 'GDPR-23-value']],
    ['GDPR', 'portability', ['GDPR-20-4', 'GDPR-23-value']],
    ['GDPR', 'deceased_access', ['GDPR-15-4', 'GDPR-15-4-secret', 'GDPR-23-value']],
    ['GDPR', 'erasure', []],
    ['UK_GDPR', 'access', ['UK-15-4', 'UK-15-4-secret', 'UK-23-value']],
    ['CCPA', 'know_specific', ['CCPA-7024-d', 'CCPA-145-k']],
    ['CCPA', 'know_categories', []],
    ['CH_FADP', 'access', ['FADP-26-value']],
  ] as const)('of %s %s', (regime, right, ids) => {
    expect(exemptionsFor(regime, right, today).map(({ id }) => id)).toEqual(ids);
  });

  it('another person’s data can be hidden by one person, a trade secret needs two', () => {
    const [others, secret] = exemptionsFor('GDPR', 'access', today);
    expect([others?.secondPerson, secret?.secondPerson]).toEqual([false, true]);
  });
});
