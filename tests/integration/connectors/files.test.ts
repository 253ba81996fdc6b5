import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnector } from '@/lib/connectors/open';
import type { DataMap } from '@/lib/domain/datamap/types';
import { collectedFrom, DOCUMENTS, erasing, FOLDER, mapOf, PLACES, placesOfFile, QUIET, root } from './file-places';
import { systemOf } from './source';

placesOfFile();

describe.each(PLACES)('files of a %s', (_place, place) => {
  const { put } = place;
  const collected = (...given: [DataMap, Record<string, string[]>?]) => collectedFrom(place, ...given);

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
});

describe('files of a folder alone', () => {
  const { put, addresses } = FOLDER;
  const collected = (dataMap: DataMap) => collectedFrom(FOLDER, dataMap);

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

describe.each(PLACES)('an erasure of files of a %s', (_place, place) => {
  const { put, names } = place;

  it('removes the person’s files and the folder that had their name, and looks again', async () => {
    put('contracts/anna@example.com/deep/2019.pdf', '%PDF-1');
    put('contracts/anna@example.com/2020.pdf', '%PDF-1');
    put('contracts/bob@example.com/2019.pdf', '%PDF-1');
    const { erasure, eraser } = erasing(place, mapOf(DOCUMENTS, [], { erasure: 'erase' }));
    const facts = await eraser.rehearse(erasure);
    expect(facts).toMatchObject({ obstacles: [], collections: [{ erased: 2 }] });
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'erased' });
    expect(names().filter((name) => name !== 'contracts')).toEqual([
      'contracts/bob@example.com',
      'contracts/bob@example.com/2019.pdf',
    ]);
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({
      kind: 'erased',
      facts: { collections: [{ erased: 0 }] },
    });
  });

  it('leaves a file in which something has to stay, and an index, to a person', async () => {
    put('anna@example.com.json', '[{"id":1,"paid_at":"2026-01-01"}]');
    const keep = { keep: 'Tax', ground: 'GDPR-17-3-b', until: { period: 'P10Y', from: 'paid_at' } };
    const fields = [{ name: 'id', fides_meta: { primary_key: true } }, { name: 'paid_at' }];
    const records = erasing(place, mapOf({ path: '{email}.json', content: 'json' }, fields, { erasure: keep }));
    expect((await records.eraser.rehearse(records.erasure)).obstacles).toMatchObject([{ kind: 'denied' }]);
    put('scans/index.csv', 'file,email\n1.pdf,anna@example.com\n');
    put('scans/1.pdf', '%PDF-1');
    const index = erasing(place, mapOf({ index: 'scans/index.csv', name: 'file' }, [], { erasure: 'erase' }));
    const facts = await index.eraser.rehearse(index.erasure);
    expect(await index.eraser.erase(index.erasure, facts, QUIET)).toMatchObject({ kind: 'changed' });
    expect(names()).toContain('scans/1.pdf');
  });
});
