import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '@/lib/connectors/postgres/json-lines';

/** As COPY's text format writes a line: a backslash doubled, control characters by a letter. */
const copied = (line: string): string =>
  line.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');

async function* cut(bytes: Buffer, at: readonly number[]): AsyncGenerator<Buffer> {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  for (const [index, from] of [0, ...places].entries()) yield bytes.subarray(from, places[index] ?? bytes.length);
}

async function read(bytes: Buffer, at: readonly number[]): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of jsonLines(cut(bytes, at))) chunks.push(chunk.toString('utf8'));
  return chunks;
}

describe('rows of COPY as JSON Lines', () => {
  it('are the same wherever the network cuts them, and each chunk ends with a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.json(), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (rows, at) => {
          const chunks = await read(Buffer.from(rows.map((row) => `${copied(row)}\n`).join('')), at);
          expect(chunks.join('')).toBe(rows.map((row) => `${row}\n`).join(''));
          for (const chunk of chunks) expect(chunk.endsWith('\n')).toBe(true);
        },
      ),
    );
  });

  it('keep what a value says when a stored line end becomes a space', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.array(fc.nat(), { maxLength: 6 }), async (value, at) => {
        const stored = JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n');
        const [line = ''] = await read(Buffer.from(`${copied(stored)}\n`), at);
        expect(line.slice(0, -1)).not.toMatch(/[\n\r\t]/);
        expect(JSON.parse(line)).toEqual(JSON.parse(stored));
      }),
    );
  });

  it('of nobody are nothing', async () => {
    expect(await read(Buffer.alloc(0), [])).toEqual([]);
  });
});
