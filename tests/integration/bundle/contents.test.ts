import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flattenedVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import type { Manifest } from '@/lib/domain/bundle/schema';
import { OPENSSL_COMMAND, SUMS_COMMAND } from '@/lib/documents/bundle/contents';
import type { WrittenBundle } from '@/lib/documents/bundle/write';
import { jwkOf, minisignKey } from '@/lib/documents/bundle/signatures';
import { aSigningKey, HARD_TEXTS, writeSample } from './sample';
import { filesOf, unpack } from './unpack';

let folder: string;
let made: WrittenBundle;
let files: Map<string, Buffer>;
const progress: number[] = [];
const KEY = aSigningKey();
const PLAIN = { description: null, unit: null, values: null, technical: false, hidden: 0 };

const zipFile = (): string => path.join(folder, 'bundle.zip');
const text = (name: string): string => files.get(name)!.toString('utf8');
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const has = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;
const run = (command: string) =>
  spawnSync(command, { shell: true, cwd: path.join(folder, 'unpacked'), encoding: 'utf8' });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  made = await writeSample(zipFile(), { ...KEY, onProgress: (records) => progress.push(records) }, 5000);
  files = await filesOf(zipFile());
  await unpack(zipFile(), path.join(folder, 'unpacked'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the files of a bundle', () => {
  it('are the viewer, the report, the data, the dictionary and what checks them', () => {
    expect([...files.keys()].sort()).toEqual([
      'CHECK-ME.txt',
      'SHA256SUMS',
      'data/accounts.profile.csv',
      'data/accounts.profile.json',
      'data/ads.profile.csv',
      'data/ads.profile.json',
      'data/calls.calls.csv',
      'data/calls.calls.json',
      'data/calls.calls.spreadsheet.csv',
      'data/support.tickets.csv',
      'data/support.tickets.json',
      'data/support.tickets.spreadsheet.csv',
      'fields.json',
      'hidden.json',
      'index.html',
      'manifest.json',
      'manifest.json.jws',
      'manifest.json.minisig',
      'manifest.json.sig',
      'public-key.pem',
      'report.pdf',
      'viewer/calls.calls/1.js',
      'viewer/calls.calls/2.js',
      'viewer/calls.calls/3.js',
    ]);
  });

  it('are what the manifest says', () => {
    const manifest = JSON.parse(text('manifest.json')) as Manifest;
    expect(canonicalJson(manifest)).toBe(text('manifest.json'));
    expect(manifest.files).toHaveLength(files.size - 4);
    for (const file of manifest.files) {
      expect([file.path, file.sha256, file.sizeBytes]).toEqual([
        file.path,
        sha(files.get(file.path)!),
        files.get(file.path)!.length,
      ]);
    }
  });

  it('are what the maker of the bundle was told', async () => {
    expect(made.sizeBytes).toBe((await stat(zipFile())).size);
    expect(made.manifestSha256).toBe(sha(files.get('manifest.json')!));
    expect(made.records).toBe(1 + 5000 + Object.keys(HARD_TEXTS).length);
    expect(
      made.files.filter(({ collectionId }) => collectionId === 'calls.calls').map(({ records }) => records),
    ).toEqual([5000, 5000, 5000]);
    expect(progress).toEqual([2001, 4001, made.records]);
  });
});

