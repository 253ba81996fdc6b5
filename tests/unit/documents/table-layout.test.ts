import { beforeAll, describe, expect, it } from 'vitest';
import { loadFaces } from '@/lib/documents/report/faces';
import type { Line } from '@/lib/documents/report/lines';
import { paginate } from '@/lib/documents/report/list-layout';
import { layoutTable, type TableLayout, widthOfPage } from '@/lib/documents/report/table-layout';

// No face has this sign, so all of them are read.
beforeAll(() => loadFaces(['\uE000']));

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): TableLayout => {
  const layout = layoutTable(titles, rows);
  if (layout === null) throw new Error('no table');
  return layout;
};

const textOf = (lines: readonly Line[]): string =>
  lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
const widthOf = ({ columns }: TableLayout): number => columns.reduce((sum, { width }) => sum + width, 0);

describe('the table of records', () => {
  it('stands upright while its columns have room', () => {
    const layout = table(
      ['id', 'name'],
      [
        ['1', 'Nadia Weber'],
        ['2', 'Иван'],
      ],
    );
    expect(layout.orientation).toBe('portrait');
    expect(layout.rows.map(({ cells }) => cells.map(textOf))).toEqual([
      ['1', 'Nadia Weber'],
      ['2', 'Иван'],
    ]);
  });

  it('lies on its side when it needs more room, and never takes more than there is', () => {
    const titles = Array.from({ length: 16 }, (_, i) => `column ${i}`);
    const layout = table(titles, [titles.map(() => 'several-words here'), titles.map(() => 'a')]);
    expect(layout.orientation).toBe('landscape');
    expect(widthOf(layout)).toBeLessThanOrEqual(widthOfPage('landscape'));
  });

  it('shows headings, addresses and lists whole, on as many lines as they take', () => {
    const url = 'https://files.example.com/download/17/report.pdf?token=abcdef0123456789abcdef0123456789';
    const json = '[{"since":2012,"employer":"Example Logistics"}]';
    const layout = table(['Authenticated with password', 'Link', 'Employment'], [['true', url, json]]);
    expect(layout.columns.map(({ heading }) => textOf(heading).replaceAll(' ', ''))).toEqual([
      'Authenticatedwithpassword',
      'Link',
      'Employment',
    ]);
    expect(layout.rows[0]!.cells.map((cell) => textOf(cell).replaceAll(' ', ''))).toEqual([
      'true',
      url,
      json.replace(' ', ''),
    ]);
  });

  it('leaves out a column that is empty throughout', () => {
    expect(table(['id', 'nothing', 'name'], [['1', '', 'a']]).columns.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('is none where values take many lines or columns do not fit side by side', () => {
    expect(layoutTable(['text'], [[Array.from({ length: 60 }, (_, n) => `L${n}`).join('\n')]])).toBeNull();
    const titles = Array.from({ length: 24 }, (_, i) => `column number ${i}`);
    expect(layoutTable(titles, [titles.map(() => 'a value of several words')])).toBeNull();
    expect(layoutTable(['a'], [['']])).toBeNull();
  });
});

describe('parts on pages', () => {
  const part = (height: number, keep = false) => ({ height, keep });

  it('fill each page and go on with the next', () => {
    expect(
      paginate([part(4), part(4), part(4), part(20), part(1)], 10).map((page) => page.map(({ height }) => height)),
    ).toEqual([[4, 4], [4], [20], [1]]);
  });

  it('take a heading along to the page of what follows it', () => {
    expect(paginate([part(6), part(3, true), part(3)], 10).map((page) => page.length)).toEqual([1, 2]);
    expect(paginate([part(6, true), part(6, true), part(6)], 10).map((page) => page.length)).toEqual([1, 1, 1]);
  });
});
