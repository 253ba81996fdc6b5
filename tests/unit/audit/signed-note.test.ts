import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { leafHash, merkleTree } from '@/lib/domain/audit/merkle';
import {
  keyHash,
  openNote,
  parseVerifierKey,
  rawPublicKey,
  signNote,
  verifierKey,
  type NoteKey,
} from '@/lib/domain/audit/signed-note';

function aKey(name: string): { key: NoteKey; sign: (message: Uint8Array) => Uint8Array; pem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { key: { name, publicKey: rawPublicKey(pem) }, sign: (message) => signWith(null, message, privateKey), pem };
}

const ours = aKey('rights.example/log');
const others = aKey('witness.example/w1');

/** The example that Go's note library documents and tests itself with. */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

describe('verifier keys', () => {
  it.each([GO_KEY, 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'])(
    'of other logs read back the same: %s',
    (line) => {
      const parsed = parseVerifierKey(line);
      expect(parsed.ok && verifierKey(parsed.value)).toBe(line);
    },
  );

  it('come from a PEM', () => {
    const parsed = parseVerifierKey(`${verifierKey(ours.key)}\n`);
    expect(parsed.ok && Buffer.from(parsed.value.publicKey)).toEqual(Buffer.from(rawPublicKey(ours.pem)));
    expect(parsed.ok && Buffer.from(keyHash(parsed.value))).toEqual(Buffer.from(keyHash(ours.key)));
  });

  it.each([
    ['nothing', ''],
    ['another hash', GO_KEY.replace('c74f20a3', 'c74f20a4')],
    ['another name', GO_KEY.replace('Peter', 'Petra')],
    ['no name', GO_KEY.replace('PeterNeumann', '')],
    ['a name with a space', GO_KEY.replace('PeterNeumann', 'Peter Neumann')],
    ['a short key', GO_KEY.slice(0, -8)],
    ['another algorithm', GO_KEY.replace('+AR', '+Ah')],
  ])('are refused with %s', (_, line) => {
    expect(parseVerifierKey(line)).toEqual({ ok: false, reason: 'notAVerifierKey' });
  });

  it('are Ed25519 keys only', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => rawPublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toThrow(/ed25519/i);
  });
});

describe('signed notes', () => {
  const goKey = parseVerifierKey(GO_KEY);

  it('by other people open', () => {
    expect(goKey.ok && openNote(GO_NOTE, goKey.value)).toEqual({ ok: true, value: GO_TEXT });
  });

  it('open to the text that was signed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const opened = openNote(signNote(`${text}\n`, ours.key, ours.sign), ours.key);
        expect(opened).toEqual({ ok: true, value: `${text}\n` });
      }),
    );
  });

  it('may carry signatures of others beside ours', () => {
    const signed = signNote('text\n', ours.key, ours.sign);
    const witness = signNote('text\n', others.key, others.sign).split('\n\n')[1]!;
    expect(openNote(signed + witness, ours.key)).toEqual({ ok: true, value: 'text\n' });
    expect(openNote(signed + witness, others.key)).toEqual({ ok: true, value: 'text\n' });
  });

  it('do not open once the text is another', () => {
    const signed = signNote('1000 events\n', ours.key, ours.sign);
    expect(openNote(signed.replace('1000', '1001'), ours.key)).toEqual({ ok: false, reason: 'badSignature' });
  });

  it('do not open when a second signature in our name is false', () => {
    const signed = signNote('text\n', ours.key, ours.sign);
    const forged = signNote('other\n', ours.key, ours.sign).split('\n\n')[1]!;
    expect(openNote(signed + forged, ours.key)).toEqual({ ok: false, reason: 'badSignature' });
  });

  it('do not open for a key that did not sign, even of the same name', () => {
    const signed = signNote('text\n', ours.key, ours.sign);
    expect(openNote(signed, others.key)).toEqual({ ok: false, reason: 'notSignedByKey' });
    expect(openNote(signed, aKey(ours.key.name).key)).toEqual({ ok: false, reason: 'notSignedByKey' });
  });

  it.each(['', 'text', 'text\n', 'text\n\nno signature\n', 'text\n\n', 'text\n\n— a b c\n', GO_NOTE.trimEnd()])(
    'are not notes: %j',
    (note) => {
      expect(goKey.ok && openNote(note, goKey.value)).toEqual({ ok: false, reason: 'notANote' });
    },
  );

  it('are refused for a text without its last line break', () => {
    expect(() => signNote('text', ours.key, ours.sign)).toThrow(RangeError);
  });
});

describe('checkpoints', () => {
  const tree = merkleTree([leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]);

  it('have the three lines of c2sp.org/tlog-checkpoint', () => {
    const [origin, size, root, blank, signature] = signCheckpoint(tree, ours.key, ours.sign).split('\n');
    expect([origin, size, root, blank]).toEqual([
      'rights.example/log',
      '2',
      Buffer.from(tree.root).toString('base64'),
      '',
    ]);
    expect(signature).toMatch(/^— rights\.example\/log [A-Za-z0-9+/=]{92}$/u);
  });

  it('read back as they were signed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
        const opened = openCheckpoint(signCheckpoint({ size, root }, ours.key, ours.sign), ours.key);
        expect(opened.ok && [opened.value.origin, opened.value.size, [...opened.value.root]]).toEqual([
          ours.key.name,
          size,
          [...root],
        ]);
      }),
    );
  });

  it('may have extension lines', () => {
    const root = Buffer.from(tree.root).toString('base64');
    const note = signNote(`${ours.key.name}\n2\n${root}\nsealed in Luxembourg\n`, ours.key, ours.sign);
    expect(openCheckpoint(note, ours.key)).toMatchObject({ ok: true, value: { size: 2 } });
  });

  const root = Buffer.from(tree.root).toString('base64');
  it.each([
    ['another origin', `elsewhere.example\n2\n${root}\n`],
    ['a leading zero', `rights.example/log\n02\n${root}\n`],
    ['a negative size', `rights.example/log\n-2\n${root}\n`],
    ['a size beyond counting', `rights.example/log\n${'9'.repeat(20)}\n${root}\n`],
    ['a short root', `rights.example/log\n2\n${root.slice(4)}\n`],
    ['a root with rubbish in it', `rights.example/log\n2\n${root.slice(0, 8)} ${root.slice(8)}\n`],
    ['no root', `rights.example/log\n2\n`],
  ])('are refused with %s, though signed', (_, text) => {
    expect(openCheckpoint(signNote(text, ours.key, ours.sign), ours.key)).toEqual({
      ok: false,
      reason: 'notACheckpoint',
    });
  });

  it('are refused with what is wrong with the note', () => {
    expect(openCheckpoint(signCheckpoint(tree, ours.key, ours.sign), others.key)).toEqual({
      ok: false,
      reason: 'notSignedByKey',
    });
  });
});
