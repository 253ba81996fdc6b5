import { describe, expect, test } from 'vitest';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { completeAnswers } from '@/lib/domain/intake/complete';
import { offeredRights, pairOf } from '@/lib/domain/intake/offered';
import { otherCountries, placeOf } from '@/lib/domain/intake/places';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const WHOLE: DraftAnswers = {
  forWhom: 'self', residence: 'LU', rights: ['GDPR:access'], details: '', name: 'Nadia Weber', email: 'nadia.weber@example.lu', identifiers: {},
};

describe('the whole request', () => {
  test('is made of the answers and the language', () => {
    expect(completeAnswers(WHOLE, 'ru', LUXEMBOURG, TODAY)).toEqual({ ok: true, value: { ...WHOLE, locale: 'ru' } });
  });

  test('that lacks an answer says where to go on', () => {
    expect(completeAnswers({ ...WHOLE, email: undefined }, 'en', LUXEMBOURG, TODAY)).toEqual({ ok: false, reason: 'incomplete', detail: 'who' });
    expect(completeAnswers({}, 'en', LUXEMBOURG, TODAY)).toEqual({ ok: false, reason: 'incomplete', detail: 'for-whom' });
  });

  test('holds no answer to a question that this person is not asked', () => {
    const left = { ...WHOLE, subject: { name: 'Lina', relation: 'parent' } };
    const complete = completeAnswers(left, 'en', LUXEMBOURG, TODAY);
    expect(complete.ok && 'subject' in complete.value).toBe(false);
    expect(completeAnswers({ ...left, forWhom: 'child' }, 'en', LUXEMBOURG, TODAY)).toMatchObject({ ok: true, value: { subject: left.subject } });
  });

  test('holds the California conditions where that right is asked for, and only there', () => {
    const california = { statement: 'Your California Privacy Rights', street: '1 Main St', city: 'Fresno', state: 'CA', zip: '93701', affirmed: true } as const;
    const light: DraftAnswers = { ...WHOLE, residence: 'US-CA', rights: ['CA_SHINE_THE_LIGHT:shine_the_light'], identifiers: { customer: '1' }, california };
    expect(completeAnswers(light, 'en', BULGARIA, TODAY)).toMatchObject({ ok: true, value: { california } });
    const plain = completeAnswers({ ...light, residence: 'BG', rights: ['GDPR:access'] }, 'en', BULGARIA, TODAY);
    expect(plain.ok && 'california' in plain.value).toBe(false);
  });
});

describe('what can be asked for', () => {
  const pairs = (answers: DraftAnswers, controller = LUXEMBOURG) => offeredRights(answers, controller, TODAY).map(pairOf);

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

  test.each([['LU', 'own'], ['BG', 'eea'], ['US-CA', 'US-CA'], ['ZZ', 'ZZ'], ['GB', 'GB']])('%s is found again under %s', (residence, place) => {
    expect(placeOf(residence, 'LU')).toBe(place);
  });
});
