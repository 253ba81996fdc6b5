import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addressForms, mailboxOf } from '@/lib/domain/intake/address';
import { asciiDigits, cleanLine, cleanProse } from '@/lib/domain/intake/clean';
import { zipAnswer } from '@/lib/domain/intake/questions/california';
import { choice, emailAnswer, line, phoneAnswer, prose } from '@/lib/domain/intake/fields/schema';
import { type AnswerProblem, problemsOf } from '@/lib/domain/intake/problems';

type Checked = { ok: true; value: unknown } | { ok: false; problem: AnswerProblem };

function check(schema: z.ZodType, raw: unknown): Checked {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [first] = problemsOf(parsed.error.issues);
  const { field: _, ...problem } = first!;
  return { ok: false, problem };
}

const checkLine = (raw: string, max: number) => check(line(max), raw);
const checkProse = (raw: string, max: number) => check(prose(max), raw);
const checkEmail = (raw: string) => check(emailAnswer, raw);
const checkPhone = (raw: string) => check(phoneAnswer, raw);
const checkCaliforniaZip = (raw: string) => check(zipAnswer, raw);
const checkChoice = (raw: string, offered: readonly string[]) => check(choice(offered), raw);

const problem = (checked: ReturnType<typeof checkLine>) => (checked.ok ? null : checked.problem);

describe('a line', () => {
  test('is kept without the spaces around it', () => {
    expect(checkLine('  Nadia Weber ', 200)).toEqual({ ok: true, value: 'Nadia Weber' });
  });

  test('that is empty, or only spaces, is missing', () => {
    expect(problem(checkLine('', 200))).toEqual({ key: 'empty' });
    expect(problem(checkLine(' \t\n ', 200))).toEqual({ key: 'empty' });
  });

  test('that is too long is told how long it may be and how long it is', () => {
    expect(problem(checkLine('x'.repeat(201), 200))).toEqual({ key: 'tooLong', values: { max: 200, length: 201 } });
    expect(checkLine('x'.repeat(200), 200).ok).toBe(true);
  });

  test('markup is text', () => {
    expect(checkLine('<script>alert(1)</script>', 200)).toEqual({ ok: true, value: '<script>alert(1)</script>' });
  });

  test.each([
    ['a direction override', 'Anna\u202Egnp', 'Annagnp'],
    ['isolates', '\u2068Anna\u2069', 'Anna'],
    ['a zero byte', 'An\u0000na', 'Anna'],
    ['a mark before a name in Hebrew', '\u200Fמשה כהן', 'משה כהן'],
    ['a soft hyphen and a space without width', 'Weber\u00ADmann\u200B', 'Webermann'],
    ['a byte order mark', '\uFEFFAnna', 'Anna'],
    ['joiners around it', '\u200DAnna\u200C', 'Anna'],
  ])('loses %s in silence', (_, text, value) => expect(checkLine(text, 200)).toEqual({ ok: true, value }));

  test.each(['Anna\tLee', 'Anna\nLee', 'Anna\r\nLee', 'Anna\u2028Lee', 'Anna\u000BLee'])(
    'has a space where %j has a tab or line end',
    (text) => {
      expect(checkLine(text, 200)).toEqual({ ok: true, value: 'Anna Lee' });
    },
  );

  test.each(['Éloïse Thill', 'Мария Иванова', '王小明', 'محمد', 'Zoë 👩‍👩‍👧', "O'Neill-Šimková"])(
    'takes the name %s',
    (name) => {
      expect(checkLine(name, 200)).toEqual({ ok: true, value: name });
    },
  );

  test('that was cleaned is clean, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const cleaned = cleanLine(text);
        expect(cleanLine(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(cleanProse(cleanProse(text))).toBe(cleanProse(text));
      }),
    );
  });
});

describe('prose', () => {
  test('may be empty and may have lines, whose ends become one sort', () => {
    expect(checkProse('  ', 10)).toEqual({ ok: true, value: '' });
    expect(checkProse('one\r\ntwo\rthree', 40)).toEqual({ ok: true, value: 'one\ntwo\nthree' });
  });

  test('is told its length', () => {
    expect(problem(checkProse('x'.repeat(4001), 4000))).toEqual({
      key: 'tooLong',
      values: { max: 4000, length: 4001 },
    });
  });

  test.each([
    ['\u200E[12.03.26, 09:15:22] Ann: hello', '\u200E[12.03.26, 09:15:22] Ann: hello'],
    ['שלום\u200F (עותק)', 'שלום\u200F (עותק)'],
    ['رقمي \u061C123', 'رقمي \u061C123'],
    ['\u2068Ann\u2069 wrote', 'Ann wrote'],
    ['first\u000Bsecond', 'first\nsecond'],
    ['page one\u000Cpage two', 'page one\npage two'],
    ['see \u202Etxt.exe', 'see txt.exe'],
    ['a\tb', 'a\tb'],
  ])('is never refused for what nobody sees: %j', (text, value) =>
    expect(checkProse(text, 4000)).toEqual({ ok: true, value }),
  );

  test('of whatever signs is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(checkProse(text, 4000).ok).toBe(true);
      }),
    );
  });
});

