import { describe, expect, it } from 'vitest';
import { Observed } from '@/lib/documents/bundle/observed';
import { JsonText } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { RecordLine } from '@/lib/domain/records/record-line';

const seen = (...values: unknown[]) => {
  const [observed, line] = [new Observed(), new RecordLine()];
  for (const value of values) {
    const bytes = lineOf({ value });
    line.read(bytes, 0, bytes.length - 1);
    observed.add(line, 0);
  }
  return { types: [...observed.types], format: observed.format, values: observed.values };
};

describe('the type of a field', () => {
  it.each([
    [['a', 'b'], ['string'], null],
    [[1, new JsonText('12345678901234567890')], ['number'], null],
    [[true, null], ['boolean'], null],
    [[new JsonText('[1]'), new JsonText('{"a":1}'), null], ['array', 'object'], null],
    [['2024-03-01', '2024-03-02'], ['string'], 'date'],
    [['2024-03-01T10:00:00.5+00:00', '2024-03-01T10:00:00Z'], ['string'], 'date-time'],
    [['2024-03-01', 'soon', '2024-03-01'], ['string'], null],
    [['2024-03-01', '2024-03-01T10:00:00Z'], ['string'], null],
    [[null], [], null],
  ])('of %j is %j', (values, types, format) => {
    expect(seen(...values)).toEqual({
      types,
      format,
      values: values.filter((value) => value !== null).length,
    });
  });
});
