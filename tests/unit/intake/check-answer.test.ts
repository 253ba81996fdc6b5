import { describe, expect, test } from 'vitest';
import type { DraftAnswers, RawForm } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import type { QuestionId } from '@/lib/domain/intake/questions';
import type { IntakeController } from '@/lib/domain/intake/offered';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const check = (
  question: QuestionId,
  raw: RawForm,
  answers: DraftAnswers = {},
  controller: IntakeController = LUXEMBOURG,
) => checkAnswer(question, raw, answers, { controller, locale: 'en', on: TODAY });

const problems = (...given: Parameters<typeof check>) => {
  const checked = check(...given);
  return checked.ok ? [] : checked.problems;
};

const answers = (...given: Parameters<typeof check>): DraftAnswers => {
  const checked = check(...given);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
};

describe('for whom', () => {
  test('is one of the four', () => {
    expect(answers('for-whom', { forWhom: 'child' }).forWhom).toBe('child');
    expect(problems('for-whom', {})).toEqual([{ field: 'forWhom', key: 'empty' }]);
    expect(problems('for-whom', { forWhom: 'everyone' })).toEqual([{ field: 'forWhom', key: 'empty' }]);
  });

  test('another footing forgets the person named before, the same keeps them', () => {
    const before: DraftAnswers = { forWhom: 'child', subject: { name: 'Lina', relation: 'parent' } };
    expect(answers('for-whom', { forWhom: 'someoneElse' }, before).subject).toBeUndefined();
    expect(answers('for-whom', { forWhom: 'child' }, before).subject).toEqual(before.subject);
  });
});

describe('a child who asks alone', () => {
  test('says so, and it goes with nobody else', () => {
    expect(answers('for-whom', { forWhom: 'self', young: 'yes' }).young).toBe(true);
    expect(answers('for-whom', { forWhom: 'self' }, { forWhom: 'self', young: true }).young).toBeUndefined();
    expect(answers('for-whom', { forWhom: 'child', young: 'yes' }).young).toBeUndefined();
  });

  test('and its age is forgotten with the footing', () => {
    expect(answers('for-whom', { forWhom: 'self' }, { forWhom: 'child', ageBand: 'under13' }).ageBand).toBeUndefined();
    expect(answers('for-whom', { forWhom: 'child' }, { forWhom: 'child', ageBand: 'under13' }).ageBand).toBe('under13');
  });
});

describe('the age', () => {
  test('is one of those that the page offers', () => {
    expect(answers('age', { ageBand: '16to17' }, { forWhom: 'child' }).ageBand).toBe('16to17');
    expect(problems('age', { ageBand: 'adult' }, { forWhom: 'child' })).toEqual([{ field: 'ageBand', key: 'empty' }]);
    expect(problems('age', { ageBand: '16to17' }, { forWhom: 'self', young: true, residence: 'US-CA' })).toEqual([
      { field: 'ageBand', key: 'empty' },
    ]);
  });
});

describe('the relation', () => {
  const californian: DraftAnswers = { forWhom: 'self', residence: 'US-CA' };
  test('is one of those that decide', () => {
    expect(answers('relation', { connection: 'employee' }, californian, BULGARIA).relation).toBe('employee');
    expect(problems('relation', { connection: 'owner' }, californian, BULGARIA)).toEqual([
      { field: 'connection', key: 'empty' },
    ]);
    expect(problems('relation', {}, californian, BULGARIA)).toEqual([{ field: 'connection', key: 'empty' }]);
  });
});

