import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkPath, chunkScript } from '@/lib/documents/viewer/viewer';
import { ViewerRows } from '@/lib/documents/viewer/rows';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { RecordLine } from '@/lib/domain/records/record-line';

/** What the page and the scripts beside it hold, as a browser would read it. */
function held(records: readonly DataRecord[]) {
  const [line, rows] = [new RecordLine(), new ViewerRows(() => '[hidden]')];
  for (const record of records) {
    const bytes = lineOf(record);
    line.read(bytes, 0, bytes.length - 1);
    rows.add(line, [0, 1]);
  }
  const [page, ...parts] = rows.take(true);
  const scripts = new Map<string, string>();
  const arrived = parts.map(({ bytes }, i) => {
    const path = chunkPath('viewer/a', i + 1);
    const text = chunkScript(path, bytes)
      .map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part)))
      .join('');
    scripts.set(path, text);
    const [, name, own] = /^rightsdeskRows\(("[^"]*"),([^]*)\)\n$/u.exec(text) ?? [];
    expect(JSON.parse(name!)).toBe(path);
    return JSON.parse(own!) as string[][];
  });
  const inPage = page ? (JSON.parse(`[${new TextDecoder().decode(page.bytes)}]`) as string[][]) : [];
  return { counts: parts.map(({ count }) => count), arrived, page: inPage, scripts };
}

describe('the records of the viewer', () => {
  it.each([0, 1, 499, 500, 501, 2500, 2501, 6000])(
    '%i of them are all there, each once and in their order',
    (count) => {
      const { counts, arrived, page } = held(Array.from({ length: count }, (_, n) => ({ n, text: `row ${n}` })));
      expect([...page, ...arrived.flat()].map(([n]) => Number(n))).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(arrived.map((rows) => rows.length)).toEqual(counts);
      expect(page.length).toBe(Math.min(count, 500));
    },
  );

  it('are the texts that they were, and close no script, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--\u2028')), {
          minLength: 1,
          maxLength: 20,
        }),
        (texts) => {
          const records = Array.from({ length: 510 }, (_, n) => ({ n, text: texts[n % texts.length] }));
          const { arrived, page, scripts } = held(records);
          expect([...page, ...arrived.flat()].map(([, text]) => text)).toEqual(records.map(({ text }) => text));
          expect([...scripts.values()].join()).not.toContain('<');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('make no file larger than somebody waits for, however long a record is', () => {
    const { scripts, page } = held(Array.from({ length: 40 }, (_, n) => ({ n, text: 'x'.repeat(300_000) })));
    expect(page.length).toBe(2);
    for (const text of scripts.values()) expect(text.length).toBeLessThan(1_400_000);
    expect(scripts.size).toBeGreaterThan(5);
  });
});
