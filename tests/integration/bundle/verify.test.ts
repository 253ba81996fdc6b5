import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { verifyBundle } from '@/lib/documents/bundle/verify';
import { aSigningKey, writeSample } from './sample';
import { filesOf, unpack } from './unpack';

const key = aSigningKey();
let folder: string;
let zipFile: string;
let files: Map<string, Buffer>;

const at = (name: string): string => path.join(folder, name);

/** A ZIP of these files, as someone could make it who wants to deceive. */
async function aZip(name: string, entries: Iterable<readonly [string, Buffer]>): Promise<string> {
  const zip = new ZipFile();
  for (const [entry, bytes] of entries) zip.addBuffer(bytes, entry);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(at(name)));
  return at(name);
}

const changed = (change: Record<string, Buffer | null>): (readonly [string, Buffer])[] =>
  [...new Map<string, Buffer | null>([...files, ...Object.entries(change)])].flatMap(([name, bytes]) =>
    bytes ? [[name, bytes] as const] : [],
  );

const rightsdesk = (...args: string[]) =>
  spawnSync(process.execPath, ['lib/cli/rightsdesk.js', ...args], { encoding: 'utf8' });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-'));
  zipFile = at('bundle.zip');
  await writeSample(zipFile, key);
  files = await filesOf(zipFile);
  await writeFile(at('key.pem'), key.publicKeyPem);
  await writeFile(at('other.pem'), aSigningKey().publicKeyPem);
  await writeFile(
    at('keys.json'),
    JSON.stringify({
      keys: [
        { keyId: 'old', pem: aSigningKey().publicKeyPem },
        { keyId: key.keyId, pem: key.publicKeyPem },
      ],
    }),
  );
});

afterAll(() => rm(folder, { recursive: true }));

describe('a bundle', () => {
  it('agrees with itself, and says that the key was its own', async () => {
    expect(await verifyBundle(zipFile, [])).toMatchObject({
      ok: true,
      value: { problems: [], ownKey: true, manifest: { reference: 'CA-5XN2-7R' } },
    });
  });

  it('is shown to be ours by a key from elsewhere', async () => {
    expect(await verifyBundle(zipFile, [createPublicKey(key.publicKeyPem)])).toMatchObject({
      ok: true,
      value: { problems: [], ownKey: false },
    });
  });

  it('may be packed anew', async () => {
    const again = await aZip('again.zip', [...files].reverse());
    expect(await verifyBundle(again, [])).toMatchObject({ ok: true, value: { problems: [] } });
  });

  it('may be packed anew with its folder', async () => {
    const again = await aZip(
      'folder.zip',
      [...files].map(([name, bytes]) => [`CA-5XN2-7R/${name}`, bytes] as const),
    );
    expect(await verifyBundle(again, [])).toMatchObject({ ok: true, value: { problems: [] } });
  });

  it('may be the folder it was unpacked into, or lie one folder down', async () => {
    await unpack(zipFile, at('unpacked/bundle'));
    for (const place of ['unpacked/bundle', 'unpacked'])
      expect(await verifyBundle(at(place), []), place).toMatchObject({
        ok: true,
        value: { problems: [], addedBySystem: [] },
      });
    await writeFile(at('unpacked/bundle/data/accounts.profile.csv'), 'x');
    expect(await verifyBundle(at('unpacked'), [])).toMatchObject({
      ok: true,
      value: { problems: [{ path: 'data/accounts.profile.csv', problem: 'changed' }] },
    });
  });

  it('is not guessed where two lie in one folder, or none', async () => {
    for (const name of ['two/a', 'two/b']) await unpack(zipFile, at(name));
    await mkdir(at('none/deep/er'), { recursive: true });
    for (const place of ['two', 'none'])
      expect(await verifyBundle(at(place), []), place).toMatchObject({ ok: false, reason: 'notABundle' });
  });

  it.each([
    '.DS_Store',
    'data/.DS_Store',
    'desktop.ini',
    'data/Thumbs.db',
    '__MACOSX/._report.pdf',
    'data/._calls.calls.csv',
  ])('is whole although an operating system added %s', async (name) => {
    const added = await aZip('added.zip', changed({ [name]: Buffer.from('x') }));
    expect(await verifyBundle(added, [])).toMatchObject({ ok: true, value: { problems: [], addedBySystem: [name] } });
  });

  it('is whole in a ZIP that a Mac packed with its folder', async () => {
    const folderOfMac = [...files].map(([name, bytes]) => [`bundle/${name}`, bytes] as const);
    const mac = await aZip('mac.zip', [
      ...folderOfMac,
      ['bundle/.DS_Store', Buffer.from('x')],
      ['__MACOSX/bundle/._manifest.json', Buffer.from('x')],
      ['__MACOSX/manifest.json', Buffer.from('{}')],
    ]);
    expect(await verifyBundle(mac, [])).toMatchObject({
      ok: true,
      value: {
        problems: [],
        addedBySystem: ['.DS_Store', '__MACOSX/bundle/._manifest.json', '__MACOSX/manifest.json'],
      },
    });
  });

  it.each([
    [
      'one record is another',
      () => ({
        'data/accounts.profile.csv': Buffer.from(
          files.get('data/accounts.profile.csv')!.toString().replace('Nadia', 'Nadja'),
        ),
      }),
      [{ path: 'data/accounts.profile.csv', problem: 'changed' }],
    ],
    [
      'a file is gone',
      () => ({ 'data/calls.calls.json': null }),
      [{ path: 'data/calls.calls.json', problem: 'missing' }],
    ],
    [
      'a file was put in',
      () => ({ 'data/more.csv': Buffer.from('x') }),
      [{ path: 'data/more.csv', problem: 'unlisted' }],
    ],
    [
      'records beside the viewer are others',
      () => ({ 'viewer/calls.calls/1.js': Buffer.from('rightsdeskRows("viewer/calls.calls/1.js",[])') }),
      [{ path: 'viewer/calls.calls/1.js', problem: 'changed' }],
    ],
    [
      'records beside the viewer are gone',
      () => ({ 'viewer/calls.calls/1.js': null }),
      [{ path: 'viewer/calls.calls/1.js', problem: 'missing' }],
    ],
    [
      'the viewer is another page',
      () => ({ 'index.html': Buffer.from('<script>') }),
      [{ path: 'index.html', problem: 'changed' }],
    ],
  ])('is not whole when %s', async (name, change, problems) => {
    const checked = await verifyBundle(await aZip('changed.zip', changed(change())), []);
    expect(checked.ok && checked.value.problems, name).toEqual(problems);
  });

  it.each([
    [
      'the manifest was changed',
      () => ({ 'manifest.json': Buffer.from(files.get('manifest.json')!.toString().replace('found', 'nothing')) }),
      'badSignature',
    ],
    [
      'the signature is cut',
      () => ({ 'manifest.json.sig': files.get('manifest.json.sig')!.subarray(1) }),
      'badSignature',
    ],
    ['the key in it is another', () => ({ 'public-key.pem': Buffer.from(aSigningKey().publicKeyPem) }), 'badSignature'],
    ['the key in it is none', () => ({ 'public-key.pem': Buffer.from('hello') }), 'notABundle'],
    ['it has no manifest', () => ({ 'manifest.json': null }), 'notABundle'],
    ['it has no signature', () => ({ 'manifest.json.sig': null }), 'notABundle'],
  ])('is refused when %s', async (_, change, reason) => {
    expect(await verifyBundle(await aZip('refused.zip', changed(change())), [])).toMatchObject({ ok: false, reason });
  });

  it('is refused when someone else signed all of it anew', async () => {
    const forged = at('forged.zip');
    await writeSample(forged);
    expect(await verifyBundle(forged, [])).toMatchObject({ ok: true });
    expect(await verifyBundle(forged, [createPublicKey(key.publicKeyPem)])).toMatchObject({
      ok: false,
      reason: 'badSignature',
    });
  });

  it.each([
    ['cut short', async () => (await readFile(zipFile)).subarray(0, 5000)],
    ['no ZIP at all', () => Promise.resolve(Buffer.from('hello'))],
    ['empty', () => Promise.resolve(Buffer.alloc(0))],
  ])('is refused when the file is %s', async (_, content) => {
    await writeFile(at('bad.zip'), await content());
    expect(await verifyBundle(at('bad.zip'), [])).toMatchObject({ ok: false, reason: 'notAZip' });
  });
});

