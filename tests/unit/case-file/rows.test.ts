import { expect, it } from 'vitest';
import { rightColumns } from '@/lib/features/case-file/schema/rows';
import { parseRow } from '@/lib/platform/db/parse-row';

const RIGHT = {
  id: 'f2b0',
  regime: 'GDPR',
  right: 'access',
  outcome: null,
  restrictedFor: null,
  grounds: ['GDPR-12-5'],
};

it('keeps a row whose listed columns are in their lists', () => {
  expect(parseRow(rightColumns, RIGHT)).toEqual(RIGHT);
});

it('throws for a row that holds what is in no list, and names it and the column', () => {
  expect(() => parseRow(rightColumns, { ...RIGHT, right: 'acess' })).toThrow(/^Row f2b0 .* right: /);
  expect(() => parseRow(rightColumns, { ...RIGHT, outcome: 'Granted' })).toThrow(/outcome/);
});
