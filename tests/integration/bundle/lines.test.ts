import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_LISTED } from '@/lib/domain/bundle/record-form';
import type { Manifest } from '@/lib/domain/bundle/schema';
import { bundleJsonSchema } from '@/lib/documents/bundle/json-schema';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { aSigningKey, sampleFacts, sampleRecords, writeSample } from './sample';
import { filesOf } from './unpack';

const KEY = aSigningKey();
const LINES = 'data/calls.calls.ndjson';
const PORTABLE = { citation: 'Art. 20 GDPR', shapes: new Map([['calls.calls', null]]) };

let folder: string;
let [listed, lined]: [Map<string, Buffer>, Map<string, Buffer>] = [new Map(), new Map()];
const json = <T>(files: Map<string, Buffer>, name: string) => JSON.parse(files.get(name)!.toString('utf8')) as T;
const linesOf = (bytes: Buffer) => bytes.toString('utf8').trimEnd().split('\n');

/** A copy with so many calls; in the very last of them a value is hidden. */
async function copyWith(calls: number, name: string): Promise<Map<string, Buffer>> {
  const file = path.join(folder, name);
  await writeSample(file, {
    ...KEY,
    portable: PORTABLE,
    facts: sampleFacts(),
    async *records(collectionId) {
      let seen = 0;
      for await (const part of sampleRecords(calls)(collectionId)) {
        seen += linesOf(Buffer.from(part.bytes)).length;
        const last = collectionId === 'calls.calls' && seen === calls;
        yield last ? { ...part, hidden: [{ record: calls - 1, field: 'peer', ground: 'g', citation: 'c' }] } : part;
      }
    },
  });
  return filesOf(file);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  listed = await copyWith(MOST_LISTED, 'listed.zip');
  lined = await copyWith(MOST_LISTED + 1, 'lined.zip');
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

describe('a collection of more records than an array holds', () => {
  it('is a record a line in place of the array, and every other collection stays an array', () => {
    const data = (files: Map<string, Buffer>) =>
      [...files.keys()].filter((name) => /^data\/.*json$/u.test(name)).sort();
    const others = ['data/accounts.profile.json', 'data/ads.profile.json'];
    expect(data(listed)).toEqual([...others, 'data/calls.calls.json', 'data/support.tickets.json']);
    expect(data(lined)).toEqual([...others, LINES, 'data/support.tickets.json']);
  });

  it('has the same records that the array has, and the next', () => {
    const lines = linesOf(lined.get(LINES)!).map((line) => JSON.parse(line) as { id: string });
    expect(lines).toHaveLength(MOST_LISTED + 1);
    expect(lines.slice(0, -1)).toEqual(json(listed, 'data/calls.calls.json'));
  });

  it('is said to be so by manifest, fields, hidden places, portable index and viewer', () => {
    const { files } = json<Manifest>(lined, 'manifest.json');
    expect(files.find((file) => file.path === LINES)).toMatchObject({
      mediaType: 'application/x-ndjson',
      records: MOST_LISTED + 1,
    });
    const fields = json<{ collections: { collectionId: string; files: string[] }[] }>(lined, 'fields.json');
    expect(fields.collections.find(({ collectionId }) => collectionId === 'calls.calls')!.files[0]).toBe(LINES);
    expect(json<{ file: string }[]>(lined, 'hidden.json').map(({ file }) => file)).toEqual([
      LINES,
      'data/support.tickets.json',
    ]);
    expect(json<{ collections: unknown[] }>(lined, 'portable.json').collections).toMatchObject([
      { json: null, ndjson: LINES },
    ]);
    expect(json<{ collections: unknown[] }>(listed, 'portable.json').collections).toMatchObject([
      { json: 'data/calls.calls.json', ndjson: null },
    ]);
    expect(lined.get('index.html')!.toString('utf8')).toContain(`<a href="${LINES}">NDJSON (a record a line)</a>`);
    expect(listed.get('index.html')!.toString('utf8')).not.toContain('ndjson');
  });

  it.each([
    ['an array', () => listed],
    ['lines', () => lined],
  ])('fits the JSON Schema as %s', (_, made) => {
    const content = [...made()].flatMap(([name, bytes]) =>
      name.endsWith('.ndjson')
        ? [[name, linesOf(bytes).map((line) => JSON.parse(line) as unknown)]]
        : name.endsWith('.json')
          ? [[name, JSON.parse(bytes.toString('utf8')) as unknown]]
          : [],
    );
    const validator = new Validator(bundleJsonSchema() as Schema, '2020-12');
    expect(validator.validate(Object.fromEntries(content)).errors).toEqual([]);
    const line = new Validator({ ...bundleJsonSchema(), ...only('record') } as unknown as Schema, '2020-12');
    const [first] = linesOf(lined.get(LINES)!);
    expect([line.validate(JSON.parse(first!)).valid, line.validate([JSON.parse(first!)]).valid]).toEqual([true, false]);
  });

  it('is checked by bundle verify', async () => {
    const verified = await verifyBundle(path.join(folder, 'lined.zip'), [createPublicKey(KEY.publicKeyPem)]);
    expect(verified).toMatchObject({ ok: true, value: { problems: [] } });
  });

  it('is byte for byte the same when it is made twice', async () => {
    const again = await copyWith(MOST_LISTED + 1, 'again.zip');
    expect([...again.keys()]).toEqual([...lined.keys()]);
    const [one, other] = await Promise.all(['lined.zip', 'again.zip'].map((name) => readFile(path.join(folder, name))));
    expect(one!.equals(other!)).toBe(true);
  }, 60_000);
});

/** A schema that is one definition of it alone. */
const only = (name: string) => ({
  type: undefined,
  required: undefined,
  properties: undefined,
  patternProperties: undefined,
  additionalProperties: undefined,
  $ref: `#/$defs/${name}`,
});
