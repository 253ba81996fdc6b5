import { isAddress } from './address';
import { asciiDigits, cleanLine, cleanProse, withoutUnseen } from './clean';

/** What is wrong with an answer: the key of a message and what it names. Never the answer itself. */
export type AnswerProblem = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: AnswerProblem };

const good = <T>(value: T): Checked<T> => ({ ok: true, value });
const bad = (key: string, values?: AnswerProblem['values']): Checked<never> => ({
  ok: false,
  problem: values ? { key, values } : { key },
});

/** One line that must be there. `max` in UTF-16 units, as the browser's own maxlength counts. */
export function checkLine(raw: string, max: number): Checked<string> {
  const text = cleanLine(raw);
  if (text === '') return bad('empty');
  return text.length > max ? bad('tooLong', { max, length: text.length }) : good(text);
}

/** Several lines, or nothing. Line ends are kept as "\n". */
export function checkProse(raw: string, max: number): Checked<string> {
  const text = cleanProse(raw);
  return text.length > max ? bad('tooLong', { max, length: text.length }) : good(text);
}

/** One of the values that the page offered; anything else was not chosen on it. */
export function checkChoice<T extends string>(raw: string, offered: readonly T[]): Checked<T> {
  const chosen = offered.find((value) => value === raw);
  return chosen === undefined ? bad('empty') : good(chosen);
}

// A longer one is no address; said by its length, since whoever pasted a whole page sees it by that.
const EMAIL_MAX = 254;

/** An address that a mail can go to, international ones too (RFC 6531). Says what to look at: the missing sign, the rest. */
export function checkEmail(raw: string): Checked<string> {
  const line = checkLine(withoutUnseen(raw), EMAIL_MAX);
  if (!line.ok) return line;
  if (!/[@\uFF20]/.test(line.value)) return bad('emailWithoutAt');
  const address = line.value.replace('\uFF20', '@');
  return isAddress(address) ? good(address) : bad('notAnEmail');
}

/** A phone number with enough digits to be found by. Kept as it was written, with digits of ASCII. */
export function checkPhone(raw: string, max: number): Checked<string> {
  const line = checkLine(asciiDigits(withoutUnseen(raw)).replace('\uFF0B', '+'), max);
  if (!line.ok) return line;
  const digits = line.value.replace(/\D/g, '').length;
  return /^[\d\s().+/\p{Pd}\u2212]+$/u.test(line.value) && digits >= 5 && digits <= 17 ? line : bad('notAPhone');
}

/** A California ZIP code, 90001 to 96162, also with four more digits. */
export function checkCaliforniaZip(raw: string): Checked<string> {
  const line = checkLine(asciiDigits(withoutUnseen(raw)).replace(/[\p{Pd}\u2212]/u, '-'), 10);
  if (!line.ok) return line.problem.key === 'empty' ? line : bad('notCalifornianZip');
  const zip = /^(\d{5})(-\d{4})?$/.exec(line.value)?.[1];
  return zip !== undefined && zip >= '90001' && zip <= '96162' ? line : bad('notCalifornianZip');
}
