import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { merkleTree } from '@/lib/domain/audit/merkle';
import type { AuditEvent } from '@/lib/domain/log/schema';
import { rawPublicKey, verifierKey } from '@/lib/domain/audit/signed-note';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const key = { name: 'rights.example/log', publicKey: rawPublicKey(pem) };
const sign = (message: Uint8Array): Uint8Array => signWith(null, message, privateKey);

const events: AuditEvent[] = Array.from({ length: 9 }, (_, n) => ({
  v: 1,
  id: `event-${n}`,
  at: '2026-11-22T09:30:00.000Z',
  actor: { kind: 'staff', id: 's-1' },
  kind: 'CaseRead',
  data: { view: 'facts' },
}));

const rootOf = (size: number): Uint8Array => merkleTree(events.slice(0, size).map(eventHash)).root;

const noteOf = (size: number): string => signCheckpoint(merkleTree(events.slice(0, size).map(eventHash)), key, sign);
let folder: string;
const at = (name: string): string => path.join(folder, name);
const verify = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['lib/cli/rightsdesk.js', 'audit', 'verify', ...args.map((arg) => arg.replace('@', `${folder}/`))],
    { encoding: 'utf8' },
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'log-'));
  const tree = merkleTree(events.slice(0, 8).map(eventHash));
  const entries = events.map((event, index) => ({ event, index }));
  const log = JSON.stringify(
    exportLog({
      exportedAt: '2026-11-22T10:00:00.000Z',
      key,
      checkpoint: noteOf(8),
      tree,
      earlier: [{ checkpoint: noteOf(3), size: 3 }],
      entries,
    }),
  );
  await writeFile(at('log.json'), log);
  await writeFile(at('changed.json'), log.replace('event-5', 'event-6'));
  await writeFile(at('keys.json'), JSON.stringify({ keys: [{ pem, log: verifierKey(key) }] }));
  await writeFile(at('other.key'), verifierKey({ ...key, publicKey: new Uint8Array(32) }));
  await writeFile(at('key.pem'), pem);
  await writeFile(at('kept.txt'), noteOf(3));
  await writeFile(at('between.txt'), noteOf(5));
  await writeFile(
    at('kept.jsonl'),
    [3, 5]
      .map(
        (size) =>
          `${JSON.stringify({ size, root: Buffer.from(rootOf(size)).toString('base64'), signedAt: '2026-11-22T09:40:00.000Z', note: noteOf(size) })}\n`,
      )
      .join(''),
  );
  await writeFile(at('other-past.txt'), signCheckpoint({ size: 5, root: rootOf(4) }, key, sign));
  await writeFile(at('longer.txt'), noteOf(9));
});

afterAll(() => rm(folder, { recursive: true }));

describe('rightsdesk audit verify', () => {
  it('shows that the log is whole, and what the checkpoint does not cover yet', () => {
    const answer = verify('@log.json', '--key', '@keys.json', '--against', '@kept.txt');
    expect([answer.status, answer.stderr]).toEqual([0, '']);
    expect(answer.stdout).toContain(
      '✓ 8 events are in the log rights.example/log, unchanged and in their places, of 8 up to the checkpoint',
    );
    expect(answer.stdout).toContain('that is the whole log up to there');
    expect(answer.stdout).toContain('1 events are newer than the checkpoint');
  });

  it.each(['kept.txt', 'between.txt', 'kept.jsonl'])(
    'compares with what was kept, also between the checkpoints of the file: %s',
    (kept) => {
      expect(verify('@log.json', '--key', '@keys.json', '--against', `@${kept}`)).toMatchObject({
        status: 0,
        stderr: '',
      });
    },
  );

  it('prints JSON, and warns nobody in it', () => {
    expect(JSON.parse(verify('@log.json', '--json').stdout)).toMatchObject({
      ok: true,
      sealed: 8,
      unsealed: 1,
      complete: true,
      origin: 'rights.example/log',
      earlierSizes: [3],
    });
  });

  it('says that the key came from the file when it did', () => {
    expect(verify('@log.json')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('compare it with the published one') as string,
    });
  });

  it.each([
    [['@changed.json'], 1, 'An event is not in the log as it stands here'],
    [['@log.json', '--key', '@other.key'], 1, 'was not signed by this key'],
    [['@log.json', '--key', '@key.pem'], 1, 'holds no key of a log'],
    [['@log.json', '--against', '@longer.txt'], 1, 'does not speak of the checkpoint you kept'],
    [['@log.json', '--against', '@other-past.txt'], 1, 'its past was written anew'],
    [['@log.json', '--against', '@keys.json'], 1, 'holds no checkpoint'],
    [['package.json'], 1, 'not an exported log'],
    [['no-such.json'], 1, 'Cannot read no-such.json (ENOENT). Name the exported log.'],
    [[], 2, 'missing required argument'],
  ])('says what is wrong: %j', (args, status, message) => {
    const answer = verify(...args);
    expect([answer.status, answer.stdout, answer.stderr]).toEqual([status, '', expect.stringContaining(message)]);
  });
});
