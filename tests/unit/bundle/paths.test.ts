import fc from 'fast-check';
import { aField } from './facts';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '@/lib/domain/bundle/columns';
import { dataPaths } from '@/lib/domain/bundle/paths';

/** Any UTF-16 text; fast-check's own "binary" strings take seconds to set up. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

const allPaths = (ids: readonly string[]): string[] =>
  [...dataPaths(ids).values()].flatMap((paths) => Object.values(paths));

describe('places of the data', () => {
  it('carry the name of the collection', () => {
    expect(dataPaths(['calls.details']).get('calls.details')).toEqual({
      json: 'data/calls.details.json',
      ndjson: 'data/calls.details.ndjson',
      csv: 'data/calls.details.csv',
      spreadsheetCsv: 'data/calls.details.spreadsheet.csv',
      viewer: 'viewer/calls.details',
      documents: 'documents/calls.details',
      portable: 'portable/calls.details',
    });
  });

  it.each([
    ['../../etc/passwd', 'data/etc-passwd.json'],
    ['a b/c\\d', 'data/a-b-c-d.json'],
    ['.hidden', 'data/hidden.json'],
    ['CON', 'data/data-CON.json'],
    ['aux.log', 'data/data-aux.log.json'],
    ['записи', 'data/data-.json'],
    ['', 'data/data-.json'],
  ])('of %j are safe to unpack anywhere: %j', (id, path) => {
    expect(dataPaths([id]).get(id)?.json).toBe(path);
  });

  it('differ for collections whose names differ only in capitals or in what was replaced', () => {
    expect([...dataPaths(['Calls', 'calls', 'a/b', 'a-b']).values()].map(({ json }) => json)).toEqual([
      'data/Calls.json',
      'data/calls-2.json',
      'data/a-b.json',
      'data/a-b-2.json',
    ]);
  });

  it('differ from the guarded copy of another collection', () => {
    const paths = allPaths(['x', 'x.spreadsheet']);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('are all different, short and plain, whatever the ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyText, { maxLength: 12 }), (ids) => {
        const paths = allPaths(ids);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
        expect(
          paths.filter((path) => !/^(data|viewer|documents|portable)\/[A-Za-z0-9_][A-Za-z0-9._-]{0,110}$/u.test(path)),
        ).toEqual([]);
        // A folder whose name ends in a dot cannot be unpacked on Windows.
        expect([...dataPaths(ids).values()].filter(({ viewer }) => /[.]$/u.test(viewer))).toEqual([]);
      }),
    );
  });
});

describe('columns', () => {
  const fields = [aField('id', { title: 'Number' }), aField('at', { title: 'Time' })];

  it('come as the data map has them, then as the records bring them', () => {
    expect(columnsOf(fields, ['zeta', 'at', 'alpha', 'zeta'])).toEqual([
      { name: 'id', title: 'Number' },
      { name: 'at', title: 'Time' },
      { name: 'zeta', title: 'zeta' },
      { name: 'alpha', title: 'alpha' },
    ]);
  });

  it('lose no key and repeat none', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (keys) => {
        const names = columnsOf(fields, keys).map(({ name }) => name);
        expect(names.toSorted()).toEqual([...new Set(['id', 'at', ...keys])].toSorted());
      }),
    );
  });
});
