import { execFileSync } from 'node:child_process';
import { type Schema, Validator } from '@cfworker/json-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { approved, HIDDEN, never } from './approved';
import { bundleOf } from './bundle-files';

const instance = instanceOfFile();

type Json = { [name: string]: Json } & Json[];
type Bundle = Record<string, Json>;

const schema = JSON.parse(
  execFileSync(process.execPath, ['lib/cli/rightsdesk.js', 'bundle', 'schema'], { encoding: 'utf8' }),
) as Schema;
const validator = new Validator(schema, '2020-12', false);
const problemsOf = (bundle: Bundle) =>
  validator.validate(bundle).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);

/** The content of every JSON file of a bundle, by its path. */
async function made(hiding: typeof HIDDEN, rights: string[]): Promise<Bundle> {
  const { caseId, bundleId } = await approved(hiding, { rights });
  await buildBundle(bundleId, never);
  const { files } = await bundleOf(caseId, instance.blobDir);
  return Object.fromEntries(
    [...files].filter(([path]) => path.endsWith('.json')).map(([path, bytes]) => [path, JSON.parse(bytes.toString())]),
  ) as Bundle;
}

describe('the JSON Schema of bundles', { timeout: 120_000 }, () => {
  let [plain, whole]: [Bundle, Bundle] = [{}, {}];
  beforeAll(async () => {
    plain = await made([], ['GDPR:access']);
    whole = await made(HIDDEN, ['GDPR:access', 'GDPR:portability']);
  }, 120_000);

  it('fits a bundle as it is, and one with hidden values and what may be taken elsewhere', () => {
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining(['manifest.json', 'fields.json', 'hidden.json', 'portable.json']),
    );
    expect(Object.keys(plain)).not.toContain('portable.json');
    expect(JSON.stringify(whole)).toMatch(/\$hidden.*\$partly|\$partly.*\$hidden/s);
    for (const bundle of [plain, whole]) expect(problemsOf(bundle)).toEqual([]);
  });

  it.each<[string, (bundle: Bundle) => void]>([
    ['a manifest is missing', (bundle) => delete bundle['manifest.json']],
    ['the fields are missing', (bundle) => delete bundle['fields.json']],
    ['there is a file that nobody knows', (bundle) => (bundle['more.json'] = [] as unknown as Json)],
    ['a manifest has a member that nobody reads', (bundle) => (bundle['manifest.json']!.more = 'x' as unknown as Json)],
    ['a digest is none', (bundle) => (bundle['manifest.json']!.files![0]!.sha256 = 'abc' as unknown as Json)],
    ['a field lacks its type', (bundle) => delete bundle['fields.json']!.collections![0]!.fields![0]!.types],
    [
      'a type is none',
      (bundle) => (bundle['fields.json']!.collections![0]!.fields![0]!.types = ['text'] as unknown as Json),
    ],
    ['a fact is left out and not null', (bundle) => delete bundle['fields.json']!.collections![0]!.retention],
    [
      'a mark names no ground',
      (bundle) => (bundle['data/shop.customer.json']![0]!.email = { $hidden: [] } as unknown as Json),
    ],
    [
      'a mark says more than it may',
      (bundle) => (bundle['data/shop.customer.json']![0]!.email = { $hidden: ['x'], value: 'y' } as unknown as Json),
    ],
    [
      'a passage is neither text nor mark',
      (bundle) => (bundle['data/shop.customer.json']![0]!.email = { $partly: [{ more: 1 }] } as unknown as Json),
    ],
    ['a record is no object', (bundle) => (bundle['data/shop.customer.json']![0] = 'x' as unknown as Json)],
    ['a place names no file', (bundle) => delete bundle['hidden.json']![0]!.file],
    [
      'what is portable has no schema of its records',
      (bundle) => delete bundle['portable.json']!.collections![0]!.schema,
    ],
  ])('says so where %s', (_, change) => {
    const bundle = structuredClone(whole);
    change(bundle);
    expect(problemsOf(bundle)).not.toEqual([]);
  });

  it('is kept by what fields.json says of the data: every value is of a type it names, and none is missing where it says so', () => {
    let values = 0;
    const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
    const isMark = (value: unknown) =>
      typeOf(value) === 'object' && /^\{"\$(hidden|partly)"/.test(JSON.stringify(value));
    for (const { files, fields, records } of whole['fields.json']!.collections as unknown as {
      files: string[];
      records: number;
      fields: { name: string; types: string[]; nullable: boolean; hidden: number }[];
    }[]) {
      const data = whole[files[0]!] as unknown as Record<string, unknown>[];
      expect(data).toHaveLength(records);
      for (const { name, types, nullable, hidden } of fields) {
        const all = data.map((record) => record[name] ?? null);
        expect([files[0], name, all.includes(null)]).toEqual([files[0], name, nullable]);
        expect([files[0], name, all.filter(isMark).length]).toEqual([files[0], name, hidden]);
        const seen = all.filter((value) => value !== null && !isMark(value)).map(typeOf);
        expect([...new Set(seen)].sort()).toEqual(types);
        values += seen.length;
      }
      expect(data.flatMap(Object.keys).filter((key) => !fields.some(({ name }) => name === key))).toEqual([]);
    }
    expect(values).toBeGreaterThan(20);
  });
});
