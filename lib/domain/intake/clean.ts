// Keyboards, phones' contact lists and copied texts bring signs along that nobody sees or meant: they go in silence.

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

// Controls of both sets (ISO 6429); soft hyphens, spaces without width, byte order marks; and what turns the direction of what follows
// so that a text reads as another one ("Trojan Source", CVE-2021-42574). The joiners U+200C and U+200D are part of words in several scripts.
const UNSEEN_IN_LINE = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

// A single mark of direction does no more than put a bracket on its right side, and a text in Hebrew or Arabic may need it.
const UNSEEN_IN_PROSE = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u206F\uFEFF]/gu;

const JOINERS_AROUND = /^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/g;

/** One line without what cannot be seen; a tab or line end inside is a space. */
export const cleanLine = (text: string): string =>
  text
    .replace(LINE_ENDS, ' ')
    .replace(/[\t\n]/g, ' ')
    .replace(UNSEEN_IN_LINE, '')
    .replace(JOINERS_AROUND, '');

/** Several lines, each ending in "\n". */
export const cleanProse = (text: string): string => text.replace(LINE_ENDS, '\n').replace(UNSEEN_IN_PROSE, '').trim();

/** A text in which no sign is ever lawful that is not seen: a number, an address, a code. */
export const withoutUnseen = (text: string): string =>
  cleanLine(text)
    .replace(/[\p{Cf}\uFE00-\uFE0F]/gu, '')
    .trim();

/**
 * Digits of every script as those of ASCII. Unicode keeps the ten digits of a script together and in their order (The Unicode Standard,
 * 4.6), so a digit is known by its place in its run; forms by width or style become plain by NFKC.
 */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.normalize('NFKC').codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
