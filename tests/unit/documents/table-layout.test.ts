import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARGIN, PAGE } from '@/lib/documents/report/styles';
import { HEAD_HEIGHT, layoutTable, ROW_HEIGHT } from '@/lib/documents/report/table-layout';

const columnsNamed = (...titles: string[]) => titles.map((title) => ({ name: title, title }));
const widthOf = (layout: ReturnType<typeof layoutTable>): number => layout.columns.reduce((sum, { width }) => sum + width, 0);

describe('the table of a category', () => {
  it('stands upright when its values fit', () => {
    const layout = layoutTable({ columns: columnsNamed('when', 'who'), rows: [['2026-01-01', 'Nadia Weber']] });
    expect(layout.orientation).toBe('portrait');
    expect(layout.columns.map(({ title }) => title)).toEqual(['when', 'who']);
  });

  it('lies on its side when there are many columns', () => {
    const titles = Array.from({ length: 11 }, (_, i) => `column ${i}`);
    const layout = layoutTable({ columns: columnsNamed(...titles), rows: [titles.map(() => 'some value here')] });
    expect(layout.orientation).toBe('landscape');
    expect(layout.columns).toHaveLength(11);
  });

  it('leaves out the last columns only when all of them cannot fit at all', () => {
    const titles = Array.from({ length: 40 }, (_, i) => `c${i}`);
    const layout = layoutTable({ columns: columnsNamed(...titles), rows: [titles.map(() => 'x'.repeat(30))] });
    expect(layout.columns.length).toBeGreaterThan(5);
    expect(layout.columns.map(({ index }) => index)).toEqual([...layout.columns.keys()]);
  });

  it('leaves out a column that is empty throughout', () => {
    const layout = layoutTable({ columns: columnsNamed('a', 'b', 'c'), rows: [['1', '', '3'], ['4', '', '']] });
    expect(layout.columns.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('gives the room that is left to the column whose values are cut', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ['short', i === 7 ? 'a long remark that only one record has' : '']);
    const [narrow, wide] = layoutTable({ columns: columnsNamed('a', 'b'), rows }).columns;
    expect(wide!.width).toBeGreaterThan(narrow!.width * 2);
  });

  it('never runs over the margin, nor over the foot of the page', () => {
    const cell = fc.string({ maxLength: 120 });
    const table = fc.integer({ min: 1, max: 30 }).chain((n) => fc.record({ titles: fc.array(cell, { minLength: n, maxLength: n }), rows: fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 20 }) }));
    fc.assert(
      fc.property(table, ({ titles, rows }) => {
        const layout = layoutTable({ columns: columnsNamed(...titles), rows });
        const page = PAGE[layout.orientation];
        expect(widthOf(layout)).toBeLessThanOrEqual(page.width - 2 * MARGIN + 0.01);
        expect(HEAD_HEIGHT + layout.rowsPerPage * ROW_HEIGHT).toBeLessThan(page.height - 40 - 62);
      }),
    );
  });
});
