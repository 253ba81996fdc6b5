import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metered, newMeter } from '@/lib/documents/bundle/progress';

async function* numbered(count: number) {
  for (let id = 0; id < count; id++) yield { id };
}

async function pass(told: number[], meter: ReturnType<typeof newMeter>, count: number): Promise<number | undefined> {
  for await (const _ of metered(numbered(count), meter)) continue;
  return told.at(-1);
}

describe('how far a bundle is', () => {
  it('is a quarter when the first of the four files is written, and all only with the last', async () => {
    const told: number[] = [];
    const meter = newMeter((records) => told.push(records));
    expect(await pass(told, meter, 40_000)).toBe(10_000);
    expect(await pass(told, meter, 40_000)).toBe(20_000);
    meter.passed(40_000);
    expect(told.at(-1)).toBe(30_000);
    expect(await pass(told, meter, 40_000)).toBe(40_000);
  });

  it('only ever grows, and never beyond the records there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30_000), { maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        async (counts, spared) => {
          const told: number[] = [];
          const meter = newMeter((records) => told.push(records));
          for (const [at, count] of counts.entries()) {
            for (let file = 0; file < 4; file++) {
              if (spared[at * 4 + file]) meter.passed(count);
              else await pass(told, meter, count);
            }
          }
          const all = counts.reduce((sum, count) => sum + count, 0);
          expect(told).toEqual([...told].sort((a, b) => a - b));
          expect(told.at(-1) ?? 0).toBeLessThanOrEqual(all);
          expect(all - (told.at(-1) ?? 0)).toBeLessThan(2000);
        },
      ),
      { numRuns: 20 },
    );
  });
});