describe('an e-mail address', () => {
  test.each([
    'nadia.weber@example.lu',
    'a+b@sub.example.com',
    "o'neill@example.ie",
    'x@example.museum',
    'r&d@example.org',
    'sales/eu@example.org',
    'bounce=id@example.org',
    '~ann@example.org',
    "ann'@example.org",
    'taro.@docomo.example',
    'info@bücher-beispiel.example',
    'x@пример.бг',
    'Ünï@exämple.com',
    '用户@例子.公司',
    'ann@xn--e1afmkfd.xn--90ae',
    `${'a'.repeat(64)}@example.org`,
  ])('takes %s', (address) => {
    expect(checkEmail(` ${address} `)).toEqual({ ok: true, value: address });
  });

  test.each([
    'ann@example.org\u200B',
    '\u200Bann@example.org',
    'ann@exam\u00ADple.org',
    'ann\uFF20example.org',
    '\u202Aann@example.org\u202C',
  ])('is taken from %j without what nobody sees', (address) => {
    expect(checkEmail(address)).toEqual({ ok: true, value: 'ann@example.org' });
  });

  test('is searched for with its domain in its own letters and in those of the mail system', () => {
    expect(addressForms('x@пример.бг')).toEqual(['x@пример.бг', 'x@xn--e1afmkfd.xn--90ae']);
    expect(addressForms('ann@example.org')).toEqual(['ann@example.org']);
  });

  test.each([
    ['nobody', 'emailWithoutAt'],
    ['nobody@', 'notAnEmail'],
    ['@example.com', 'notAnEmail'],
    ['no body@example.com', 'notAnEmail'],
    ['"no body"@example.com', 'notAnEmail'],
    ['nobody@example', 'notAnEmail'],
    ['nobody@example.com, other@example.com', 'notAnEmail'],
    ['nobody@example.com>', 'notAnEmail'],
    [`${'a'.repeat(65)}@example.org`, 'notAnEmail'],
    ['nobody@example.com:25', 'notAnEmail'],
    ['nobody@пример.бг/x', 'notAnEmail'],
    ['nobody@127.0.0.1', 'notAnEmail'],
    ['nobody@-example.com', 'notAnEmail'],
    ['me@you@example.com', 'notAnEmail'],
    ['', 'empty'],
  ])('says of "%s" what to look at', (address, key) => {
    expect(problem(checkEmail(address))?.key).toBe(key);
  });

  test('a line end that would add a header to a mail does not pass', () => {
    expect(problem(checkEmail('a@example.com\r\nBcc: b@example.com'))?.key).toBe('notAnEmail');
  });
});

describe('a phone number', () => {
  test.each(['+352 691 555 014', '0888 55-50-142', '(02) 555 0142', '00352691555014'])(
    'takes %s as it was written',
    (number) => {
      expect(checkPhone(number)).toEqual({ ok: true, value: number });
    },
  );

  test.each([
    ['\u202A+352 621 000 111\u202C', '+352 621 000 111'],
    ['\u200E+352621000111', '+352621000111'],
    ['+352\uFE0F 621 000 111', '+352 621 000 111'],
    ['+٣٥٢ ٦٢١ ٠٠٠ ١١١', '+352 621 000 111'],
    ['＋３５２６２１０００１１１', '+352621000111'],
    ['०१२-३४५६', '012-3456'],
    ['+352 621–000‑111', '+352 621–000‑111'],
  ])('takes %j as people’s phones give it', (number, value) => expect(checkPhone(number)).toEqual({ ok: true, value }));

  test.each(['1234', 'call me', '+352 691 555 014 or 015', '1'.repeat(18)])('does not take %s', (number) => {
    expect(problem(checkPhone(number))).toEqual({ key: 'notAPhone' });
  });
});

describe('a California ZIP code', () => {
  test.each(['90001', '94103', '96162', '94103-1234'])('takes %s', (zip) =>
    expect(checkCaliforniaZip(zip).ok).toBe(true),
  );
  test.each(['90000', '96163', '10001', '9410', '94103-12', 'CA 94103'])('does not take %s', (zip) =>
    expect(problem(checkCaliforniaZip(zip))).toEqual({ key: 'notCalifornianZip' }),
  );
  test('may be in other digits', () => expect(checkCaliforniaZip('９４１０３')).toEqual({ ok: true, value: '94103' }));
  test('says that nothing was written', () => expect(problem(checkCaliforniaZip(' '))).toEqual({ key: 'empty' }));
});

test('a choice is one of those offered, letter by letter', () => {
  expect(checkChoice('self', ['self', 'child'])).toEqual({ ok: true, value: 'self' });
  expect(problem(checkChoice('SELF', ['self', 'child']))).toEqual({ key: 'empty' });
  expect(problem(checkChoice('constructor', ['self', 'child']))).toEqual({ key: 'empty' });
});

test('the digits of every script of Unicode are read', () => {
  const digits = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)),
  );
  expect(digits.length).toBeGreaterThan(600);
  expect(digits.map((code) => asciiDigits(String.fromCodePoint(code))).join('')).toBe(
    '0123456789'.repeat(digits.length / 10),
  );
});

test.each([
  ['Bomb+1@Example.com', 'bomb@example.com'],
  ['bomb+a+b@example.com', 'bomb@example.com'],
  ['+x@example.com', '+x@example.com'],
  ['x@Пример.бг', 'x@xn--e1afmkfd.xn--90ae'],
  ['a.b@example.com', 'a.b@example.com'],
])('%s is the mailbox %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));
