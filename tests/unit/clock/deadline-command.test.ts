import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VECTORS } from './vectors';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CLI = path.join(ROOT, 'lib/cli/rightsdesk.js');

async function deadline(args: readonly string[], input: string | Buffer) {
  const child = spawn(process.execPath, [CLI, 'deadline', ...args], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
  // A command that fails before it reads closes its end first.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exit, stdout, stderr };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deadline-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rightsdesk deadline', { timeout: 60_000 }, () => {
  it('answers the worked examples from a file, in order', async () => {
    const file = path.join(folder, 'situations.json');
    await writeFile(file, JSON.stringify(VECTORS));
    const { code, stdout, stderr } = await deadline([file], '');
    expect([code, stderr]).toEqual([0, '']);
    const answers: unknown[] = JSON.parse(stdout);
    expect(answers).toMatchObject(VECTORS.map(({ id, expected }) => ({ id, computed: expected })));
  });

  it('answers a bad entry in place, goes on, and ends with 1', async () => {
    const { code, stdout } = await deadline(['-'], JSON.stringify([{ id: 'bad' }, VECTORS[0]]));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'bad', error: expect.stringContaining('regime') },
      { id: 'G01', computed: { due: '2026-04-07' } },
    ]);
  });

  it('reads standard input where no file is named, an empty list too', async () => {
    expect(await deadline([], '[]')).toMatchObject({ code: 0, stdout: '[]\n' });
  });

  it.each([
    ['UTF-8 with a mark, as Notepad writes', Buffer.from('\uFEFF[]')],
    ['UTF-16 with a mark, as PowerShell 5 writes', Buffer.from('\uFEFF[ ]', 'utf16le')],
    ['UTF-16 with the larger byte first', Buffer.from('\uFEFF[ ]', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('[ ]', 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    const file = path.join(folder, 'windows.json');
    await writeFile(file, bytes);
    expect(await deadline([file], '')).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(await deadline(['-'], bytes)).toMatchObject({ code: 0, stdout: '[]\n' });
  });

  it('names a file in another encoding', async () => {
    const { code, stderr } = await deadline(['-'], Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]));
    expect([code, stderr]).toEqual([1, 'The input is not text in UTF-8. Save it as UTF-8.\n']);
  });

  it.each([
    ['not json', 'The input is not JSON'],
    ['', 'The input is not JSON'],
    ['{"id":"A1"}', 'must be a JSON array'],
  ])('refuses %j with a sentence', async (input, message) => {
    const { code, stdout, stderr } = await deadline(['-'], input);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('names a file that cannot be read', async () => {
    const { code, stderr } = await deadline([path.join(folder, 'missing.json')], '');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot read .*missing\.json \(ENOENT\)\. Name a JSON file, or - for standard input\.\n$/);
  });
});
