import { describe, expect, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { completeAnswers } from '@/lib/domain/intake/complete';
import { agesAsked, lookbackOf, offeredRights, pairOf, relationsAsked } from '@/lib/domain/intake/offered';
import { otherCountries, placeOf } from '@/lib/domain/intake/places';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const WHOLE: DraftAnswers = {
  forWhom: 'self',
  residence: 'LU',
  rights: ['GDPR:access'],
  details: '',
  name: 'Nadia Weber',
  email: 'nadia.weber@example.lu',
  identifiers: {},
};

describe('the whole request', () => {
  test('is made of the answers and the language', () => {
    expect(completeAnswers(WHOLE, 'ru', LUXEMBOURG, TODAY)).toEqual({ ok: true, value: { ...WHOLE, locale: 'ru' } });
  });

  test('that lacks an answer says where to go on', () => {
    expect(completeAnswers({ ...WHOLE, email: undefined }, 'en', LUXEMBOURG, TODAY)).toEqual({
      ok: false,
      reason: 'incomplete',
      detail: 'who',
    });
    expect(completeAnswers({}, 'en', LUXEMBOURG, TODAY)).toEqual({
      ok: false,
      reason: 'incomplete',
      detail: 'for-whom',
    });
  });

  test('holds no answer to a question that this person is not asked', () => {
    const left = {
      ...WHOLE,
      subject: { name: 'Lina', relation: 'parent', identifiers: { phone: '+352 691 555 015' } },
      identifiers: { phone: '+352 691 555 001' },
    };
    const complete = completeAnswers(left, 'en', LUXEMBOURG, TODAY);
    expect(complete.ok && 'subject' in complete.value).toBe(false);
    expect(completeAnswers({ ...left, forWhom: 'child', ageBand: 'under13' }, 'en', LUXEMBOURG, TODAY)).toMatchObject({
      ok: true,
      value: { subject: left.subject, identifiers: {} },
    });
  });

  test('holds the California conditions where that right is asked for, and only there', () => {
    const california = {
      statement: 'Your California Privacy Rights',
      street: '1 Main St',
      city: 'Fresno',
      state: 'CA',
      zip: '93701',
      affirmed: true,
    } as const;
    const light: DraftAnswers = {
      ...WHOLE,
      residence: 'US-CA',
      relation: 'customer',
      rights: ['CA_SHINE_THE_LIGHT:shine_the_light'],
      identifiers: { customer: '1' },
      california,
    };
    expect(completeAnswers(light, 'en', BULGARIA, TODAY)).toMatchObject({ ok: true, value: { california } });
    const plain = completeAnswers({ ...light, residence: 'BG', rights: ['GDPR:access'] }, 'en', BULGARIA, TODAY);
    expect(plain.ok && 'california' in plain.value).toBe(false);
  });
});

describe('the time that is asked about', () => {
  const know: DraftAnswers = {
    ...WHOLE,
    residence: 'US-CA',
    rights: ['GDPR:access', 'CCPA:know_specific'],
    period: { of: 'since', on: localDate('2024-03-01') },
  };

  test('goes with a request to know, and with no other', () => {
    expect(completeAnswers(know, 'en', LUXEMBOURG, TODAY)).toMatchObject({
      ok: true,
      value: { period: { of: 'since', on: '2024-03-01' } },
    });
    const other = completeAnswers({ ...know, rights: ['CCPA:opt_out_sale_sharing'] }, 'en', LUXEMBOURG, TODAY);
    expect(other.ok && 'period' in other.value).toBe(false);
  });

  test('is asked of nobody else', () => {
    expect(lookbackOf(know, LUXEMBOURG, TODAY)).toMatchObject({ months: 12, earliestOn: '2022-01-01' });
    expect(lookbackOf(WHOLE, LUXEMBOURG, TODAY)).toBeNull();
    expect(lookbackOf({ ...know, residence: 'LU' }, LUXEMBOURG, TODAY)).toBeNull();
  });
});

describe('the situation', () => {
  test('goes with the request as far as it was asked', () => {
    const light: DraftAnswers = {
      ...WHOLE,
      residence: 'US-CA',
      identifiers: { customer: '1' },
      relation: 'employee',
      rights: ['GDPR:access'],
    };
    expect(completeAnswers(light, 'en', BULGARIA, TODAY)).toMatchObject({ ok: true, value: { relation: 'employee' } });
    const moved = completeAnswers({ ...light, residence: 'BG' }, 'en', BULGARIA, TODAY);
    expect(moved.ok && 'relation' in moved.value).toBe(false);
  });

  test('a child is young, and nobody else is', () => {
    expect(completeAnswers({ ...WHOLE, young: true }, 'en', LUXEMBOURG, TODAY)).toMatchObject({
      ok: true,
      value: { young: true },
    });
    const parent = completeAnswers(
      {
        ...WHOLE,
        young: true,
        forWhom: 'child',
        ageBand: '13to15',
        subject: { name: 'Lina', relation: 'parent', identifiers: {} },
      },
      'en',
      LUXEMBOURG,
      TODAY,
    );
    expect(parent.ok && 'young' in parent.value).toBe(false);
  });

  test.each([
    ['an adult in Luxembourg', {}, []],
    ['an adult in California', { residence: 'US-CA' }, []],
    ['a child in Luxembourg', { young: true }, []],
    ['a child in California', { young: true, residence: 'US-CA' }, ['under13', '13to15']],
    ['a parent in Luxembourg', { forWhom: 'child' }, ['under13', '13to15', '16to17']],
    ['a parent in California', { forWhom: 'child', residence: 'US-CA' }, ['under13', '13to15', '16to17']],
    ['an agent in California', { forWhom: 'someoneElse', residence: 'US-CA' }, []],
  ] as const)('the age is asked only where it matters: %s', (_, more, ages) => {
    expect(agesAsked({ forWhom: 'self', residence: 'LU', ...more }, LUXEMBOURG, TODAY)).toEqual(ages);
  });

  test('the relation is asked in California of a controller that owes customers an answer under 1798.83', () => {
    expect(relationsAsked({ forWhom: 'self', residence: 'US-CA' }, BULGARIA, TODAY)).toEqual([
      'customer',
      'employee',
      'applicant',
      'businessContact',
      'other',
    ]);
    expect(relationsAsked({ forWhom: 'self', residence: 'BG' }, BULGARIA, TODAY)).toEqual([]);
    expect(relationsAsked({ forWhom: 'self', residence: 'US-CA' }, LUXEMBOURG, TODAY)).toEqual([]);
  });
});

describe('what can be asked for', () => {
  const pairs = (answers: DraftAnswers, controller = LUXEMBOURG) =>
    offeredRights(answers, controller, TODAY).map(pairOf);

  test('is the law of the controller before anything is said, and where nothing is said', () => {
    expect(pairs({})).toContain('GDPR:access');
    expect(pairs({ residence: 'XX' })).toEqual(pairs({}));
    expect(pairs({ residence: 'ZZ' })).toEqual(pairs({}));
  });

  test('has the rights of California for those who live there', () => {
    expect(pairs({ residence: 'US-CA' })).toContain('CCPA:opt_out_sale_sharing');
    expect(pairs({ residence: 'FR' }).filter((pair) => !pair.startsWith('GDPR:'))).toEqual([]);
  });

  test('has Shine the Light only where the controller has its statement', () => {
    expect(pairs({ residence: 'US-CA' }, BULGARIA)).toContain('CA_SHINE_THE_LIGHT:shine_the_light');
    const silent = { ...BULGARIA, texts: { ...BULGARIA.texts, californiaStatement: null } };
    expect(pairs({ residence: 'US-CA' }, silent)).not.toContain('CA_SHINE_THE_LIGHT:shine_the_light');
  });

  test('has Shine the Light for customers, and the rest of California’s law for everybody', () => {
    const california = { ...BULGARIA, regimes: ['CCPA', 'CA_SHINE_THE_LIGHT'] as const };
    const employee = pairs({ residence: 'US-CA', relation: 'employee' }, california);
    expect(employee).not.toContain('CA_SHINE_THE_LIGHT:shine_the_light');
    expect([...employee, 'CA_SHINE_THE_LIGHT:shine_the_light']).toEqual(
      pairs({ residence: 'US-CA', relation: 'customer' }, california),
    );
  });

  test('lets a parent allow a sale for a small child, and an older child alone', () => {
    const offers = (answers: DraftAnswers) =>
      pairs({ residence: 'US-CA', ...answers }).includes('CCPA:opt_in_sale_sharing');
    expect(offers({ forWhom: 'child', ageBand: 'under13' })).toBe(true);
    expect(offers({ forWhom: 'child', ageBand: '13to15' })).toBe(false);
    expect(offers({ forWhom: 'self', young: true, ageBand: '13to15' })).toBe(true);
    expect(offers({ forWhom: 'self', young: true, ageBand: 'under13' })).toBe(false);
    // An age that was said of somebody else decides nothing about an adult.
    expect(offers({ forWhom: 'self', ageBand: 'under13' })).toBe(true);
  });

  test('is nothing for the dead in Luxembourg, and their own right in Bulgaria', () => {
    expect(pairs({ forWhom: 'deceased', residence: 'LU' })).toEqual([]);
    expect(pairs({ forWhom: 'deceased', residence: 'BG' }, BULGARIA)).toEqual(['GDPR:deceased_access']);
  });
});

describe('places', () => {
  test('the controller’s own country has its own button and does not stand in the list', () => {
    expect(otherCountries('LU')).not.toContain('LU');
    expect(otherCountries('LU')).toHaveLength(29);
    expect(otherCountries('US')).toHaveLength(30);
  });

  test.each([
    ['LU', 'own'],
    ['BG', 'eea'],
    ['US-CA', 'US-CA'],
    ['ZZ', 'ZZ'],
    ['GB', 'GB'],
  ])('%s is found again under %s', (residence, place) => {
    expect(placeOf(residence, 'LU')).toBe(place);
  });
});
