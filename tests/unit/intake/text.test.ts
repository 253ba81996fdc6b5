import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailAnswer, nameAnswer } from '@/lib/domain/intake/schema';
import { checkCaliforniaZip, checkChoice, checkEmail, checkLine, checkPhone, checkProse } from '@/lib/domain/intake/text';

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
    ['a direction override', 'Anna\u202Egnp', 'U+202E'],
    ['an isolate', 'Anna\u2066', 'U+2066'],
    ['a zero byte', 'An\u0000na', 'U+0000'],
    ['a line end inside', 'Anna\nKrylova', 'U+000A'],
    ['a tab inside', 'Anna\tKrylova', 'U+0009'],
  ])('names %s', (_, text, characters) => {
    expect(problem(checkLine(text, 200))).toEqual({ key: 'strangeCharacters', values: { characters } });
  });

  test('names each unseen character once, and three at most', () => {
    expect(problem(checkLine('a\u202Eb\u202Ec\u0001d\u0002e\u0003', 200))).toEqual({ key: 'strangeCharacters', values: { characters: 'U+202E, U+0001, U+0002' } });
  });

  test.each(['Éloïse Thill', 'Мария Иванова', '王小明', 'محمد', 'Zoë 👩‍👩‍👧', "O'Neill-Šimková"])('takes the name %s', (name) => {
    expect(checkLine(name, 200)).toEqual({ ok: true, value: name });
  });

  test('agrees with the schema of the whole request about every text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 230 }), fc.string({ maxLength: 230 })), (text) => {
      expect(checkLine(text, 200).ok).toBe(nameAnswer.safeParse(text).success);
    }));
  });
});

describe('prose', () => {
  test('may be empty and may have lines, whose ends become one sort', () => {
    expect(checkProse('  ', 10)).toEqual({ ok: true, value: '' });
    expect(checkProse('one\r\ntwo\rthree', 40)).toEqual({ ok: true, value: 'one\ntwo\nthree' });
  });

  test('is told its length, and unseen characters by name', () => {
    expect(problem(checkProse('x'.repeat(4001), 4000))).toEqual({ key: 'tooLong', values: { max: 4000, length: 4001 } });
    expect(problem(checkProse('see \u202Etxt.exe', 4000))).toEqual({ key: 'strangeCharacters', values: { characters: 'U+202E' } });
  });
});

describe('an e-mail address', () => {
  test.each(['nadia.weber@example.lu', 'a+b@sub.example.com', "o'neill@example.ie", 'x@example.museum'])('takes %s', (address) => {
    expect(checkEmail(` ${address} `)).toEqual({ ok: true, value: address });
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
    ['', 'empty'],
  ])('says of "%s" what to look at', (address, key) => {
    expect(problem(checkEmail(address))?.key).toBe(key);
  });

  test('a line end that would add a header to a mail does not pass', () => {
    expect(problem(checkEmail('a@example.com\r\nBcc: b@example.com'))?.key).toBe('strangeCharacters');
  });

  test('whatever passes here passes the schema of the whole request', () => {
    fc.assert(fc.property(fc.oneof(fc.emailAddress(), fc.string({ maxLength: 60 }).map((text) => `${text}@example.com`)), (address) => {
      const checked = checkEmail(address);
      if (checked.ok) expect(emailAnswer.safeParse(address).success).toBe(true);
    }));
  });
});

describe('a phone number', () => {
  test.each(['+352 691 555 014', '0888 55-50-142', '(02) 555 0142', '00352691555014'])('takes %s as it was written', (number) => {
    expect(checkPhone(number, 200)).toEqual({ ok: true, value: number });
  });

  test.each(['1234', 'call me', '+352 691 555 014 or 015', '1'.repeat(18)])('does not take %s', (number) => {
    expect(problem(checkPhone(number, 200))).toEqual({ key: 'notAPhone' });
  });
});

describe('a California ZIP code', () => {
  test.each(['90001', '94103', '96162', '94103-1234'])('takes %s', (zip) => expect(checkCaliforniaZip(zip).ok).toBe(true));
  test.each(['90000', '96163', '10001', '9410', '94103-12', 'CA 94103'])('does not take %s', (zip) => expect(problem(checkCaliforniaZip(zip))).toEqual({ key: 'notCalifornianZip' }));
  test('says that nothing was written', () => expect(problem(checkCaliforniaZip(' '))).toEqual({ key: 'empty' }));
});

test('a choice is one of those offered, letter by letter', () => {
  expect(checkChoice('self', ['self', 'child'])).toEqual({ ok: true, value: 'self' });
  expect(problem(checkChoice('SELF', ['self', 'child']))).toEqual({ key: 'empty' });
  expect(problem(checkChoice('constructor', ['self', 'child']))).toEqual({ key: 'empty' });
});
