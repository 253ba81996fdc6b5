import { afterEach, describe, expect, it } from 'vitest';
import { openConnector } from '@/lib/connectors/open';
import { BUCKET, bucketUrl, collectedFrom, DOCUMENTS, erasing, mapOf, placesOfFile, QUIET, s3 } from './file-places';
import { stepsOf, systemOf } from './source';

placesOfFile();

describe('files of a bucket alone', () => {
  const { put, addresses } = BUCKET;
  const dataMap = mapOf(DOCUMENTS, [], { erasure: 'erase' });
  const system = systemOf(dataMap, 'share');
  const step = () => stepsOf(dataMap, 'share', { email: ['anna@example.com'] }).papers!;
  const read = async () => {
    for await (const _ of openConnector(system, addresses()).collect(step()));
  };
  afterEach(() => {
    s3.fail = () => null;
    Object.assign(s3.settings, { isVersioned: false, may: () => true });
  });

  it('may be objects and folders at once, and have names with nothing in them', async () => {
    put('contracts/anna@example.com', 'an object where the folder is');
    put('contracts/anna@example.com/', '');
    put('contracts/anna@example.com/more', 'x');
    put('contracts/anna@example.com/more/', '');
    put('contracts/anna@example.com/more/a.txt', 'y');
    put('contracts/anna@example.com//b.txt', 'z');
    expect((await collectedFrom(BUCKET, dataMap)).map(({ document, bytes }) => [document, bytes])).toEqual(
      expect.arrayContaining([
        ['more', 1],
        ['more/a.txt', 1],
        ['/b.txt', 1],
      ]),
    );
  });

  it('are asked for by the names on the way only: no request holds more of what is looked for than the bucket does', async () => {
    put('contracts/Anna@Example.com/a.txt', 'x');
    s3.asked.length = 0;
    expect(await collectedFrom(BUCKET, dataMap)).toHaveLength(1);
    for (const { key, query } of s3.asked) expect(`${key}${query.get('prefix')}`).not.toContain('anna@example.com');
  });

  it('say in a check what is wrong', async () => {
    const probe = (given: Record<string, string> = addresses()) => openConnector(system, given).probe();
    expect(await probe()).toMatchObject({ reason: 'badMap', detail: expect.stringContaining('contracts') as string });
    put('contracts/bob@example.com/a.txt', 'x');
    expect(await probe()).toMatchObject({ ok: true, server: 's3://blobs/own/share/' });
    expect(await probe({ SHARE_URL: bucketUrl('own').replace('blobs', 'other') })).toMatchObject({
      reason: 'unreachable',
      detail: expect.stringContaining('no bucket "other"') as string,
    });
    expect(await probe({ SHARE_URL: 's3://blobs/x?colour=red' })).toMatchObject({ reason: 'badMap' });
    expect(await probe({ SHARE_URL: 's3://blobs/x?endpoint=http://127.0.0.1:9&forcePathStyle=true' })).toMatchObject({
      reason: 'unreachable',
    });
    s3.settings.may = () => false;
    expect(await probe()).toMatchObject({ reason: 'denied' });
  });

  it('that are written anew or go while they are read are read again later', async () => {
    const large = Buffer.alloc(9 * 1024 * 1024, 'a');
    put('contracts/anna@example.com/large.bin', large);
    s3.fail = ({ range }) => {
      if (range?.startsWith('bytes=4194304-'))
        put('contracts/anna@example.com/large.bin', Buffer.from(large).fill('b'));
      return null;
    };
    await expect(read()).rejects.toMatchObject({ reason: 'interrupted' });
    s3.fail = ({ range }) => {
      if (range) s3.bucket.whole.clear();
      return null;
    };
    await expect(read()).rejects.toMatchObject({ reason: 'interrupted' });
  });

  it('are waited for no longer than the map allows', async () => {
    put('contracts/anna@example.com/a.txt', 'x');
    s3.fail = () => 'hang';
    const late = AbortSignal.timeout(100);
    const reading = openConnector(system, addresses()).reading(late);
    await expect(reading.count(step())).rejects.toMatchObject({ name: 'SourceError', reason: 'timeout' });
  });

  it('are erased with the empty folders that name the person, and no one else’s', async () => {
    put('contracts/anna@example.com/', '');
    put('contracts/anna@example.com/deep/', '');
    put('contracts/anna@example.com/deep/2019.pdf', '%PDF-1');
    put('contracts/anna@example.com.au/2019.pdf', '%PDF-1');
    const { erasure, eraser } = erasing(BUCKET, dataMap);
    const facts = await eraser.rehearse(erasure);
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'erased' });
    expect([...s3.bucket.whole.keys()]).toEqual(['own/share/contracts/anna@example.com.au/2019.pdf']);
  });

  it.each<[string, () => void]>([
    ['keeps older versions', () => void (s3.settings.isVersioned = true)],
    [
      'does not let us see whether it does',
      () => void (s3.fail = ({ query }) => (query.has('versioning') ? { status: 403, code: 'AccessDenied' } : null)),
    ],
    ['may only be read', () => void (s3.settings.may = (_, method) => method !== 'DELETE')],
  ])('are never said to be erased where the bucket %s', async (_, make) => {
    put('contracts/anna@example.com/2019.pdf', '%PDF-1');
    const { erasure, eraser } = erasing(BUCKET, dataMap);
    const facts = await eraser.rehearse(erasure);
    make();
    await expect(eraser.erase(erasure, facts, QUIET)).rejects.toMatchObject({ reason: 'denied' });
    expect(s3.bucket.whole.size).toBe(1);
  });
});
