import { KIND, type RecordLine } from '../records/record-line';
import { guardsNumber, needsGuard } from './csv';

const [ZERO, NINE, POINT, MINUS] = [0x30, 0x39, 0x2e, 0x2d];
// Letters with which the name of a month or a truth begins, in either case, as csv.ts knows them.
const ASCII_BEGINNINGS = new Set([...'jfmasondtwvJFMASONDTWV'].map((letter) => letter.charCodeAt(0)));
const CYRILLIC_BEGINNINGS = new Set([...'яфмаюисондлЯФМАЮИСОНДЛ'].map((letter) => Buffer.from(letter).readUInt16BE(0)));
const [CYRILLIC_FROM, CYRILLIC_TO] = [0xd0, 0xd1];
const LONGEST_TRUTH = 12;
const EXACT_DIGITS = 15;
const SHOWN_DIGITS = 11;

/** What `needsGuard` says of a value, found out for most values by their bytes alone. */
export function needsGuardAt(line: RecordLine, member: number): boolean {
  const [kind, from, to] = [line.kind[member]!, line.from[member]!, line.to[member]!];
  if (kind === KIND.number) return !isExact(line.bytes, from, to) && guardsNumber(line.textOf(member));
  if (kind === KIND.escaped) return needsGuard(line.textOf(member));
  if (kind !== KIND.text || to - from === 2) return false;
  return mayNeed(line.bytes, from + 1, to - 1) && needsGuard(line.textOf(member));
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

function isExact(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > EXACT_DIGITS) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (!isDigit(byte) && byte !== POINT && byte !== MINUS) return false;
  }
  return true;
}

/** False only where no rule can hold: a text that begins with a letter is a month, a truth, or nothing that a spreadsheet program alters. */
function mayNeed(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  const begins = isAsciiLetter(first)
    ? ASCII_BEGINNINGS.has(first)
    : first === CYRILLIC_FROM || first === CYRILLIC_TO
      ? CYRILLIC_BEGINNINGS.has((first << 8) | bytes[from + 1]!)
      : null;
  if (begins === false) return false;
  if (begins === true) return to - from <= LONGEST_TRUTH || hasDigit(bytes, from, to);
  return !isShownAsWritten(bytes, from, to);
}

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

function hasDigit(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(bytes[at]!)) return true;
  return false;
}

function isShownAsWritten(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > SHOWN_DIGITS || (bytes[from] === ZERO && to - from > 1)) return false;
  for (let at = from; at < to; at++) if (!isDigit(bytes[at]!)) return false;
  return true;
}
