import { readdirSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/cases/data';
import { allRecords, readRecords, searchRecords } from '@/lib/features/records/data';
import { keepRecords } from '@/lib/features/records/mutations';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { collecting } from '../requests/walk';

const COLLECTION = 'shop.invoice';
const COUNT = 4000;

const record = (no: number) => ({ id: String(no), filler: 'x'.repeat(400), note: no === 3210 ? 'Ивано\u0306в и Ñandú' : `note ${no}`, deep: { tags: [`tag-${no}`] } });

let instance: TestInstance;
let task: { caseId: string; taskId: string };

beforeAll(async () => {
  instance = await anInstance();
  task = await collecting();
});
afterAll(() => instance.stop());

/** Chunks of whole lines, as many in each as `sizes` says in turn. */
async function* chunks(count: number, sizes: readonly number[] = [1, 7, 300]): AsyncGenerator<Buffer> {
  for (let [no, turn] = [0, 0]; no < count; turn++) {
    const until = Math.min(count, no + sizes[turn % sizes.length]!);
    yield Buffer.from(Array.from({ length: until - no }, (_, at) => `${JSON.stringify(record(no + at))}\n`).join(''));
    no = until;
  }
}

async function keep(lines: AsyncIterable<Buffer>): Promise<{ records: number; bytes: number; heard: number[] }> {
  const heard: number[] = [];
  const key = keyOf((await caseRow(task.caseId))!);
  const kept = await keepRecords({ ...task, key }, COLLECTION, lines, async (records) => void heard.push(records));
  return { ...kept, heard };
}

const parts = () => db().collectedPart.findMany({ where: { caseId: task.caseId }, orderBy: { partNo: 'asc' } });
const files = (): string[] => readdirSync(path.join(instance.blobDir, 'cases', task.caseId), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);

const numbers = (records: readonly { recordNo: number }[]): number[] => records.map(({ recordNo }) => recordNo);
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

describe('records kept in parts', () => {
  it('are all there, in order, each under its number, and progress was heard after each part', async () => {
    const { records, heard } = await keep(chunks(COUNT));
    expect(records).toBe(COUNT);
    const rows = await parts();
    expect(rows.length).toBeGreaterThan(3);
    expect(heard).toEqual(rows.map(({ firstRecord, records: own }) => firstRecord + own));
    let expected = 0;
    for await (const { recordNo, record: kept } of allRecords(task.caseId, COLLECTION)) {
      if (recordNo % 500 === 0) expect(kept).toEqual(record(recordNo));
      expect(recordNo).toBe(expected++);
    }
    expect(expected).toBe(COUNT);
  });

  it('are read in any page, also across the border of two parts and past the end', async () => {
    const borders = (await parts()).slice(1).map(({ firstRecord }) => firstRecord);
    for (const border of borders) {
      for (const [from, count] of [[border - 2, 4], [border, 1], [border - 1, 1], [border - 1, 2]] as const) {
        expect(numbers(await readRecords(task.caseId, COLLECTION, from, count))).toEqual(range(from, from + count));
      }
    }
    expect(numbers(await readRecords(task.caseId, COLLECTION, 0, COUNT + 10))).toEqual(range(0, COUNT));
    expect(numbers(await readRecords(task.caseId, COLLECTION, COUNT - 1, 50))).toEqual([COUNT - 1]);
    expect(await readRecords(task.caseId, COLLECTION, COUNT, 50)).toEqual([]);
    expect(await readRecords(task.caseId, 'shop.nothing', 0, 50)).toEqual([]);
  });

  it('are searched in every value, whatever the case and however the letters were composed', async () => {
    for (const typed of ['ивано\u0306в', 'ÑANDÚ', 'n\u0303andu\u0301']) expect(await searchRecords(task.caseId, COLLECTION, typed, 10)).toEqual([3210]);
    expect(await searchRecords(task.caseId, COLLECTION, 'tag-1999', 10)).toEqual([1999]);
    expect(await searchRecords(task.caseId, COLLECTION, 'NOTE 39', 10)).toEqual([39, 390, 391, 392, 393, 394, 395, 396, 397, 398]);
    expect(await searchRecords(task.caseId, COLLECTION, 'nowhere', 10)).toEqual([]);
  });

  it('are sealed: the files show nothing of them and are of no use at another place', async () => {
    const [first, second] = (await parts()).map(({ blobKey }) => path.join(instance.blobDir, blobKey)) as [string, string];
    expect((await readFile(first)).includes('note 1')).toBe(false);
    const kept = await readFile(second);
    await copyFile(first, second);
    await expect(readRecords(task.caseId, COLLECTION, 0, COUNT)).rejects.toThrow();
    await writeFile(second, kept);
  });

  it('are replaced as a whole when the collection begins again, with nothing left of before', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* chunks(2500);
      throw new Error('the line was cut');
    }
    await expect(keep(broken())).rejects.toThrow('the line was cut');
    expect((await db().sourceResult.findFirstOrThrow({ where: { caseId: task.caseId, collectionId: COLLECTION } })).result).toBe('collecting');
    const { records } = await keep(chunks(1200, [1200]));
    expect(records).toBe(1200);
    expect(numbers(await readRecords(task.caseId, COLLECTION, 0, COUNT))).toEqual(range(0, 1200));
    expect(files()).toHaveLength((await parts()).length);
  });

  it('may be none', async () => {
    expect(await keep(chunks(0))).toEqual({ records: 0, bytes: 0, heard: [] });
    expect(files()).toEqual([]);
  });
});
