import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readable } from '@/lib/documents/readable';
import { loadFonts } from '@/lib/documents/report/fonts';
import { printable } from '@/lib/documents/report/printable';
import { renderReport } from '@/lib/documents/report/render';
import type { ReportCategory } from '@/lib/documents/report/types';
import { aCategory, someFacts } from '../../unit/bundle/facts';
import { placedTexts, pageTexts } from './pdf-text';

// No face has this sign, so all of them are read.
beforeAll(() => loadFonts(['\uE000']));

const category = (columns: readonly string[], rows: readonly (readonly string[])[]): ReportCategory => ({
  category: aCategory(),
  columns: columns.map((name) => ({ name, title: name })),
  leftOut: [],
  rows,
  count: rows.length,
  path: 'data/x.csv',
  jsonPath: 'data/x.json',
});

const render = (categories: readonly ReportCategory[]): Promise<Uint8Array> =>
  renderReport({ facts: someFacts(), categories, keyFingerprint: 'ab'.repeat(32) });

const bare = (text: string): string => text.replace(/\s/gu, '');

// Reference and page number stand below this (points from the lower edge).
const FOOT = 50;
// A blank is narrower, the space between two cells wider (points).
const SAME_LINE = 4;

/** What stands one under the other, by where it begins, from the first page to the last; the foot of each page is left out. */
function columnsOf(pdf: Uint8Array): string[][] {
  const lines: { text: string; from: number; to: number; y: number; page: object }[] = [];
  for (const { text, from, to, y, page } of placedTexts(pdf)) {
    if (y <= FOOT || bare(text) === '') continue;
    const last = lines.at(-1);
    const goesOn = last && last.page === page && last.y === y && Math.abs(from - last.to) < SAME_LINE;
    if (goesOn) Object.assign(last, { text: last.text + bare(text), to });
    else lines.push({ text: bare(text), from, to, y, page });
  }
  const columns = new Map<number, string[]>();
  for (const { text, from } of lines) columns.set(Math.round(from), [...(columns.get(Math.round(from)) ?? []), text]);
  return [...columns.values()];
}

/** Whether the lines of a column, some of them left out, say a value from its first sign to its last: headings and other cells stand between. */
function says(column: readonly string[], value: string): boolean {
  const reached = new Set([0]);
  for (const line of column)
    for (const at of [...reached]) if (value.startsWith(line, at)) reached.add(at + line.length);
  return reached.has(value.length);
}

function expectOnThePage(pdf: Uint8Array): void {
  const beside = placedTexts(pdf).filter(
    ({ from, to, y, page }) => from < 40 || to > page.width - 40 || y < 20 || y > page.height - 20,
  );
  expect(beside).toEqual([]);
  // Only reference and page number stand as low as the foot.
  const low = placedTexts(pdf).filter(
    ({ y, text }) => y < 56 && !/CallsApp|Page|^\d+$|of/u.test(text) && text.trim() !== '',
  );
  expect(low).toEqual([]);
}

describe('a value of sixty lines', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `L${String(n + 1).padStart(3, '0')}`);

  it.each([
    ['one of few records', 3],
    ['one of many', 40],
  ])('is there whole as %s, on as many pages as it takes', async (_, count) => {
    const rows = Array.from({ length: count }, (__, n) => [
      String(n),
      n === 1 ? lines.join('\n') : `text ${n}`,
      'sent',
    ]);
    const pdf = await render([category(['id', 'body', 'state'], rows)]);
    const text = pageTexts(pdf).join('\n');
    for (const line of lines) expect(text.includes(line), line).toBe(true);
    expectOnThePage(pdf);
  });
});

// A kind with very many lines is cut after a whole record, and says where the rest is: what is looked at here is short of that.
const FEW_LINES = 1200;
const NARROWEST = 30;

/** How many lines these values take at the most. */
const linesOf = (rows: readonly (readonly string[])[]): number =>
  rows
    .flat()
    .flatMap((text) => text.split('\n'))
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / NARROWEST)), 0);

describe('random records', { timeout: 300_000 }, () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'k', 'Ж', 'W', '0', '-', '"', '{', '/'), minLength: 1, maxLength: 12 }),
    fc.constant('А'.repeat(200)),
    fc.constant('2019-03-07T14:00:00.25+00:00'),
  );
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')) },
    { weight: 2, arbitrary: fc.array(word, { minLength: 20, maxLength: 60 }).map((words) => words.join('\n')) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((length) => 'x1'.repeat(length)) },
  );
  const table = fc
    .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 6 }))
    .chain(([columns, rows]) =>
      fc.tuple(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'B', ' ', 'Щ'), minLength: 1, maxLength: 40 }), {
          minLength: columns,
          maxLength: columns,
        }),
        fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      ),
    )
    .filter(([, rows]) => linesOf(rows) < FEW_LINES);

  it('are there with every value, and nothing stands beside the page or over its foot', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ([columns, rows]) => {
        const pdf = await render([category(columns, rows)]);
        const printed = columnsOf(pdf);
        for (const one of rows.flat().map((text) => bare(printable(readable(text, 'en')).text)))
          expect(
            printed.some((column) => says(column, one)),
            one,
          ).toBe(true);
        expectOnThePage(pdf);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('a person of whom there are very many kinds of data', { timeout: 300_000 }, () => {
  const kinds = Array.from({ length: 260 }, (_, n) => {
    const said = { collectionId: `kind-${n}`, title: `Kind-${String(n).padStart(3, '0')}`, description: null };
    const nothing = { purposes: [], recipients: null, retention: null, transfers: null, automatedDecisions: null };
    return { ...category([], []), category: aCategory({ ...said, ...nothing, providedBySubject: null }) };
  });

  it('finds each named at the front, the first printed, and how many are not', async () => {
    const pages = pageTexts(await render(kinds)).map(bare);
    const times = kinds.map(({ category: { title } }) => pages.filter((text) => text.includes(title)).length);
    expect(times).toEqual(kinds.map((_, n) => (n < 250 ? 2 : 1)));
    expect(pages.join('')).toContain(bare('10 more kinds of data are not printed'));
  });
});

describe('a renderer that warns', () => {
  it('fails the report', async () => {
    const [remedy] = someFacts().remedies;
    // A figure where only a part may stand: the renderer leaves it out and warns.
    const facts = someFacts({ remedies: [{ ...remedy!, contact: 0 as never }] });
    await expect(renderReport({ facts, categories: [], keyFingerprint: '' })).rejects.toThrow(
      'the report is not whole',
    );
  });
});
