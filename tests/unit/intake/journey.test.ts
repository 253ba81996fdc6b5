import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { journey } from '@/lib/domain/intake/journey';
import { QUESTIONS } from '@/lib/domain/intake/questions';
import {
  agesAsked,
  footingsOffered,
  isBrought,
  offeredRights,
  pairOf,
  relationsAsked,
} from '@/lib/domain/intake/offered';
import { AGE_BANDS, RELATIONS_TO_CONTROLLER } from '@/lib/domain/law/types';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const ACCESS: DraftAnswers = { forWhom: 'self', residence: 'LU', rights: ['GDPR:access'], details: '' };
const WHOLE: DraftAnswers = { ...ACCESS, name: 'Nadia Weber', email: 'nadia.weber@example.lu', identifiers: {} };

describe('the way through the form', () => {
  test('begins with for whom, and nothing else is open', () => {
    const way = journey({}, LUXEMBOURG, TODAY);
    expect(way.next).toBe('for-whom');
    expect(way.questions).toEqual(['for-whom', 'residence', 'rights', 'who']);
    expect(way.canVisit('for-whom')).toBe(true);
    expect(['residence', 'rights', 'who', 'check'].filter((page) => way.canVisit(page as 'check'))).toEqual([]);
  });

  test('asks whose the data are only where somebody acts for another', () => {
    expect(journey({ forWhom: 'child', residence: 'LU' }, LUXEMBOURG, TODAY).next).toBe('whose');
    expect(journey({ forWhom: 'self', residence: 'LU' }, LUXEMBOURG, TODAY).next).toBe('rights');
  });

  test('then asks by what that person is found; a page left empty is an answer too', () => {
    const parent: DraftAnswers = { forWhom: 'child', residence: 'LU', subject: { name: 'Lina', relation: 'parent' } };
    expect(journey(parent, LUXEMBOURG, TODAY).next).toBe('found-by');
    expect(
      journey({ ...parent, subject: { name: 'Lina', relation: 'parent', identifiers: {} } }, LUXEMBOURG, TODAY).next,
    ).toBe('age');
    expect(journey({ forWhom: 'self', residence: 'LU' }, LUXEMBOURG, TODAY).questions).not.toContain('found-by');
  });

  test('a footing that only California knows is chosen again by whoever moves', () => {
    const agent: DraftAnswers = {
      forWhom: 'someoneElse',
      residence: 'US-CA',
      subject: { name: 'Zoé', relation: 'authorisedAgent', identifiers: {} },
    };
    expect(journey(agent, LUXEMBOURG, TODAY).next).toBe('rights');
    expect(journey({ ...agent, residence: 'LU' }, LUXEMBOURG, TODAY).next).toBe('whose');
  });

  test('nobody who acts for another is asked for a customer number of their own', () => {
    const agent: DraftAnswers = {
      ...WHOLE,
      forWhom: 'someoneElse',
      residence: 'BG',
      subject: { name: 'Zoé', relation: 'authorised', identifiers: {} },
      rights: ['GDPR:access'],
    };
    expect(journey(agent, BULGARIA, TODAY).next).toBe('check');
  });

  test('an earlier page stays open, a later one waits', () => {
    const way = journey({ forWhom: 'self', residence: 'LU' }, LUXEMBOURG, TODAY);
    expect(way.canVisit('for-whom')).toBe(true);
    expect(way.canVisit('rights')).toBe(true);
    expect(way.canVisit('who')).toBe(false);
  });

  test('a page that does not concern this person cannot be visited', () => {
    const way = journey(WHOLE, LUXEMBOURG, TODAY);
    expect(way.canVisit('whose')).toBe(false);
    expect(way.canVisit('california')).toBe(false);
  });

  test('ends at the page that shows all answers', () => {
    const way = journey(WHOLE, LUXEMBOURG, TODAY);
    expect(way.next).toBe('check');
    expect(way.canVisit('check')).toBe(true);
    expect(way.previous('check')).toBe('who');
    expect(way.previous('residence')).toBe('for-whom');
    expect(way.previous('for-whom')).toBeNull();
  });

  test('whoever moves to where another law rules chooses their rights again', () => {
    const before: DraftAnswers = {
      ...WHOLE,
      residence: 'US-CA',
      rights: ['CCPA:know_categories'],
      period: { of: 'all' },
    };
    expect(journey(before, LUXEMBOURG, TODAY).next).toBe('check');
    expect(journey({ ...before, residence: 'FR' }, LUXEMBOURG, TODAY).next).toBe('rights');
  });

  test('a required identifier is asked for; the address itself is not asked twice', () => {
    const answers: DraftAnswers = { ...WHOLE, residence: 'BG' };
    expect(journey(answers, BULGARIA, TODAY).next).toBe('who');
    expect(journey({ ...answers, identifiers: { customer: '17' } }, BULGARIA, TODAY).next).toBe('check');
  });

  test('Shine the Light adds the page with its conditions', () => {
    const answers: DraftAnswers = {
      ...WHOLE,
      residence: 'US-CA',
      relation: 'customer',
      rights: ['CA_SHINE_THE_LIGHT:shine_the_light'],
      identifiers: { customer: '17' },
    };
    expect(isBrought('california', answers)).toBe(true);
    expect(journey(answers, BULGARIA, TODAY).next).toBe('california');
    expect(journey(answers, BULGARIA, TODAY).questions).toContain('california');
  });

  test('a Californian who wants to know is asked for which time, right after that choice', () => {
    const answers: DraftAnswers = { ...WHOLE, residence: 'US-CA', rights: ['GDPR:access', 'CCPA:know_specific'] };
    const way = journey(answers, LUXEMBOURG, TODAY);
    expect(way.questions).toEqual(['for-whom', 'residence', 'rights', 'period', 'who']);
    expect(way.next).toBe('period');
    expect(journey({ ...answers, period: { of: 'all' } }, LUXEMBOURG, TODAY).next).toBe('check');
    expect(journey({ ...answers, rights: ['GDPR:erasure', 'CCPA:delete'] }, LUXEMBOURG, TODAY).questions).not.toContain(
      'period',
    );
  });

  test('a parent is asked for the age, and again when what was said no longer fits', () => {
    const parent: DraftAnswers = {
      forWhom: 'child',
      subject: { name: 'Lina', relation: 'parent', identifiers: {} },
      residence: 'LU',
    };
    expect(journey(parent, LUXEMBOURG, TODAY).next).toBe('age');
    expect(journey({ ...parent, ageBand: 'adult' }, LUXEMBOURG, TODAY).next).toBe('age');
    expect(journey({ ...parent, ageBand: '13to15' }, LUXEMBOURG, TODAY).next).toBe('rights');
  });

  test('a child in California is asked for its age, one in Luxembourg is not', () => {
    expect(journey({ forWhom: 'self', young: true, residence: 'US-CA' }, LUXEMBOURG, TODAY).next).toBe('age');
    expect(journey({ forWhom: 'self', young: true, residence: 'LU' }, LUXEMBOURG, TODAY).next).toBe('rights');
  });

  test('an employee who chose Shine the Light as a customer chooses again', () => {
    const answers: DraftAnswers = {
      forWhom: 'self',
      residence: 'US-CA',
      relation: 'customer',
      rights: ['CA_SHINE_THE_LIGHT:shine_the_light'],
    };
    expect(journey(answers, BULGARIA, TODAY).next).toBe('who');
    expect(journey({ ...answers, relation: 'employee' }, BULGARIA, TODAY).next).toBe('rights');
  });

  test('an heir is asked no question where the law gives no right at the end of them', () => {
    const heir: DraftAnswers = {
      forWhom: 'deceased',
      subject: { name: 'Paul Klein', relation: 'heir', identifiers: {} },
      residence: 'BG',
      rights: ['GDPR:deceased_access'],
    };
    expect(footingsOffered(LUXEMBOURG, TODAY)).toEqual(['self', 'child', 'someoneElse']);
    expect(journey(heir, LUXEMBOURG, TODAY).next).toBe('for-whom');
    expect(footingsOffered(BULGARIA, TODAY)).toContain('deceased');
    expect(journey(heir, BULGARIA, TODAY).next).toBe('who');
  });

  const anyAnswers = fc.record(
    {
      forWhom: fc.constantFrom('self', 'child', 'someoneElse', 'deceased'),
      subject: fc.constantFrom({ name: 'A', relation: 'parent' }, { name: 'A', relation: 'heir', identifiers: {} }),
      residence: fc.constantFrom('LU', 'BG', 'US-CA', 'ZZ', 'XX', 'GB'),
      rights: fc.subarray([
        'GDPR:access',
        'GDPR:erasure',
        'CCPA:delete',
        'CCPA:know_specific',
        'CA_SHINE_THE_LIGHT:shine_the_light',
      ]),
      name: fc.constant('A'),
      email: fc.constant('a@example.com'),
      identifiers: fc.constantFrom({}, { customer: '1' }),
      young: fc.constant(true),
      ageBand: fc.constantFrom(...AGE_BANDS),
      relation: fc.constantFrom(...RELATIONS_TO_CONTROLLER),
      period: fc.constantFrom({ of: 'recent' }, { of: 'since', on: localDate('2024-03-01') }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<DraftAnswers>;

  test.each([
    ['Luxembourg', LUXEMBOURG],
    ['Bulgaria', BULGARIA],
  ])('in %s nobody alive is sent to a page of rights without any', (_, controller) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        if (answers.forWhom !== 'deceased') expect(offeredRights(answers, controller, TODAY)).not.toEqual([]);
      }),
    );
  });

  test.each([
    ['Luxembourg', LUXEMBOURG],
    ['Bulgaria', BULGARIA],
  ])('in %s no answer to a question that is not asked changes what is offered', (_, controller) => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...RELATIONS_TO_CONTROLLER),
        fc.constantFrom(...AGE_BANDS),
        (answers, relation, ageBand) => {
          const offered = (more: DraftAnswers) => offeredRights({ ...answers, ...more }, controller, TODAY).map(pairOf);
          if (relationsAsked(answers, controller, TODAY).length === 0)
            expect(offered({ relation })).toEqual(offered({}));
          if (agesAsked(answers, controller, TODAY).length === 0) expect(offered({ ageBand })).toEqual(offered({}));
        },
      ),
    );
  });

  test.each([
    ['Luxembourg', LUXEMBOURG],
    ['Bulgaria', BULGARIA],
  ])('whatever was answered in %s, the next page is open and every page before it too', (_, controller) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const way = journey(answers, controller, TODAY);
        expect(way.canVisit(way.next)).toBe(true);
        const pages = [...way.questions, 'check' as const];
        const open = pages.map((page) => way.canVisit(page));
        expect(open).toEqual([...open].sort((one, other) => Number(other) - Number(one)));
        expect(
          QUESTIONS.filter((question) => !way.questions.includes(question)).some((question) => way.canVisit(question)),
        ).toBe(false);
      }),
    );
  });
});
