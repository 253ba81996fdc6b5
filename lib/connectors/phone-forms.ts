import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';

/** The digits of a number as a source may hold them. `international`: written with + or 00 before the country code; else as they stand. */
export type PhoneForm = { readonly international: boolean; readonly digits: string };

/** `everywhere`: with and without the country code. `international`: with it only. `asGiven`: nobody could say of which country it is. */
export type PhoneReading = {
  readonly kind: 'everywhere' | 'international' | 'asGiven';
  readonly forms: readonly PhoneForm[];
};

/** What follows a number inside a company. */
export const EXTENSION = '(;ext=|ext\\.?|extension|durchwahl|poste|доб\\.?|вътр\\.?|x|#)\\s*[.:]?\\s*[0-9]+\\s*$';

/** Every decimal digit of Unicode as the one of ASCII, and the wide plus as the narrow one. */
const plainDigits = (text: string): string => {
  const zeroOf = (code: number): number => {
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return zero;
  };
  return text
    .replaceAll('\uff0b', '+')
    .replace(/\p{Nd}/gu, (digit) => String(digit.codePointAt(0)! - zeroOf(digit.codePointAt(0)!)));
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const isNumber = (text: string, country?: CountryCode): PhoneNumber | null => {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number : null;
};

/**
 * How a number given by the requester may stand in a source. A form that could as well be somebody else's number is left out: digits
 * alone that are a number of the controller's country are taken for that, and not for another country's without its plus.
 * @param country ISO 3166, where a number without country code belongs
 */
export function phoneReading(given: string, country: string): PhoneReading {
  const home = isSupportedCountry(country) ? country : undefined;
  const text = plainDigits(given)
    .replace(new RegExp(EXTENSION, 'i'), '')
    .replace(/^[^0-9+]+/, '')
    .replace(/^((?:\+|00).*?)\(\s*0\s*\)/, '$1')
    .replace(/^00/, '+');
  const number = isNumber(text, home);
  if (number === null)
    return {
      kind: 'asGiven',
      forms: [
        { international: text.startsWith('+'), digits: digitsOf(text) },
        { international: false, digits: digitsOf(text) },
      ].filter(isFirst),
    };
  const whole = number.countryCallingCode + number.nationalNumber;
  const isSame = (other: PhoneNumber | null): boolean => other === null || other.number === number.number;
  const forms: PhoneForm[] = [{ international: true, digits: whole }];
  if (isSame(isNumber(whole, home))) forms.push({ international: false, digits: whole });
  if (home === undefined || number.countryCallingCode !== getCountryCallingCode(home))
    return { kind: 'international', forms };
  forms.push({ international: false, digits: digitsOf(number.formatNational()) });
  // The leading zero is lost where a column held the number as a number; the rest may then be a number of another country.
  if (isSame(isNumber(`+${number.nationalNumber}`)))
    forms.push({ international: false, digits: number.nationalNumber });
  return { kind: 'everywhere', forms: forms.filter(isFirst) };
}

/** A number as somebody wrote it down, in the form that is compared. */
export function writtenForm(written: string): PhoneForm {
  const line = plainDigits(written).replace(new RegExp(EXTENSION, 'i'), '');
  const text = (/^[^0-9+]*(\+|00)/.test(line) ? line.replace(/\(\s*0\s*\)/, '') : line).replace(/[^0-9+]/g, '');
  const international = /^(\+|00)/.test(text);
  return { international, digits: digitsOf(international ? text.replace(/^(\+|00)/, '') : text) };
}

const isFirst = (form: PhoneForm, at: number, all: readonly PhoneForm[]): boolean =>
  all.findIndex(({ international, digits }) => international === form.international && digits === form.digits) === at;