describe('rightsdesk bundle verify', () => {
  it('says that all is well, and where to find the key that it did not have', () => {
    const answer = rightsdesk('bundle', 'verify', zipFile);
    expect([answer.status, answer.stdout]).toEqual([
      0,
      expect.stringContaining('✓ 18 files are as CallsApp Media Sarl signed them for CA-5XN2-7R'),
    ]);
    expect(answer.stderr).toContain('https://rights.callsapp.example/.well-known/rightsdesk-keys.json');
  });

  it.each(['key.pem', 'keys.json'])('takes a key from %s and then has nothing to warn of', (name) => {
    expect(rightsdesk('bundle', 'verify', zipFile, '--key', at(name))).toMatchObject({ status: 0, stderr: '' });
  });

  it('takes a folder, and names as a remark what an operating system added', async () => {
    await unpack(zipFile, at('safari/CA-5XN2-7R'));
    await writeFile(at('safari/CA-5XN2-7R/.DS_Store'), 'x');
    const answer = rightsdesk('bundle', 'verify', at('safari'), '--key', at('key.pem'));
    expect(answer).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('.DS_Store was put there by an operating system') as string,
    });
  });

  it('prints JSON', () => {
    const answer = rightsdesk('bundle', 'verify', zipFile, '--json', '--key', at('key.pem'));
    expect(JSON.parse(answer.stdout)).toMatchObject({ ok: true, problems: [], ownKey: false });
  });

  it('names each file that is not as it was signed', async () => {
    const broken = await aZip('broken.zip', changed({ 'CHECK-ME.txt': Buffer.from('trust me') }));
    expect(rightsdesk('bundle', 'verify', broken)).toMatchObject({
      status: 1,
      stdout: expect.not.stringContaining('✓') as string,
      stderr: expect.stringContaining('✗ CHECK-ME.txt is not as it was signed') as string,
    });
  });

  it.each([
    [['bundle', 'verify'], 2, 'missing required argument'],
    [['bundle', 'verify', 'no-such.zip'], 1, 'Name the ZIP that was downloaded, or the folder it was unpacked into.'],
    [['bundle', 'verify', 'package.json'], 1, 'not a ZIP'],
    [['bundle', 'verify', 'BUNDLE', '--key', 'package.json'], 1, 'There is no key in package.json'],
    [['bundle', 'verify', 'BUNDLE', '--key', 'OTHER'], 1, 'The signature is not by this key'],
  ])('says what to do: %j', (args, status, message) => {
    const answer = rightsdesk(...args.map((arg) => ({ BUNDLE: zipFile, OTHER: at('other.pem') })[arg] ?? arg));
    expect([answer.status, answer.stderr]).toEqual([status, expect.stringContaining(message)]);
  });
});