describe('the data', () => {
  it('are every text letter by letter, in JSON and in CSV', () => {
    const records = JSON.parse(text('data/support.tickets.json')) as { id: string; text: string }[];
    expect(Object.fromEntries(records.map((record) => [record.id, record.text]))).toEqual(HARD_TEXTS);
    const csv = text('data/support.tickets.csv');
    for (const hard of Object.values(HARD_TEXTS)) expect(csv).toContain(hard.replaceAll('"', '""'));
  });

  it('keep what the data map does not name, and nothing for null', () => {
    expect(text('data/accounts.profile.csv')).toBe(
      '\uFEFFid,name,email,nickname,avatar\r\n17,Nadia Weber,nadia.weber@example.lu,Надя,\r\n',
    );
  });

  it('keep numbers that do not fit into a double', () => {
    expect(text('data/calls.calls.csv')).toContain('9007199254740993,');
  });

  it('have a guarded copy only where a cell needs it, and plain values everywhere else', () => {
    expect(text('data/support.tickets.csv')).toContain('formula,"=HYPERLINK');
    expect(text('data/support.tickets.spreadsheet.csv')).toContain(`formula,"'=HYPERLINK`);
    expect(text('data/calls.calls.csv')).toContain(',+352691555000,');
    expect(text('data/calls.calls.spreadsheet.csv')).toContain(",'+352691555000,");
  });

  it('are empty files where nothing was found', () => {
    expect(JSON.parse(text('data/ads.profile.json'))).toEqual([]);
    expect(text('data/ads.profile.csv')).toBe('\uFEFFid,name,email\r\n');
  });

  it('name every hidden place for programs', () => {
    expect(JSON.parse(text('hidden.json'))).toEqual([
      {
        file: 'data/support.tickets.json',
        record: 2,
        field: 'text',
        ground: 'It names someone else',
        citation: 'Art. 15(4) GDPR',
      },
    ]);
  });

  it('are explained by the dictionary, with the facts of Art. 15', () => {
    const { collections } = JSON.parse(text('fields.json')) as { collections: Record<string, unknown>[] };
    expect(collections[1]).toMatchObject({
      collectionId: 'calls.calls',
      records: 5000,
      files: ['data/calls.calls.json', 'data/calls.calls.csv', 'data/calls.calls.spreadsheet.csv'],
      purposes: [{ purpose: 'To connect your calls', basis: 'Contract' }, { purpose: 'To stop fraud' }],
      recipients: [{ name: 'Telekom Example SA' }],
      retention: '12 months after the call',
    });
    expect(collections[0]!.fields).toContainEqual({
      name: 'nickname',
      title: 'nickname',
      ...PLAIN,
      column: null,
      types: ['string'],
      format: null,
      nullable: false,
    });
    expect(collections[1]!.fields).toContainEqual({
      name: 'seconds',
      title: 'seconds',
      ...PLAIN,
      column: 'calls.calls.seconds',
      types: ['number'],
      format: null,
      nullable: false,
    });
    expect(collections[1]!.fields).toContainEqual({
      name: 'network',
      title: 'network',
      ...PLAIN,
      column: 'calls.calls.network',
      types: ['string'],
      format: null,
      nullable: true,
    });
  });
});

describe("other people's programs", () => {
  it.runIf(has('openssl'))('verify the signature by the command that we print', () => {
    expect(text('CHECK-ME.txt')).toContain(OPENSSL_COMMAND);
    const answer = run(OPENSSL_COMMAND);
    expect([answer.status, answer.stdout.trim()]).toEqual([0, 'Signature Verified Successfully']);
  });

  it.runIf(has('openssl'))('refuse a manifest in which one character is another', () => {
    const changed = run(
      `sed 's/CallsApp/CallsAqp/' manifest.json > changed.json; ${OPENSSL_COMMAND.replace('manifest.json ', 'changed.json ')}`,
    );
    expect(changed.status).not.toBe(0);
  });

  it.runIf(has('minisign'))('verify the signature in the form of minisign, by the key as it is published', () => {
    const key = minisignKey(KEY.publicKeyPem, KEY.keyId);
    const command = `minisign -V -P ${key} -m manifest.json -x manifest.json.minisig`;
    expect(run(command)).toMatchObject({ status: 0 });
    expect(
      run(
        `cp manifest.json.minisig other.json.minisig; echo {} > other.json; ${command.replaceAll('manifest', 'other')}`,
      ),
    ).not.toMatchObject({ status: 0 });
  });

  it('verify the signature as a detached JWS, by the key as a JWK: jose', async () => {
    const [header = '', , signature = ''] = text('manifest.json.jws').split('.');
    const key = await importJWK(jwkOf(KEY.publicKeyPem, KEY.keyId));
    const check = (payload: Uint8Array) => flattenedVerify({ protected: header, payload, signature }, key);
    expect((await check(files.get('manifest.json')!)).protectedHeader).toMatchObject({ alg: 'EdDSA', kid: KEY.keyId });
    await expect(check(Buffer.from('{}'))).rejects.toThrow('signature verification failed');
  });

  it.runIf(has('sha256sum'))('find every file as it is listed', () => {
    const answer = run(SUMS_COMMAND);
    expect([answer.status, answer.stdout.split('\n').filter((line) => line.endsWith(': OK')).length]).toEqual([
      0,
      files.size - 5,
    ]);
  });

  it.runIf(has('unzip'))('find no fault in the ZIP: unzip', () => {
    expect(spawnSync('unzip', ['-tq', zipFile()], { encoding: 'utf8' })).toMatchObject({ status: 0 });
  });

  it.runIf(has('python3'))("find no fault in the ZIP: Python's zipfile, json and csv", () => {
    const script = [
      'import csv, io, json, sys, zipfile',
      'z = zipfile.ZipFile(sys.argv[1])',
      'assert z.testzip() is None',
      'for name in ("accounts.profile", "calls.calls", "support.tickets"):',
      '    records = json.loads(z.read(f"data/{name}.json"))',
      '    rows = list(csv.DictReader(io.StringIO(z.read(f"data/{name}.csv").decode("utf-8-sig"), newline="")))',
      '    assert len(rows) == len(records), name',
      '    for row, record in zip(rows, records):',
      '        for key, value in record.items():',
      '            if isinstance(value, str): assert row[key] == value, (name, key)',
    ].join('\n');
    expect(spawnSync('python3', ['-c', script, zipFile()], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});
