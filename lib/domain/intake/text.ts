import { strangeSigns } from './strange-signs';

/** What is wrong with an answer: the key of a message and what it names. Never the answer itself. */
export type AnswerProblem = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: AnswerProblem };

const good = <T>(value: T): Checked<T> => ({ ok: true, value });
const bad = (key: string, values?: AnswerProblem['values']): Checked<never> => ({ ok: false, problem: values ? { key, values } : { key } });

/** "U+202E": how a sign that cannot be seen is named. */
const named = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function strangeIn(text: string, kind: 'line' | 'prose'): string | null {
  const found = strangeSigns(text, kind).slice(0, 3).map(named);
  return found.length > 0 ? found.join(', ') : null;
}

/** One line that must be there. `max` in UTF-16 units, as the browser's own maxlength counts. */
export function checkLine(raw: string, max: number): Checked<string> {
  const text = raw.trim();
  if (text === '') return bad('empty');
  if (text.length > max) return bad('tooLong', { max, length: text.length });
  const strange = strangeIn(text, 'line');
  return strange ? bad('strangeCharacters', { characters: strange }) : good(text);
}

/** Several lines, or nothing. Line ends are kept as "\n". */
export function checkProse(raw: string, max: number): Checked<string> {
  const text = raw.replace(/\r\n?/g, '\n').trim();
  if (text.length > max) return bad('tooLong', { max, length: text.length });
  const strange = strangeIn(text, 'prose');
  return strange ? bad('strangeCharacters', { characters: strange }) : good(text);
}

/** One of the values that the page offered; anything else was not chosen on it. */
export function checkChoice<T extends string>(raw: string, offered: readonly T[]): Checked<T> {
  const chosen = offered.find((value) => value === raw);
  return chosen === undefined ? bad('empty') : good(chosen);
}

// RFC 5321, section 4.5.3.1.3 gives a path 256 octets with its brackets.
const EMAIL_MAX = 254;
// The same form that lib/domain/intake/schema.ts takes, so that what passes a page passes the whole.
const EMAIL = /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** An address that a mail can go to. Says what to look at: the missing sign, the rest. */
export function checkEmail(raw: string): Checked<string> {
  const line = checkLine(raw, EMAIL_MAX);
  if (!line.ok) return line;
  if (!line.value.includes('@')) return bad('emailWithoutAt');
  return EMAIL.test(line.value) ? line : bad('notAnEmail');
}

/** A phone number with enough digits to be found by. Kept as it was written. */
export function checkPhone(raw: string, max: number): Checked<string> {
  const line = checkLine(raw, max);
  if (!line.ok) return line;
  const digits = line.value.replace(/\D/g, '').length;
  return /^[\d\s().+/-]+$/u.test(line.value) && digits >= 5 && digits <= 17 ? line : bad('notAPhone');
}

/** A California ZIP code, 90001 to 96162, also with four more digits. */
export function checkCaliforniaZip(raw: string): Checked<string> {
  const line = checkLine(raw, 10);
  if (!line.ok) return line.problem.key === 'empty' ? line : bad('notCalifornianZip');
  const zip = /^(\d{5})(-\d{4})?$/.exec(line.value)?.[1];
  return zip !== undefined && zip >= '90001' && zip <= '96162' ? line : bad('notCalifornianZip');
}
