import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detailAnswer, emailAnswer, nameAnswer } from '@/lib/domain/intake/fields/schema';
import { RELATIONS } from '@/lib/domain/intake/answers';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';

const ANSWERS = {
  locale: 'bg',
  forWhom: 'self',
  residence: 'BG',
  rights: ['GDPR:access'],
  details: '',
  name: 'Анна Крылова-Weber',
  email: 'anna@example.bg',
  identifiers: { phone: '+359 88 555 0123' },
};

const problem = (result: { success: boolean; error?: { issues: { message: string }[] } }): string | undefined =>
  result.error?.issues[0]?.message;

describe('whole answers', () => {
  it('pass, with what is optional and without', () => {
    expect(submittedAnswersSchema.parse(ANSWERS)).toEqual(ANSWERS);
    const more = {
      ...ANSWERS,
      forWhom: 'child',
      subject: { name: 'Ива', relation: 'guardian' },
      california: {
        statement: 'My California rights',
        street: '1 Main St',
        city: 'Fresno',
        state: 'CA',
        zip: '93650',
        affirmed: true,
      },
    };
    expect(submittedAnswersSchema.parse(more)).toEqual(more);
    const situated = {
      ...ANSWERS,
      young: true,
      ageBand: '13to15',
      relation: 'employee',
      period: { of: 'since', on: '2024-03-01' },
    };
    expect(submittedAnswersSchema.parse(situated)).toEqual(situated);
  });

  test.each([
    ['a field nobody asked for', { ...ANSWERS, admin: true }],
    ['a language we do not speak', { ...ANSWERS, locale: 'xx' }],
    ['no right', { ...ANSWERS, rights: [] }],
    ['a right that is no pair', { ...ANSWERS, rights: ['access'] }],
    ['an unknown footing', { ...ANSWERS, forWhom: 'pet' }],
    ['an unknown relation', { ...ANSWERS, subject: { name: 'x', relation: 'neighbour' } }],
    ['a place that is no code', { ...ANSWERS, residence: 'Bulgaria' }],
    [
      'an affirmation that was not given',
      {
        ...ANSWERS,
        california: { statement: 's', street: 's', city: 'c', state: 'CA', zip: '93650', affirmed: false },
      },
    ],
    ['a relation of no law', { ...ANSWERS, relation: 'friend' }],
    ['an age in years', { ...ANSWERS, ageBand: 12 }],
    ['youth that is denied', { ...ANSWERS, young: false }],
    ['a period without its day', { ...ANSWERS, period: { of: 'since' } }],
    ['a day that does not exist', { ...ANSWERS, period: { of: 'since', on: '2024-02-30' } }],
    ['a day without a period', { ...ANSWERS, period: { of: 'all', on: '2024-03-01' } }],
    ['an identifier of the wrong type', { ...ANSWERS, identifiers: { phone: 5 } }],
  ])('do not pass with %s', (_, answers) => expect(submittedAnswersSchema.safeParse(answers).success).toBe(false));

  it('ask for each right once, however often its box was sent', () => {
    const twice = { ...ANSWERS, rights: ['GDPR:access', 'GDPR:access', 'GDPR:erasure'] };
    expect(submittedAnswersSchema.parse(twice).rights).toEqual(['GDPR:access', 'GDPR:erasure']);
  });

  it('know a footing for each relation, and none for oneself', () => {
    expect(RELATIONS.self).toEqual([]);
    expect(new Set(Object.values(RELATIONS).flat()).size).toBe(Object.values(RELATIONS).flat().length);
  });
});

// Controls of both sets of ISO 6429, marks that turn the direction of what follows, and separators of lines.
const STRANGE = [
  '\0',
  '\u0007',
  '\u001B',
  '\u007F',
  '\u0085',
  '\u009B',
  '\u061C',
  '\u200E',
  '\u202E',
  '\u2066',
  '\u2028',
  '\u2029',
];

describe('one line', () => {
  test.each(STRANGE)('keeps no %j', (sign) => expect(nameAnswer.parse(`An${sign}na`)).not.toContain(sign));

  test.each(['a\nb', 'a\rb', 'a\tb'])('has a space for the line end or tab of %j', (text) =>
    expect(nameAnswer.parse(text)).toBe('a b'),
  );

  test.each([
    "O'Neil-Weber",
    'Ѝордан Ђорђевић',
    '王小明',
    'محمد',
    'अनिता',
    '🎈',
    '<b>Bobby</b> "; DROP TABLE',
    'नि\u200Dता',
  ])('takes %s as it is', (name) => expect(nameAnswer.parse(name)).toBe(name));

  it('says what is wrong with its length', () => {
    expect(problem(nameAnswer.safeParse('  \u00A0 '))).toBe('empty');
    expect(problem(nameAnswer.safeParse('x'.repeat(201)))).toBe('tooLong');
    expect(nameAnswer.parse(` ${'x'.repeat(200)} `)).toHaveLength(200);
    expect(problem(nameAnswer.safeParse('x'.repeat(10_000_000)))).toBe('tooLong');
  });
});

describe('prose', () => {
  it('keeps line ends and tabs, and may be empty', () => {
    expect(detailAnswer.parse('one\n\ttwo')).toBe('one\n\ttwo');
    expect(detailAnswer.parse('  ')).toBe('');
    expect(problem(detailAnswer.safeParse('x'.repeat(4001)))).toBe('tooLong');
  });

  test.each(STRANGE)('takes what has %j in it', (sign) =>
    expect(detailAnswer.safeParse(`a${sign}b`).success).toBe(true),
  );
});

describe('an address', { timeout: 60_000 }, () => {
  test.each(['anna@example.bg', ' Anna.K+rights@Example.CO.UK '])('takes %s', (address) =>
    expect(emailAnswer.parse(address)).toBe(address.trim()),
  );

  test.each([
    'anna',
    'anna@',
    '@example.bg',
    'a b@example.bg',
    '"anna krylova"@example.bg',
    'anna@example',
    'a@b.bg, c@d.bg',
    'anna@example.bg\nBcc: x@y.bg',
    `${'x'.repeat(250)}@example.bg`,
  ])('refuses %j', (address) => {
    expect(emailAnswer.safeParse(address).success).toBe(false);
  });

  it('that passes is one address: no sign that a mail header could read as more', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}@example.bg`),
        ),
        (address) => {
          const parsed = emailAnswer.safeParse(address);
          if (parsed.success) expect(parsed.data).toMatch(/^[^\s"<>,;:()[\]\\@\p{Cc}]+@[^\s"<>,;:()[\]\\@\p{Cc}]+$/u);
        },
      ),
    );
  });
});
