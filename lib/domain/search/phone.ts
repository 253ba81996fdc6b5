import { asciiDigits } from '../intake/clean';

// ITU-T E.164, list of assigned country codes: one digit, then these of two; every other code has three.
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

const countryCodeLength = (digits: string): number => (/^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3);

const FEWEST_WITH_COUNTRY = 10;

type Read = { readonly digits: string; readonly international: boolean };

/** Digits of a number, and whether it says its country: "+" or "00" in front. A "(0)" is dialled inside a country only. */
function read(text: string): Read {
  const plain = asciiDigits(text.normalize('NFKC'))
    .replace(/^\s*tel:/i, '')
    .replace(/\(0\)/g, '');
  const digits = plain.replace(/\D/g, '');
  if (/^\s*\p{Cf}*\s*\+/u.test(plain)) return { digits, international: true };
  return digits.startsWith('00') ? { digits: digits.slice(2), international: true } : { digits, international: false };
}

// The sign before a number inside a country, which nobody dials from abroad: mostly 0.
const withoutTrunk = (digits: string): string => digits.replace(/^0+/, '');

/** How a number that does not say its country may read from abroad: Russia and its neighbours dial 8 in front, North America 1, Hungary 06. */
const inside = (digits: string): string[] =>
  [
    withoutTrunk(digits),
    /^[18]\d{10}$/.test(digits) ? digits.slice(1) : '',
    /^06\d{8,9}$/.test(digits) ? digits.slice(2) : '',
  ].filter((form) => form !== '');

function parts(digits: string): { whole: string; national: string } {
  const code = countryCodeLength(digits);
  const national = withoutTrunk(digits.slice(code));
  return { whole: digits.slice(0, code) + national, national };
}

/** The forms under which a number is kept: `+` whole, `~` the part inside its country, `=` a number whose country was not said. */
export function phoneForms(text: string): string[] {
  const { digits, international } = read(text);
  if (digits === '') return [];
  if (!international) return inside(digits).map((form) => `=${form}`);
  const { whole, national } = parts(digits);
  return [`+${whole}`, `~${national}`];
}

/** The forms that a typed number may be kept under; a number with another country's code is another number. */
export function wantedPhoneForms(text: string): string[] {
  const { digits, international } = read(text);
  if (digits === '') return [];
  const { whole, national } = parts(digits);
  if (international) return [`+${whole}`, `=${national}`, `=${whole}`];
  const plain = inside(digits).flatMap((form) => [`~${form}`, `=${form}`]);
  // Enough digits for a number whose "+" was left out.
  return [...new Set(digits.length < FEWEST_WITH_COUNTRY ? plain : [...plain, `+${whole}`, `=${national}`])];
}
