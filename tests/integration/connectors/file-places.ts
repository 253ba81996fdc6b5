import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openConnector, openEraser } from '@/lib/connectors/open';
import { localDate } from '@/lib/domain/calendar/local-date';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import { KEYS, type S3Server, s3Server } from '@/tests/support/s3/server';
import { stepsOf, systemOf } from './source';

export let root: string;
export let s3: S3Server;
/** A folder and a bucket of the test file's own, emptied before each test. */
export function placesOfFile(): void {
  beforeAll(async () => {
    s3 = await s3Server();
    Object.assign(process.env, KEYS);
  });
  afterAll(() => s3.close());
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'rightsdesk-files-'));
    s3.bucket.whole.clear();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
}

/** A place for files: what is put there, what lies there, and its address for reading and for changing. */
export type Place = {
  readonly put: (name: string, content: string | Uint8Array) => void;
  readonly names: () => string[];
  readonly addresses: () => Record<string, string>;
};

export const bucketUrl = (prefix: string) =>
  `s3://blobs/${prefix}?endpoint=${s3.url}&forcePathStyle=true&timeoutSeconds=10`;

export const FOLDER: Place = {
  put(name, content) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  },
  names: () => readdirSync(root, { recursive: true }).map(String).sort(),
  addresses: () => ({ SHARE_URL: `file://${root}`, SHARE_WRITE_URL: root }),
};

export const BUCKET: Place = {
  put: (name, content) => void s3.bucket.put(`own/share/${name}`, Buffer.from(content)),
  // With the folders that a listing shows above the objects.
  names: () =>
    [
      ...new Set(
        [...s3.bucket.whole.keys()].flatMap((key) =>
          key
            .replace('own/share/', '')
            .split('/')
            .map((_, end, parts) => parts.slice(0, end + 1).join('/')),
        ),
      ),
    ].sort(),
  addresses: () => ({ SHARE_URL: bucketUrl('own/share'), SHARE_WRITE_URL: bucketUrl('own/share') }),
};

const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };

export function mapOf(files: object, more: readonly object[] = [], extra: object = {}, by: object = EMAIL): DataMap {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'share',
        meta: { rightsdesk: { connector: 'files', write: 'SHARE_WRITE_URL', timeoutSeconds: 20 } },
        collections: [{ name: 'papers', meta: { rightsdesk: { files, ...extra } }, fields: [by, ...more] }],
      },
    ],
  });
  const { dataMap, problems } = buildDataMap([{ file: 'data-map.yaml', content }], {
    languages: ['en'],
    country: 'BG',
    identifierKinds: ['email', 'phone', 'account'],
  });
  expect(problems).toEqual([]);
  return dataMap;
}

export async function collectedFrom(
  { addresses }: Place,
  dataMap: DataMap,
  identities: Record<string, string[]> = { email: ['anna@example.com'] },
) {
  const connector = openConnector(systemOf(dataMap, 'share'), addresses());
  const step = stepsOf(dataMap, 'share', identities).papers;
  if (step === undefined) return [];
  const chunks: Buffer[] = [];
  for await (const chunk of connector.collect(step)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString().split('\n').slice(0, -1);
  expect(await connector.count(step)).toBe(lines.length);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

export const PLACES = [
  ['folder', FOLDER],
  ['bucket', BUCKET],
] as const;

export const DOCUMENTS = { path: 'contracts/{email}/' };

/** Whoever watches an erasure and does nothing. */
const nothing = async (): Promise<void> => undefined;

export const QUIET = { progress: nothing, beforeCommit: nothing, brokenOff: nothing };

export const erasing = ({ addresses }: Place, dataMap: DataMap) => ({
  erasure: systemErasures(
    dataMap,
    erasureSearch(dataMap, { email: ['anna@example.com'] }),
    {},
    localDate('2026-11-27'),
  )[0]!,
  eraser: openEraser(systemOf(dataMap, 'share'), addresses())!,
});
