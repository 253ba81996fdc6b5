import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };

function built(files: object | undefined, fields: readonly object[] = [EMAIL], connector = 'files') {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'share',
        meta: { rightsdesk: { connector } },
        collections: [{ name: 'papers', meta: { rightsdesk: { files } }, fields }],
      },
    ],
  });
  return buildDataMap([{ file: 'data-map.yaml', content }], {
    languages: ['en'],
    country: 'IE',
    identifierKinds: ['email', 'phone'],
  });
}

const messages = (...given: Parameters<typeof built>) => built(...given).problems.map(({ message }) => message);

describe('a folder as a system', () => {
  it('has documents, whose records say what the files are, or records', () => {
    const { dataMap, problems } = built({ path: 'contracts/{email}/' });
    expect(problems).toEqual([]);
    const [papers] = dataMap.systems[0]!.collections;
    expect(papers!.access).toEqual({ kind: 'files', path: 'contracts/{email}/', content: 'document' });
    expect(papers!.fields.map(({ name, primaryKey }) => [name, primaryKey])).toEqual([
      ['email', false],
      ['document', true],
      ['mediaType', false],
      ['bytes', false],
      ['sha256', false],
    ]);
    const records = built({ path: '{email}.json', content: 'json' }).dataMap.systems[0]!.collections[0]!;
    expect(records.fields.map(({ name }) => name)).toEqual(['email']);
    expect(built({ index: 'scans.csv', name: 'file' }).problems).toEqual([]);
  });

  it.each<[string, Parameters<typeof built>, RegExp]>([
    ['nothing says where', [undefined], /nothing says where/],
    ['the path is the same for everybody', [{ path: 'contracts/' }], /the same for everybody/],
    ['the path has a name that is no field', [{ path: '{mail}/' }], /no field "mail"/],
    ['two values stand in one name', [{ path: '{email}{email}/' }], /two values stand in one name/],
    [
      'a field says what the file says',
      [{ path: '{email}/' }, [EMAIL, { name: 'bytes' }]],
      /what the file itself says/,
    ],
    [
      'records are found in another way too',
      [{ path: '{email}/' }, [EMAIL, { name: 'phone', fides_meta: { identity: 'phone' } }]],
      /found by phone/,
    ],
    ['another connector reads it', [{ path: '{email}/' }, [EMAIL], 'postgres'], /another connector/],
  ])('is refused where %s', (_, given, message) => {
    expect(messages(...given)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it.each(['/etc/{email}', '../{email}/', 'a/../{email}', './{email}', 'a/.', 'a\\{email}', 'x\0{email}'])(
    'never names a path that leads elsewhere: %j',
    (path) => {
      expect(() => built({ path })).toThrow();
    },
  );
});
