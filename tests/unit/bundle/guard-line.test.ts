import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needsGuard } from '@/lib/domain/bundle/csv';
import { needsGuardAt } from '@/lib/domain/bundle/guard-line';
import { JsonText } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { RecordLine } from '@/lib/domain/records/record-line';

const PIECES = [
  ...['1', '0', '12345678901', '.', ',', '-', '+', '=', ' ', '\t', 'e', 'E5', 'T', ':', '%', '€', '’', '＝', '\u00a0'],
  ...['jan', 'Dec', 'май', 'Ное', 'ſep', 'true', 'ИСТИНА', 'бул', 'x', '"', '\\', '\n', '{', 'am', '2024-03-01'],
];

it('guards by the bytes of a value what the rules guard by its text', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((parts) => parts.join(''));
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom('1.10', '12345678901234567890', '1e400', '-0').map((written) => new JsonText(written)),
  );
  const other = fc.constantFrom(true, false, null, new JsonText('["=1"]'), new JsonText('{"a":"+1"}'));
  const line = new RecordLine();
  fc.assert(
    fc.property(fc.oneof(text, number, other), (value) => {
      const bytes = lineOf({ value });
      line.read(bytes, 0, bytes.length - 1);
      expect(needsGuardAt(line, 0)).toBe(needsGuard(value));
    }),
    { numRuns: 3000 },
  );
});
