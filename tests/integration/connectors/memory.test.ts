import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceWith, type Source } from './source';

const READER = path.join(import.meta.dirname, 'read-slowly.ts');

describe('memory', () => {
  let source: Source;

  beforeAll(async () => {
    source = await sourceWith(`CREATE VIEW wide AS
      SELECT n AS id, CASE WHEN n <= 5000 THEN 'small@example.com' ELSE 'large@example.com' END AS email, repeat(md5(n::text), 24) AS words FROM generate_series(1, 105000) n`);
  });
  afterAll(() => source.drop());

  const read = async (email: string): Promise<{ records: number; megabytes: number }> => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      READER,
      source.readerUrl,
      email,
    ]);
    return JSON.parse(stdout) as { records: number; megabytes: number };
  };

  it('does not grow with the number of records, though the reader is slower than the source', async () => {
    const small = await read('small@example.com');
    const large = await read('large@example.com');
    expect([small.records, large.records]).toEqual([5000, 100_000]);
    // 100,000 records are 80 MB: held together they would more than double the process.
    expect(large.megabytes / small.megabytes).toBeLessThan(1.5);
  });
});
