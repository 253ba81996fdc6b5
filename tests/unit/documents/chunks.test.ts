import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInPage, writeChunks } from '@/lib/documents/viewer/chunks';
import type { DataRecord } from '@/lib/domain/records/json-text';

const COLUMNS = [
  { name: 'n', title: 'N' },
  { name: 'text', title: 'Text' },
];

async function* from(records: readonly DataRecord[]): AsyncGenerator<DataRecord> {
  yield* records;
}

/** What the page and the scripts beside it hold, as a browser would read it. */
async function held(records: readonly DataRecord[]) {
  const scripts = new Map<string, string>();
  const counts = await writeChunks('viewer/a', from(records), COLUMNS, (path, text) =>
    Promise.resolve(void scripts.set(path, text)),
  );
  const arrived = [...scripts].map(([path, text]) => {
    const [, name, rows] = /^rightsdeskRows\(("[^"]*"),([^]*)\)\n$/u.exec(text) ?? [];
    expect(JSON.parse(name!)).toBe(path);
    return JSON.parse(rows!) as string[][];
  });
  const page = (await rowsInPage(from(records), COLUMNS)).map((row) => JSON.parse(row) as string[]);
  return { counts, arrived, page, scripts };
}

describe('the records of the viewer', () => {
  it.each([0, 1, 499, 500, 501, 2500, 2501, 6000])(
    '%i of them are all there, each once and in their order',
    async (count) => {
      const { counts, arrived, page } = await held(Array.from({ length: count }, (_, n) => ({ n, text: `row ${n}` })));
      expect([...page, ...arrived.flat()].map(([n]) => Number(n))).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(arrived.map((rows) => rows.length)).toEqual(counts);
      expect(page.length).toBe(Math.min(count, 500));
    },
  );

  it('are the texts that they were, and close no script, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--\u2028')), {
          minLength: 1,
          maxLength: 20,
        }),
        async (texts) => {
          const records = Array.from({ length: 510 }, (_, n) => ({ n, text: texts[n % texts.length] }));
          const { arrived, page, scripts } = await held(records);
          expect([...page, ...arrived.flat()].map(([, text]) => text)).toEqual(records.map(({ text }) => text));
          expect([...scripts.values()].join()).not.toContain('<');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('make no file larger than somebody waits for, however long a record is', async () => {
    const { scripts, page } = await held(Array.from({ length: 40 }, (_, n) => ({ n, text: 'x'.repeat(300_000) })));
    expect(page.length).toBe(2);
    for (const text of scripts.values()) expect(text.length).toBeLessThan(1_400_000);
    expect(scripts.size).toBeGreaterThan(5);
  });
});