describe('the period', () => {
  const know: DraftAnswers = { forWhom: 'self', residence: 'US-CA', rights: ['CCPA:know_categories'] };
  const since = (day: string, month: string, year: string): RawForm => ({
    period: 'since',
    'since-day': day,
    'since-month': month,
    'since-year': year,
  });

  test.each([
    [{ period: 'recent' }, { of: 'recent' }],
    [{ period: 'all' }, { of: 'all' }],
    [since('1', '3', '2024'), { of: 'since', on: '2024-03-01' }],
    [since(' 01 ', '03', '2024'), { of: 'since', on: '2024-03-01' }],
    [since('1', '1', '2022'), { of: 'since', on: '2022-01-01' }],
    [since('22', '11', '2026'), { of: 'since', on: '2026-11-22' }],
    // A day counts only under its own button.
    [{ ...since('1', '3', '2024'), period: 'all' }, { of: 'all' }],
  ])('reads %j', (raw, period) => {
    expect(answers('period', raw, know).period).toEqual(period);
  });

  test.each([
    [{}, { field: 'period', key: 'empty' }],
    [{ period: 'always' }, { field: 'period', key: 'empty' }],
    [{ period: 'since' }, { field: 'since', key: 'empty' }],
    [since('30', '2', '2024'), { field: 'since', key: 'notADate' }],
    [since('1', '3', '24'), { field: 'since', key: 'notADate' }],
    [since('1', '', '2024'), { field: 'since', key: 'notADate' }],
    [since('first', 'of', 'May'), { field: 'since', key: 'notADate' }],
    [since('31', '12', '2021'), { field: 'since', key: 'tooEarly', values: { earliestOn: '2022-01-01' } }],
    [since('23', '11', '2026'), { field: 'since', key: 'inFuture' }],
  ])('does not take %j', (raw, problem) => {
    expect(problems('period', raw, know)).toEqual([problem]);
  });

  test('is not taken from somebody who asked for nothing that reaches back', () => {
    expect(answers('period', { period: 'all' }, { ...know, rights: ['CCPA:delete'] }).period).toBeUndefined();
  });
});

describe('whose', () => {
  test('takes a name and a footing that fits', () => {
    const raw = { subjectName: 'Lina Becker', relation: 'parent' };
    expect(answers('whose', raw, { forWhom: 'child' }).subject).toEqual({ name: 'Lina Becker', relation: 'parent' });
    expect(problems('whose', raw, { forWhom: 'someoneElse' })).toEqual([{ field: 'relation', key: 'empty' }]);
  });

  test('forgets by what the first child was found when another is named', () => {
    const before: DraftAnswers = {
      forWhom: 'child',
      subject: { name: 'Lina Becker', relation: 'parent', identifiers: { phone: '+352 691 555 015' } },
    };
    expect(answers('whose', { subjectName: 'Lina Becker', relation: 'guardian' }, before).subject?.identifiers).toEqual(
      { phone: '+352 691 555 015' },
    );
    expect(
      answers('whose', { subjectName: 'Tim Becker', relation: 'parent' }, before).subject?.identifiers,
    ).toBeUndefined();
  });

  test('takes what the other person is found by, and all of it may be unknown', () => {
    const before: DraftAnswers = { forWhom: 'child', subject: { name: 'Lina', relation: 'parent' } };
    expect(answers('found-by', { 'their-email': 'lina@example.lu', 'their-phone': '' }, before).subject).toEqual({
      name: 'Lina',
      relation: 'parent',
      identifiers: { email: 'lina@example.lu' },
    });
    expect(answers('found-by', {}, before).subject?.identifiers).toEqual({});
    expect(problems('found-by', { 'their-phone': 'hers' }, before)).toEqual([
      { field: 'their-phone', key: 'notAPhone' },
    ]);
  });

  test('offers the dead only where the law gives somebody a right to their data', () => {
    expect(problems('for-whom', { forWhom: 'deceased' })).toEqual([{ field: 'forWhom', key: 'empty' }]);
    expect(answers('for-whom', { forWhom: 'deceased' }, {}, BULGARIA).forWhom).toBe('deceased');
  });

  test('says everything that is missing at once', () => {
    expect(problems('whose', {}, { forWhom: 'child' }).map(({ field }) => field)).toEqual(['subjectName', 'relation']);
  });
});

describe('residence', () => {
  test.each([
    [{ place: 'own' }, 'LU'],
    [{ place: 'eea', country: 'BG' }, 'BG'],
    [{ place: 'GB' }, 'GB'],
    [{ place: 'US-CA' }, 'US-CA'],
    [{ place: 'ZZ' }, 'ZZ'],
    [{ place: 'XX' }, 'XX'],
    // A list used without its button says the same.
    [{ country: 'FR' }, 'FR'],
    // What stands in the list counts only under its own button.
    [{ place: 'CH', country: 'FR' }, 'CH'],
  ])('reads %j as %s', (raw, residence) => {
    expect(answers('residence', raw).residence).toBe(residence);
  });

  test('asks for the country of those who say "another"', () => {
    expect(problems('residence', { place: 'eea', country: '' })).toEqual([{ field: 'country', key: 'empty' }]);
    expect(problems('residence', { place: 'eea', country: 'US' })).toEqual([{ field: 'country', key: 'empty' }]);
    expect(problems('residence', {})).toEqual([{ field: 'place', key: 'empty' }]);
  });
});

