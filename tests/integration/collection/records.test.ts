import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { allRecords, readRecords, RecordsMissing, searchRecords } from '@/lib/features/collection/data/records';
import { clearTriesBefore, keepRecords, Overtaken } from '@/lib/features/collection/mutations/keep';
import { parseRecord } from '@/lib/domain/records/json-text';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { collecting } from '../requests/walk';

const COLLECTION = 'shop.invoice';
const COUNT = 12_000;

const record = (no: number) => ({
  id: String(no),
  filler: 'x'.repeat(400),
  note: no === 3210 ? 'Ивано\u0306в и Ñandú' : `note ${no}`,
  deep: { tags: [`tag-${no}`] },
});

const instance = instanceOfFile();
let task: { caseId: string; taskId: string };

beforeAll(async () => {
  const { caseId, taskId } = await collecting();
  task = { caseId, taskId };
});

/** Chunks of whole lines, as many in each as `sizes` says in turn. */
async function* chunks(count: number, sizes: readonly number[] = [1, 7, 300]): AsyncGenerator<Buffer> {
  for (let [no, turn] = [0, 0]; no < count; turn++) {
    const until = Math.min(count, no + sizes[turn % sizes.length]!);
    yield Buffer.from(Array.from({ length: until - no }, (_, at) => `${JSON.stringify(record(no + at))}\n`).join(''));
    no = until;
  }
}

/** A try that keeps these lines and, unless it comes to grief, answers. */
async function keep(lines: AsyncIterable<Buffer>): Promise<number> {
  const { attempts: attempt } = await db().collectionTask.update({
    where: { id: task.taskId },
    data: { attempts: { increment: 1 }, state: 'running', records: 0 },
  });
  const own = { ...task, attempt, key: keyOf((await caseRow(task.caseId))!) };
  await clearTriesBefore(own, attempt);
  const records = await keepRecords(own, COLLECTION, lines);
  await db().sourceResult.deleteMany({ where: { taskId: task.taskId } });
  await db().sourceResult.create({
    data: {
      id: randomUUID(),
      ...task,
      collectionId: COLLECTION,
      result: records > 0 ? 'found' : 'nothing',
      records,
      answeredAt: new Date(),
    },
  });
  return records;
}

const parts = () => db().collectedPart.findMany({ where: { taskId: task.taskId }, orderBy: { partNo: 'asc' } });
/** Names of the files of this system; those of this portal's own records lie beside them. */
async function files(): Promise<string[]> {
  const others = await db().collectedPart.findMany({ where: { caseId: task.caseId, taskId: { not: task.taskId } } });
  const names = new Set(others.map(({ blobKey }) => path.basename(blobKey)));
  return readdirSync(path.join(instance.blobDir, 'cases', task.caseId), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !names.has(entry.name))
    .map(({ name }) => name);
}

const numbers = (records: readonly { recordNo: number }[]): number[] => records.map(({ recordNo }) => recordNo);
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

describe('records kept in parts', () => {
  it('are all there, in order, each under its number, and counted in the task', async () => {
    expect(await keep(chunks(COUNT))).toBe(COUNT);
    const rows = await parts();
    expect(rows.length).toBeGreaterThan(3);
    expect(await db().collectionTask.findUniqueOrThrow({ where: { id: task.taskId } })).toMatchObject({
      records: COUNT,
    });
    let expected = 0;
    for await (const { recordNo, record: kept } of allRecords(task.caseId, COLLECTION)) {
      if (recordNo % 500 === 0) expect(kept).toEqual(parseRecord(JSON.stringify(record(recordNo))));
      expect(recordNo).toBe(expected++);
    }
    expect(expected).toBe(COUNT);
  });

  it('are read in any page, also across the border of two parts and past the end', async () => {
    const borders = (await parts()).slice(1).map(({ firstRecord }) => firstRecord);
    for (const border of borders) {
      for (const [from, count] of [
        [border - 2, 4],
        [border, 1],
        [border - 1, 1],
        [border - 1, 2],
      ] as const) {
        expect(numbers(await readRecords(task.caseId, COLLECTION, from, count))).toEqual(range(from, from + count));
      }
    }
    expect(numbers(await readRecords(task.caseId, COLLECTION, 0, COUNT + 10))).toEqual(range(0, COUNT));
    expect(numbers(await readRecords(task.caseId, COLLECTION, COUNT - 1, 50))).toEqual([COUNT - 1]);
    expect(await readRecords(task.caseId, COLLECTION, COUNT, 50)).toEqual([]);
    expect(await readRecords(task.caseId, 'shop.nothing', 0, 50)).toEqual([]);
  });

  it('are searched in every value, whatever the case and however the letters were composed', async () => {
    for (const typed of ['ивано\u0306в', 'ÑANDÚ', 'n\u0303andu\u0301'])
      expect(await searchRecords(task.caseId, COLLECTION, typed, 10)).toEqual([3210]);
    expect(await searchRecords(task.caseId, COLLECTION, 'tag-1999', 10)).toEqual([1999]);
    expect(await searchRecords(task.caseId, COLLECTION, 'NOTE 39', 10)).toEqual([
      39, 390, 391, 392, 393, 394, 395, 396, 397, 398,
    ]);
    expect(await searchRecords(task.caseId, COLLECTION, 'nowhere', 10)).toEqual([]);
  });

  it('are sealed: the files show nothing of them and are of no use at another place', async () => {
    const [first, second] = (await parts()).map(({ blobKey }) => path.join(instance.blobDir, blobKey)) as [
      string,
      string,
    ];
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
    expect(await keep(chunks(1200, [1200]))).toBe(1200);
    expect(numbers(await readRecords(task.caseId, COLLECTION, 0, COUNT))).toEqual(range(0, 1200));
    expect(await files()).toHaveLength((await parts()).length);
  });

  it('are no business of a try that was overtaken: it fails with its next part and takes nothing of the newer one along', async () => {
    // The older try may come to its end before the newer one has kept its last part.
    let newer = Promise.resolve(0);
    async function* overtaken(): AsyncGenerator<Buffer> {
      yield* chunks(2500);
      newer = keep(chunks(1300));
      await newer;
      yield* chunks(2500);
    }
    await expect(keep(overtaken())).rejects.toThrow(Overtaken);
    expect(await newer).toBe(1300);
    expect(numbers(await readRecords(task.caseId, COLLECTION, 0, COUNT))).toEqual(range(0, 1300));
  });

  it('may be none', async () => {
    expect(await keep(chunks(0))).toBe(0);
    expect(await parts()).toEqual([]);
  });

  it('are not read where they are not what was answered', async () => {
    await keep(chunks(COUNT));
    const [first] = await parts();
    await db().collectedPart.delete({ where: { id: first!.id } });
    await expect(readRecords(task.caseId, COLLECTION, COUNT - 1, 1)).rejects.toThrow(RecordsMissing);
  });
});
