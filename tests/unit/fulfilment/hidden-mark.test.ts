import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHiddenMark, markText, OBJECT_MARKS, withWords, wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { cellText, jsonOf, JsonText } from '@/lib/domain/records/json-text';
import { collection, field, otherPerson } from './collection-builders';

const hidden = (grounds: readonly string[]): string => `⟦${grounds.join()}⟧`;
const LETTERS = collection([
  field('text'),
  field('phone', { otherPerson: otherPerson('hide') }),
  field('name', { otherPerson: otherPerson('replace') }),
]);

describe('an object in the place of what is hidden', () => {
  it('names the exemptions, and what the map calls the value', () => {
    expect(jsonOf(OBJECT_MARKS.whole(['GDPR-15-4', 'x']))).toBe('{"$hidden":["GDPR-15-4","x"]}');
    expect(jsonOf(OBJECT_MARKS.instead(['x'], 'a friend'))).toBe('{"$hidden":["x"],"instead":"a friend"}');
    expect(jsonOf(OBJECT_MARKS.partly(['a ', { grounds: ['x'] }, ' b']))).toBe(
      '{"$partly":["a ",{"$hidden":["x"]}," b"]}',
    );
  });

  it('is known by its beginning, and no other value is', () => {
    for (const mark of [OBJECT_MARKS.whole(['x']), OBJECT_MARKS.partly([])])
      expect(isHiddenMark(jsonOf(mark))).toBe(true);
    for (const other of ['{"hidden":[]}', '["$hidden"]', '"{\\"$hidden\\":[]}"', '{}'])
      expect(isHiddenMark(other)).toBe(false);
  });

  it('is told in words, alone and inside lists and objects', () => {
    expect(markText('{"$hidden":["x"],"instead":"a friend"}', hidden)).toBe('a friend');
    const value = new JsonText('{"to":[{"$hidden":["x"]},{"$partly":["Hi ",{"$hidden":["y"]}]}],"n":1}');
    expect(cellText(withWords(value, hidden))).toBe('{"to":["⟦x⟧","Hi ⟦y⟧"],"n":1}');
  });

  it('leaves every other value as it is, to the last digit', () => {
    for (const value of [null, 'text', 7, true, new JsonText('9007199254740993'), new JsonText('[1.10]')])
      expect(withWords(value, hidden)).toBe(value);
  });
});

describe('a name that is hidden in an object', () => {
  it('stays a name', () => {
    const record = { text: new JsonText('{"Jane":"to Jane"}') };
    const redaction = { recordNo: 0, scope: 'value', field: 'text', ground: 'x', passage: 'Jane' } as const;
    const { record: seen } = asRequesterSees(0, record, LETTERS, [redaction], {}, 'en', OBJECT_MARKS);
    expect(jsonOf(seen!.text)).toBe('{"{$hidden:x}":{"$partly":["to ",{"$hidden":["x"]},""]}}');
  });
});

it('says as an object, once it is told in words, what the words say', () => {
  const text = fc.array(fc.constantFrom('Jane', ' ', 'Bob', 'x'), { maxLength: 6 }).map((parts) => parts.join(''));
  const value = fc.oneof(text, fc.constant(null));
  fc.assert(
    fc.property(fc.record({ text: value, phone: value, name: value }), fc.boolean(), (record, whole) => {
      const scope = whole ? ('field' as const) : ('value' as const);
      const redaction = { recordNo: 0, scope, field: 'text', ground: 'g', passage: whole ? null : 'Jane' };
      const see = (marks: Parameters<typeof asRequesterSees>[6]) =>
        asRequesterSees(0, record, LETTERS, [redaction], {}, 'ru', marks);
      const [objects, words] = [see(OBJECT_MARKS), see(wordMarks(hidden))];
      const told = Object.entries(objects.record!).map(([name, one]) => [name, withWords(one, hidden)]);
      expect(Object.fromEntries(told)).toEqual(words.record);
      expect(objects.withheld).toEqual(words.withheld);
    }),
  );
});
