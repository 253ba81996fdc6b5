import { expect, test } from 'vitest';
import { codeUnder, filesUnder, productCode, read } from './sources';

const linesOf = (path: string): number => read(path).trimEnd().split('\n').length;
const sum = (paths: string[]): number => paths.reduce((lines, path) => lines + linesOf(path), 0);

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

test('no file is longer than 400 lines', () => {
  const long = [
    ...productCode(),
    ...codeUnder('tests'),
    ...[...filesUnder('app'), ...filesUnder('lib')].filter((path) => path.endsWith('.css')),
  ].filter((path) => linesOf(path) > 400);
  expect(long.map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
});

test('half of the files have 70 lines or fewer, and all but a few 250', () => {
  const lengths = productCode()
    .map(linesOf)
    .sort((a, b) => a - b);
  expect({ median: quantile(lengths, 0.5) <= 70, p95: quantile(lengths, 0.95) <= 250 }).toEqual({
    median: true,
    p95: true,
  });
});

test('the law and the logic have at least as many lines of tests as of code', () => {
  const nouns = new Set(filesUnder('lib/domain').map((path) => path.split('/')[2] as string));
  const tests = codeUnder('tests/unit').filter((path) => nouns.has(path.split('/')[2] as string));
  // What is made from the messages is longer with each language, and nobody wrote it.
  const code = codeUnder('lib/domain').filter((path) => !path.endsWith('.generated.ts'));
  expect(sum(tests) / sum(code)).toBeGreaterThanOrEqual(1);
});