describe('rights', () => {
  test('takes one or several of those offered, in the order of the law', () => {
    expect(answers('rights', { rights: ['remove', 'copy'] }, { residence: 'LU' }).rights).toEqual([
      'GDPR:access',
      'GDPR:erasure',
    ]);
    expect(answers('rights', { rights: 'copy' }, { residence: 'LU' }).rights).toEqual(['GDPR:access']);
  });

  test('drops what this person cannot ask for, and asks again where nothing is left', () => {
    expect(answers('rights', { rights: ['copy', 'noSale', 'x'] }, { residence: 'LU' }).rights).toEqual(['GDPR:access']);
    expect(problems('rights', { rights: ['noSale'] }, { residence: 'LU' })).toEqual([
      { field: 'rights', key: 'empty' },
    ]);
  });

  test('a reason is never asked for; a text that is too long is told so', () => {
    expect(answers('rights', { rights: 'copy' }, { residence: 'LU' }).details).toBe('');
    expect(problems('rights', { rights: 'copy', details: 'x'.repeat(4001) }, { residence: 'LU' })).toEqual([
      { field: 'details', key: 'tooLong', values: { max: 4000, length: 4001 } },
    ]);
  });
});

describe('who', () => {
  const right = { name: 'Nadia Weber', email: 'nadia.weber@example.lu' };

  test('takes name and address, and an identifier only where one is given', () => {
    expect(answers('who', right)).toMatchObject({ ...right, identifiers: {} });
    expect(answers('who', { ...right, 'identifier-phone': '+352 691 555 014' }).identifiers).toEqual({
      phone: '+352 691 555 014',
    });
  });

  test('names each field that is wrong', () => {
    expect(problems('who', { name: '', email: 'nobody', 'identifier-phone': 'call me' })).toEqual([
      { field: 'name', key: 'empty' },
      { field: 'email', key: 'emailWithoutAt' },
      { field: 'identifier-phone', key: 'notAPhone' },
    ]);
  });

  test('asks for an identifier that the controller needs', () => {
    expect(problems('who', right, {}, BULGARIA)).toEqual([{ field: 'identifier-customer', key: 'empty' }]);
  });

  test('takes no identifier that the controller does not ask for', () => {
    expect(answers('who', { ...right, 'identifier-passport': 'X1' }).identifiers).toEqual({});
  });
});

describe('an address that our mail server does not take', () => {
  const raw = (email: string) => ({ name: 'Anna', email, 'identifier-phone': '+352 691 555 014' });
  const given = (email: string, asciiMail: boolean) =>
    checkAnswer('who', raw(email), {}, { controller: LUXEMBOURG, locale: 'en', on: TODAY, asciiMail });

  test.each(['анна@example.com', 'anná@example.com'])('is said where it is typed: %s', (email) => {
    expect(given(email, true)).toEqual({ ok: false, problems: [{ field: 'email', key: 'emailOutOfReach' }] });
    expect(given(email, false).ok).toBe(true);
  });

  test.each(['anna@example.com', 'anna@пример.бг'])('is not one whose domain alone has other letters: %s', (email) =>
    expect(given(email, true).ok).toBe(true),
  );
});

describe('the California request', () => {
  const right = { street: '100 Example Boulevard', city: 'Sacramento', zip: '95814', affirmed: 'yes' };

  test('bears the statement, whatever the browser sends', () => {
    expect(answers('california', { ...right, statement: 'Hello' }, {}, BULGARIA).california).toEqual({
      statement: 'Your California Privacy Rights',
      street: right.street,
      city: right.city,
      state: 'CA',
      zip: right.zip,
      affirmed: true,
    });
  });

  test('names each condition that is missing', () => {
    expect(problems('california', { zip: '10001' }, {}, BULGARIA)).toEqual([
      { field: 'street', key: 'empty' },
      { field: 'city', key: 'empty' },
      { field: 'zip', key: 'notCalifornianZip' },
      { field: 'affirmed', key: 'empty' },
    ]);
  });
});
