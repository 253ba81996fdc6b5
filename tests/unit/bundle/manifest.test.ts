import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildManifest,
  JWS_PATH,
  MANIFEST_PATH,
  MINISIGN_PATH,
  SIGNATURE_PATH,
  verifyManifest,
  type FoundFile,
} from '@/lib/domain/bundle/manifest';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import { canonicalBytes } from '@/lib/domain/audit/canonical-json';
import { someFacts } from './facts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const aFile = (path: string, content = path): ManifestFile => ({
  path,
  mediaType: 'text/csv',
  sizeBytes: content.length,
  sha256: sha(content),
  records: null,
});

const FILES = ['report.pdf', 'data/b.csv', 'data/a.csv'].map((path) => aFile(path));
const manifest = buildManifest(FILES, someFacts(), 'k1');
const signature = sign(null, manifest, privateKey);
const inZip: FoundFile[] = [
  ...FILES,
  ...[MANIFEST_PATH, SIGNATURE_PATH, MINISIGN_PATH, JWS_PATH].map((path) => aFile(path)),
];

const check = (found: readonly FoundFile[] = inZip, bytes: Uint8Array = manifest, signed: Uint8Array = signature) =>
  verifyManifest(bytes, signed, publicKey, found);

describe('a manifest', () => {
  it('lists the files by path, in canonical JSON', () => {
    const text = Buffer.from(manifest).toString('utf8');
    expect(Buffer.from(canonicalBytes(JSON.parse(text))).toString('utf8')).toBe(text);
    expect((JSON.parse(text) as { files: ManifestFile[] }).files.map(({ path }) => path)).toEqual([
      'data/a.csv',
      'data/b.csv',
      'report.pdf',
    ]);
  });

  it('is the same whatever order the files were written in', () => {
    expect(buildManifest(FILES.toReversed(), someFacts(), 'k1')).toEqual(manifest);
  });

  it('says what was searched, what was withheld and why, and where the key is', () => {
    const withheld = [
      {
        collectionId: 'help',
        collection: 'Help requests',
        count: 1,
        what: 'Text',
        ground: 'It names someone else',
        citation: 'Art. 15(4) GDPR',
        facts: null,
      },
    ];
    const made = JSON.parse(Buffer.from(buildManifest([], someFacts({ withheld }), 'k1')).toString()) as object;
    expect(made).toMatchObject({
      format: 'rightsdesk-bundle/3',
      reference: 'CA-5XN2-7R',
      controller: 'CallsApp Media Sarl',
      signature: {
        algorithm: 'Ed25519',
        keyId: 'k1',
        keyUrl: 'https://rights.callsapp.example/.well-known/rightsdesk-keys.json',
      },
      searched: [
        {
          result: 'found',
          count: 1,
          sought: {
            by: [{ kind: 'email', form: 'lowerUnicode' }],
            through: [],
            notBy: [{ kind: 'phone', reason: 'notConfirmed' }],
          },
        },
      ],
      withheld: [{ collection: 'Help requests', ground: 'It names someone else', citation: 'Art. 15(4) GDPR' }],
    });
  });

  it('is still read in the form that was handed over before it said how was searched', () => {
    const {
      searched,
      signature: signed,
      ...made
    } = JSON.parse(Buffer.from(manifest).toString()) as {
      searched: { sought: unknown }[];
      signature: { also: string[] };
    };
    const { also, ...alone } = signed;
    const former = inZip.filter(({ path }) => !also.includes(path));
    const second = { ...made, signature: alone, searched, format: 'rightsdesk-bundle/2' };
    const before = { ...second, format: 'rightsdesk-bundle/1', searched: searched.map(({ sought: _, ...one }) => one) };
    for (const form of [second, before]) {
      const bytes = canonicalBytes(form);
      const whole = { ok: true, value: { problems: [] } };
      expect(check(former, bytes, sign(null, bytes, privateKey))).toMatchObject(whole);
    }
    const mixed = canonicalBytes({ ...before, format: 'rightsdesk-bundle/2' });
    expect(check(inZip, mixed, sign(null, mixed, privateKey))).toMatchObject({ ok: false, reason: 'notAManifest' });
  });

  it('does not name the person', () => {
    expect(Buffer.from(manifest).toString()).not.toContain('Nadia');
  });
});

describe('a bundle', () => {
  it('is whole when every file is as it was signed', () => {
    expect(check()).toMatchObject({ ok: true, value: { problems: [], manifest: { reference: 'CA-5XN2-7R' } } });
  });

  it.each([
    [
      'a file is missing',
      inZip.filter(({ path }) => path !== 'data/a.csv'),
      [{ path: 'data/a.csv', problem: 'missing' }],
    ],
    [
      'a file has other content',
      inZip.map((file) => (file.path === 'data/a.csv' ? { ...file, sha256: sha('other') } : file)),
      [{ path: 'data/a.csv', problem: 'changed' }],
    ],
    [
      'a file has another size',
      inZip.map((file) => (file.path === 'data/a.csv' ? { ...file, sizeBytes: 1 } : file)),
      [{ path: 'data/a.csv', problem: 'changed' }],
    ],
    ['a file was put in', [...inZip, aFile('data/c.csv')], [{ path: 'data/c.csv', problem: 'unlisted' }]],
    ['a file is there twice', [aFile('report.pdf', 'another'), ...inZip], [{ path: 'report.pdf', problem: 'twice' }]],
    ['the manifest is there twice', [...inZip, aFile(MANIFEST_PATH)], [{ path: MANIFEST_PATH, problem: 'twice' }]],
    [
      'everything is gone',
      [],
      [...FILES.map(({ path }) => path).sort(), MINISIGN_PATH, JWS_PATH].map((path) => ({ path, problem: 'missing' })),
    ],
  ])('is not whole: %s', (_, found, problems) => {
    const checked = check(found);
    expect(checked.ok && checked.value.problems).toEqual(problems);
  });

  it('is refused once a byte of the manifest or the signature is another', () => {
    fc.assert(
      fc.property(fc.nat(manifest.length - 1), fc.nat(63), fc.integer({ min: 1, max: 255 }), (place, mark, change) => {
        const [bytes, signed] = [Buffer.from(manifest), Buffer.from(signature)];
        bytes[place]! ^= change;
        signed[mark]! ^= change;
        expect(check(inZip, bytes)).toEqual({ ok: false, reason: 'badSignature' });
        expect(check(inZip, manifest, signed)).toEqual({ ok: false, reason: 'badSignature' });
      }),
    );
  });

  it.each([
    ['short', signature.subarray(0, 63)],
    ['empty', Buffer.alloc(0)],
  ])('is refused with a signature that is %s', (_, signed) => {
    expect(check(inZip, manifest, signed)).toEqual({ ok: false, reason: 'badSignature' });
  });

  it('is refused with a key of another kind', () => {
    const { publicKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(
      verifyManifest(manifest, signature, createPublicKey(other.export({ type: 'spki', format: 'pem' })), inZip),
    ).toMatchObject({ reason: 'badSignature' });
  });

  it.each([
    ['no JSON', 'hello'],
    ['another format', '{"format":"rightsdesk-bundle/2"}'],
    [
      'more than a manifest says',
      JSON.stringify({ ...(JSON.parse(Buffer.from(manifest).toString()) as object), remark: 'x' }),
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xfe])],
  ])('is refused when what was signed is %s', (_, content) => {
    const bytes = Buffer.from(content as string);
    expect(check(inZip, bytes, sign(null, bytes, privateKey))).toMatchObject({ ok: false, reason: 'notAManifest' });
  });
});
