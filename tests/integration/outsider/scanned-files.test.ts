import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dropFiles, keepFiles } from '@/lib/features/files/mutations';
import { scan } from '@/lib/platform/clamd';
import { submit } from '@/tests/integration/requests/walk';
import { clamd, EICAR } from '@/tests/support/clamd';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';

let scanner: Awaited<ReturnType<typeof clamd>>;
let instance: TestInstance;
let caseId: string;
beforeAll(async () => {
  scanner = await clamd(12 * 1024 * 1024);
  instance = await anInstance({ CLAMD_URL: scanner.url });
  ({ caseId } = await submit());
});
afterAll(async () => {
  await instance.stop();
  await scanner.close();
});
afterEach(() => {
  scanner.manner = 'scan';
  scanner.streams.length = 0;
});

const file = (name: string, content: string | Uint8Array) => ({ name, bytes: Buffer.from(content) });

/** A picture of one dot with something behind it that no viewer shows. */
function pictureWith(more: string): Buffer {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('tEXt', Buffer.from(more)),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a file that somebody sends', () => {
  it('is seen by the scanner as it came, in order, and kept when it is clean', async () => {
    const sent = [file('a.txt', 'one'), file('b.png', pictureWith('where it was taken'))];
    const kept = await keepFiles(caseId, sent);
    if ('problem' in kept) throw new Error(kept.problem);
    expect(kept.files.map(({ name }) => name)).toEqual(['a.txt', 'b.png']);
    expect(scanner.streams.map((stream) => stream.toString('latin1'))).toEqual(
      sent.map(({ bytes }) => bytes.toString('latin1')),
    );
    await dropFiles(kept.files);
  });

  it('is refused with its name where it is infected, also in what would be left out of it, and nothing of the message is kept', async () => {
    const folder = () =>
      import('node:fs').then(({ readdirSync }) => readdirSync(instance.blobDir, { recursive: true }).length);
    const before = await folder();
    for (const bad of [file('bad.txt', EICAR), file('bad.png', pictureWith(EICAR))])
      expect(await keepFiles(caseId, [file('good.txt', 'x'), bad])).toEqual({ problem: 'infected', name: bad.name });
    expect(await folder()).toBe(before);
  });

  it.each(['cut', 'babble', 'strange'] as const)('is refused where the scanner does its worst: %s', async (manner) => {
    scanner.manner = manner;
    expect(await keepFiles(caseId, [file('a.txt', 'one')])).toEqual({ problem: 'unscanned', name: 'a.txt' });
    expect(await keepFiles(caseId, [])).toEqual({ files: [] });
  });

  it('is refused where the scanner says nothing, after half a minute', async () => {
    scanner.manner = 'hang';
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const scanned = scan(Buffer.from('one'));
      vi.advanceTimersByTime(29_999);
      expect(await Promise.race([scanned, setImmediate('waiting')])).toBe('waiting');
      vi.advanceTimersByTime(1);
      expect(await scanned).toBe('unscanned');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is refused where it is larger than the scanner takes', async () => {
    expect(await scan(Buffer.alloc(13 * 1024 * 1024))).toBe('unscanned');
    expect(await scan(Buffer.alloc(11 * 1024 * 1024))).toBe('clean');
  });

  it('is clean where nothing is in it, and infected wherever in it something is', async () => {
    expect(await scan(new Uint8Array())).toBe('clean');
    for (const before of [0, 65_535, 65_536, 200_000])
      expect(await scan(Buffer.concat([Buffer.alloc(before), Buffer.from(EICAR), Buffer.alloc(9)]))).toBe('infected');
  });
});

describe('an operator', () => {
  const check = (settings: Record<string, string>) =>
    new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        ['lib/cli/rightsdesk.js', 'check', 'uploads'],
        { env: { ...process.env, ...settings } },
        (_, stdout, stderr) => resolve(stdout + stderr),
      );
    });

  it('is told whether the scanner answers, and that there is none', async () => {
    expect(await check({})).toContain('✓ uploads: files that people send are scanned by ClamAV');
    expect(await check({ CLAMD_URL: 'tcp://127.0.0.1:9' })).toContain('so no file is taken from anybody');
    expect(await check({ CLAMD_URL: 'unix:/nowhere/clamd.ctl' })).toContain('so no file is taken from anybody');
    expect(await check({ CLAMD_URL: '' })).toContain('not scanned');
    expect(await check({ CLAMD_URL: 'clamd' })).toContain('check config');
  });
});
