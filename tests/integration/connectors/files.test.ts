import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnector, openEraser } from '@/lib/connectors/open';
import { localDate } from '@/lib/domain/calendar/local-date';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import { stepsOf, systemOf } from './source';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rightsdesk-files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
};

const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };

function mapOf(files: object, more: readonly object[] = [], extra: object = {}, by: object = EMAIL): DataMap {
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

const addresses = () => ({ SHARE_URL: `file://${root}`, SHARE_WRITE_URL: root });

async function collected(dataMap: DataMap, identities: Record<string, string[]> = { email: ['anna@example.com'] }) {
  const connector = openConnector(systemOf(dataMap, 'share'), addresses());
  const step = stepsOf(dataMap, 'share', identities).papers;
  if (step === undefined) return [];
  const chunks: Buffer[] = [];
  for await (const chunk of connector.collect(step)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString().split('\n').slice(0, -1);
  expect(await connector.count(step)).toBe(lines.length);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const DOCUMENTS = { path: 'contracts/{email}/' };

describe('files of a folder', () => {
  it('are documents with their kind, size and sum, at any depth, in the folder of the person alone', async () => {
    put('contracts/anna@example.com/2019.pdf', '%PDF-1.7 hers');
    put('contracts/anna@example.com/more/scan.png', 'no picture');
    put('contracts/bob@example.com/2019.pdf', '%PDF-1.7 his');
    put('contracts/anna@example.com.au/2019.pdf', '%PDF-1.7 another’s');
    put('contracts/readme.txt', 'for all');
    const sha256 = createHash('sha256').update('%PDF-1.7 hers').digest('hex');
    expect(await collected(mapOf(DOCUMENTS))).toEqual([
      { email: 'anna@example.com', document: '2019.pdf', mediaType: 'application/pdf', bytes: 13, sha256 },
      expect.objectContaining({ document: 'more/scan.png', mediaType: 'application/octet-stream', bytes: 10 }),
    ]);
  });

  it.each([
    ['in other capitals', 'Anna@Example.COM'],
    ['in another Unicode form', 'zoe\u0301@example.com'],
    ['composed', 'zo\u00e9@example.com'],
  ])('are found whatever the file system made of the name: %s', async (_, folder) => {
    put(`contracts/${folder}/a.txt`, 'x');
    const found = await collected(mapOf(DOCUMENTS), { email: ['anna@example.com', 'zo\u00e9@example.com'] });
    expect(found).toHaveLength(1);
  });

  it.each(['..', '../other', '/etc', 'a/../../other', '.', 'x\u0000', '..\\other', '*', '%2e%2e'])(
    'are never looked for anywhere else: %j',
    async (account) => {
      put('other/secret.txt', 'SECRET');
      put('contracts/someone/a.txt', 'theirs');
      const dataMap = mapOf(
        { path: 'contracts/{account}/' },
        [],
        {},
        { name: 'account', fides_meta: { identity: 'account' } },
      );
      expect(await collected(dataMap, { account: [account] })).toEqual([]);
    },
  );

  it('are one to a name, in which the value stands between other letters', async () => {
    put('cards/card-anna@example.com-v1.pdf', '%PDF-1');
    put('cards/card-bob@example.com-v1.pdf', '%PDF-1');
    put('cards/card-anna@example.com.pdf', '%PDF-1');
    const found = await collected(mapOf({ path: 'cards/card-{email}-v1.pdf' }));
    expect(found.map(({ document }) => document)).toEqual(['card-anna@example.com-v1.pdf']);
  });

  it.each([
    ['the folder', (outside: string) => symlinkSync(outside, path.join(root, 'contracts/anna@example.com'))],
    [
      'a file in it',
      (outside: string) => {
        mkdirSync(path.join(root, 'contracts/anna@example.com'), { recursive: true });
        symlinkSync(path.join(outside, 'secret.txt'), path.join(root, 'contracts/anna@example.com/a.txt'));
      },
    ],
    [
      'a pipe',
      () => {
        mkdirSync(path.join(root, 'contracts/anna@example.com'), { recursive: true });
        execFileSync('mkfifo', [path.join(root, 'contracts/anna@example.com/pipe')]);
      },
    ],
  ])('are not read through a link, and the search says so: %s', async (_, link) => {
    put('outside/secret.txt', 'SECRET');
    mkdirSync(path.join(root, 'contracts'));
    link(path.join(root, 'outside'));
    await expect(collected(mapOf(DOCUMENTS))).rejects.toMatchObject({ reason: 'badMap' });
  });

  it.each([
    ['json', '[{"id": 1.10, "tags": [1]}, {"id": 2}]', 'orders.json'],
    ['ndjson', '{"id": 1.10, "tags": [1]}\r\n\n{"id": 2}', 'orders.ndjson'],
    ['csv', '\ufeffid;tags\r\n1.10;"[1]"\r\n2;\r\n', 'orders.csv'],
  ])('hold records: %s', async (content, text, name) => {
    put(`anna@example.com/${name}`, text);
    put(`bob@example.com/${name}`, text);
    const found = await collected(mapOf({ path: `{email}/${name}`, content }, [{ name: 'id' }, { name: 'tags' }]));
    expect(found.map(({ email, id }) => [email, String(id)])).toEqual([
      ['anna@example.com', '1.1'.padEnd(content === 'csv' ? 4 : 3, '0')],
      ['anna@example.com', '2'],
    ]);
  });

  it.each([
    ['is cut', 'json', '[{"id":1},{"id"'],
    ['is something else', 'json', '"text"'],
    ['breaks a line', 'ndjson', '{"id":1}\n{"id":'],
    ['has a row too long', 'csv', 'id,tags\n1,2,3\n'],
    ['does not end a quote', 'csv', 'id,tags\n1,"2\n'],
    ['says that it is another’s', 'json', '[{"id":1,"email":"bob@example.com"}]'],
    ['is no UTF-8', 'csv', Buffer.from('id,tags\n\xff,1\n', 'latin1')],
  ])('are not taken for whole where one %s', async (_, content, text) => {
    put('anna@example.com/orders', text);
    const dataMap = mapOf({ path: '{email}/orders', content }, [{ name: 'id' }, { name: 'tags' }]);
    const failure = (await collected(dataMap).catch((cause: unknown) => cause)) as Error;
    expect(failure).toMatchObject({
      name: 'SourceError',
      reason: expect.stringMatching(/badMap|interrupted/) as string,
    });
    expect(failure.message).not.toContain('example.com');
  });

  it('are found by an index, each name below its folder', async () => {
    put('scans/index.csv', 'file,email,note\na/1.pdf,Anna@example.com,"one, two"\n2.pdf,bob@example.com,\n');
    put('scans/a/1.pdf', '%PDF-1');
    put('scans/2.pdf', '%PDF-1');
    const dataMap = mapOf({ index: 'scans/index.csv', name: 'file' }, [{ name: 'note' }]);
    expect(await collected(dataMap)).toMatchObject([
      { email: 'Anna@example.com', note: 'one, two', document: 'a/1.pdf' },
    ]);
  });

  it.each(['../secret.txt', '/etc/passwd', 'a/../../secret.txt', '..\\secret.txt', 'missing.pdf', ''])(
    'are not looked for where an index leads elsewhere: %j',
    async (name) => {
      put('secret.txt', 'SECRET');
      put('scans/index.csv', `file,email\n"${name}",anna@example.com\n`);
      await expect(collected(mapOf({ index: 'scans/index.csv', name: 'file' }))).rejects.toMatchObject({
        reason: 'badMap',
      });
    },
  );

  it('say in a check what is missing', async () => {
    const probe = () => openConnector(systemOf(mapOf(DOCUMENTS), 'share'), addresses()).probe();
    expect(await probe()).toMatchObject({
      ok: false,
      reason: 'badMap',
      detail: expect.stringContaining('contracts') as string,
    });
    mkdirSync(path.join(root, 'contracts'));
    expect(await probe()).toMatchObject({ ok: true, readOnly: false });
    rmSync(root, { recursive: true });
    expect(await probe()).toMatchObject({ ok: false, reason: 'unreachable' });
    const system = systemOf(mapOf(DOCUMENTS), 'share');
    expect(await openConnector(system, { SHARE_URL: 'share' }).probe()).toMatchObject({ reason: 'badMap' });
    expect(await openConnector(system, {}).probe()).toMatchObject({ reason: 'notConfigured' });
  });
});

describe('an erasure of files', () => {
  const erasing = (dataMap: DataMap) => ({
    erasure: systemErasures(
      dataMap,
      erasureSearch(dataMap, { email: ['anna@example.com'] }),
      {},
      localDate('2026-11-27'),
    )[0]!,
    eraser: openEraser(systemOf(dataMap, 'share'), addresses())!,
  });
  const quiet = { progress: async () => undefined, beforeCommit: async () => undefined };

  it('removes the person’s files and the folder that had their name, and looks again', async () => {
    put('contracts/anna@example.com/deep/2019.pdf', '%PDF-1');
    put('contracts/anna@example.com/2020.pdf', '%PDF-1');
    put('contracts/bob@example.com/2019.pdf', '%PDF-1');
    const { erasure, eraser } = erasing(mapOf(DOCUMENTS, [], { erasure: 'erase' }));
    const facts = await eraser.rehearse(erasure);
    expect(facts).toMatchObject({ obstacles: [], collections: [{ erased: 2 }] });
    expect(await eraser.erase(erasure, facts, quiet)).toMatchObject({ kind: 'erased' });
    expect(readdirSync(path.join(root, 'contracts'))).toEqual(['bob@example.com']);
    expect(await eraser.erase(erasure, facts, quiet)).toMatchObject({
      kind: 'erased',
      facts: { collections: [{ erased: 0 }] },
    });
  });

  it('leaves a file in which something has to stay, and an index, to a person', async () => {
    put('anna@example.com.json', '[{"id":1,"paid_at":"2026-01-01"}]');
    const keep = { keep: 'Tax', ground: 'GDPR-17-3-b', until: { period: 'P10Y', from: 'paid_at' } };
    const fields = [{ name: 'id', fides_meta: { primary_key: true } }, { name: 'paid_at' }];
    const records = erasing(mapOf({ path: '{email}.json', content: 'json' }, fields, { erasure: keep }));
    expect((await records.eraser.rehearse(records.erasure)).obstacles).toMatchObject([{ kind: 'denied' }]);
    put('scans/index.csv', 'file,email\n1.pdf,anna@example.com\n');
    put('scans/1.pdf', '%PDF-1');
    const index = erasing(mapOf({ index: 'scans/index.csv', name: 'file' }, [], { erasure: 'erase' }));
    const facts = await index.eraser.rehearse(index.erasure);
    expect(await index.eraser.erase(index.erasure, facts, quiet)).toMatchObject({ kind: 'changed' });
    expect(existsSync(path.join(root, 'scans/1.pdf'))).toBe(true);
  });
});
