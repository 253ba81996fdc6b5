import fc from 'fast-check';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { filledPage } from '@/lib/platform/filled-page';

const WORDS = { note: 'The page was renewed.', typed: 'What you typed' };

const PAGE = `<!doctype html><html lang="en"><head><title>Who are you?</title><script src="/a.js"></script></head><body><main>
<form><input type="hidden" name="question" value="age"><input name="name" value="other"></form>
<form><input type="hidden" name="$ACTION_ID_1"><input type="hidden" name="question" value="who">
<input name="name" value=""><input type="password" name="secret"><textarea name="details">old</textarea>
<input type="radio" name="place" value="own" checked=""><input type="radio" name="place" value="eea">
<input type="checkbox" name="rights" value="a"><input type="checkbox" name="rights" value="b">
<select name="country"><option value="">Choose</option><option value="FR">France</option></select></form></main></body></html>`;

const SENT = [
  ['question', 'who'],
  ['name', 'Zoë'],
  ['secret', 'pw'],
  ['details', 'two\nlines'],
  ['place', 'eea'],
  ['rights', 'a'],
  ['rights', 'b'],
  ['country', 'FR'],
  ['gone', 'kept'],
] as const;

test('gives every kind of field back what was sent, in the form it was sent by', () => {
  const page = filledPage(PAGE, SENT, WORDS);
  expect(page).toContain('<p class="note" role="alert" tabindex="-1" autofocus="">The page was renewed.</p>');
  expect(page).toContain('<input name="name" value="Zoë">');
  expect(page).toContain('<input name="name" value="other">');
  expect(page).toContain('>two\nlines</textarea>');
  expect(page).toContain(
    '<input type="radio" name="place" value="own"><input type="radio" name="place" value="eea" checked="">',
  );
  expect(page.match(/name="rights" value="." checked=""/g)).toHaveLength(2);
  expect(page).toContain('<option value="FR" selected="">');
});

test('leaves scripts out, repeats no password, and shows what has no field any more', () => {
  const page = filledPage(PAGE, SENT, WORDS);
  expect(page).not.toContain('<script');
  expect(page).not.toContain('pw');
  expect(page).toContain('aria-label="What you typed: gone" readonly="">kept</textarea>');
});

test('a page without such a form shows all that was typed', () => {
  const page = filledPage(
    PAGE,
    [
      ['question', 'period'],
      ['since', '2024'],
    ],
    WORDS,
  );
  expect(page).toContain('>2024</textarea>');
  expect(page).toContain('The page was renewed.');
});

test('opens what the form is folded into: what came back must be seen', () => {
  const folded = PAGE.replace(
    '<form><input type="hidden" name="$ACTION_ID_1">',
    '<details id="outer"><summary>More</summary><details><form><input type="hidden" name="$ACTION_ID_1">',
  ).replace('</form></main>', '</form></details></details><details></details></main>');
  expect(filledPage(folded, SENT, WORDS).match(/<details[^>]*open=""/g)).toHaveLength(2);
});

test('whatever was typed comes back as text and changes nothing else of the page', () => {
  const shape = (page: string) => JSON.stringify(parse(page).childNodes.length);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const page = filledPage(
        PAGE,
        [
          ['question', 'who'],
          ['details', typed],
        ],
        WORDS,
      );
      expect(shape(page)).toBe(shape(PAGE));
      expect(page.match(/<form/g)).toHaveLength(2 + (typed.match(/<form/g)?.length ?? 0) * 0);
    }),
  );
});
