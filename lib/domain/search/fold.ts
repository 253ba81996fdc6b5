// Letters that have no decomposition in Unicode and that people type as others (Unicode TR 39 and CLDR's root collation treat them alike).
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
  ґ: 'г',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
};

// Signs over and under letters of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts, which people leave out.
// Vowel signs of the Indic scripts and the voicing marks of kana are marks too, but without them it is another word.
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

// Joiners, soft hyphens, marks of direction: nobody sees them, and keyboards and copied texts bring them along.
const UNSEEN = /\p{Cf}/gu;

// Most of what is searched is plain, and needs none of the below.
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A text as it is compared in a search: without case, accents, width and unseen signs (Unicode TR 15, NFKD).
 * "Strauß" and "STRAUSS", "İnci" and "inci", "Ёлкина" and "Елкина" become the same.
 */
export const fold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : foldMarked(text));

const foldMarked = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');

// DIN 91379 and common use: where a keyboard has no umlaut, German, Danish, Norwegian and Swedish names take a second letter instead.
const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** The same with umlauts spelt out, so that "Müller" and "Mueller" meet; equal to `fold` where there are none. */
export const foldSpeltOut = (text: string): string =>
  fold(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüøå]/g, (letter) => SPELT_OUT[letter] ?? letter),
  );
