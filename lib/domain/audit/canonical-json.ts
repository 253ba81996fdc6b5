/**
 * Canonical JSON by RFC 8785: the one spelling of a value that everybody hashes and signs.
 * Properties that are `undefined` are absent, as JSON has no such value.
 * @throws TypeError for what has no canonical form: NaN, infinities, lone surrogates, functions, dates, class instances, cycles.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

/** The bytes that are hashed and signed: canonical JSON in UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

function write(value: unknown, above: Set<object>): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return writeNumber(value);
    case 'string':
      return writeString(value);
    case 'object':
      return value === null ? 'null' : writeNested(value, above);
    default:
      throw new TypeError(`JSON has no form for a ${typeof value}`);
  }
}

function writeNested(value: object, above: Set<object>): string {
  if (above.has(value)) throw new TypeError('JSON has no form for a value that holds itself');
  above.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((item: unknown) => write(item, above)).join(',')}]`
    : writeObject(value, above);
  above.delete(value);
  return text;
}

function writeObject(value: object, above: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('JSON has no form for a class instance');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is what `<` compares.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${writeString(name)}:${write(member, above)}`);
  return `{${members.join(',')}}`;
}

// RFC 8785 §3.2.2.3 takes ECMAScript's own number serialisation; minus zero becomes 0 there as well.
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no form for ${value}`);
  return JSON.stringify(value);
}

// RFC 8785 §3.2.2.2: ECMAScript's escapes, and an error for what is not Unicode text.
function writeString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('JSON has no canonical form for a lone surrogate');
  return JSON.stringify(value);
}
