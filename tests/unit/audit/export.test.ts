import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { merkleTree } from '@/lib/domain/audit/merkle';
import type { AuditEvent, ExportedLog } from '@/lib/domain/log/schema';
import { rawPublicKey, verifierKey, type NoteKey } from '@/lib/domain/audit/signed-note';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';

function aLogKey(): { key: NoteKey; sign: (message: Uint8Array) => Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    key: { name: 'rights.example/log', publicKey: rawPublicKey(pem) },
    sign: (message) => signWith(null, message, privateKey),
  };
}

const { key, sign } = aLogKey();

const anEvent = (n: number): AuditEvent => ({
  v: 1,
  id: `event-${n}`,
  at: '2026-11-22T09:30:00.000Z',
  actor: { kind: 'staff', id: 's-1' },
  kind: 'RecordsRead',
  data: { collection: 'calls', fromNo: n, records: 1 },
});

const EVENTS = Array.from({ length: 20 }, (_, n) => anEvent(n));
const treeOf = (size: number) => merkleTree(EVENTS.slice(0, size).map(eventHash));
const noteOf = (size: number): string => signCheckpoint(treeOf(size), key, sign);

/** The log as it is exported when `size` events are sealed, with the chosen ones in it. */
const anExport = (size: number, chosen: number[], earlier: number[] = []): ExportedLog =>
  exportLog({
    exportedAt: '2026-11-22T10:00:00.000Z',
    key,
    checkpoint: noteOf(size),
    tree: treeOf(size),
    earlier: earlier.map((old) => ({ checkpoint: noteOf(old), size: old })),
    entries: chosen.map((n) => ({ event: EVENTS[n]!, index: n })),
  });

const verify = (log: ExportedLog, trusted?: NoteKey | readonly NoteKey[], remembered?: string) =>
  verifyExportedLog(JSON.stringify(log), trusted && [trusted].flat(), remembered === undefined ? [] : [remembered]);

describe('an exported log', () => {
  it('is shown to be whole', () => {
    const all = Array.from({ length: 13 }, (_, n) => n);
    expect(verify(anExport(13, all))).toMatchObject({
      ok: true,
      value: { sealed: 13, unsealed: 0, complete: true, checkpoint: { origin: 'rights.example/log', size: 13 } },
    });
  });

  it('may hold any selection, in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.subarray([...EVENTS.keys()]), (size, chosen) => {
        const sealed = chosen.filter((n) => n < size).length;
        const shown = verify(anExport(size, chosen.reverse()), key);
        expect(shown).toMatchObject({
          ok: true,
          value: { sealed, unsealed: chosen.length - sealed, complete: sealed === size },
        });
      }),
    );
  });

  it('says which events no checkpoint covers yet', () => {
    const log = anExport(5, [4, 5, 6]);
    expect(log.entries.map(({ index }) => index)).toEqual([4, null, null]);
    expect(verify(log)).toMatchObject({ ok: true, value: { sealed: 1, unsealed: 2 } });
  });

  it('survives being laid out anew by an editor', () => {
    expect(verifyExportedLog(`${JSON.stringify(anExport(5, [1, 2]), null, 2)}\n`)).toMatchObject({ ok: true });
  });

  it('may be empty', () => {
    const log = exportLog({
      exportedAt: '2026-11-22T10:00:00.000Z',
      key,
      checkpoint: noteOf(0),
      tree: treeOf(0),
      earlier: [],
      entries: [],
    });
    expect(verify(log)).toMatchObject({ ok: true, value: { sealed: 0, complete: true } });
  });
});

describe('a log that was tampered with', () => {
  const log = anExport(13, [0, 7, 12], [4, 9]);
  const entry = log.entries[1]!;
  const withEntry = (change: object): ExportedLog => ({
    ...log,
    entries: log.entries.with(1, { ...entry, ...change } as typeof entry),
  });

  it.each([
    [
      'an event says something else',
      withEntry({ event: { ...EVENTS[7]!, data: { collection: 'calls', fromNo: 7, records: 2 } } }),
      'entryNotInLog',
    ],
    [
      'an event has another time',
      withEntry({ event: { ...EVENTS[7]!, at: '2026-11-22T09:30:00.001Z' } }),
      'entryNotInLog',
    ],
    ['an event stands elsewhere', withEntry({ index: 8 }), 'entryNotInLog'],
    [
      'an event was put in',
      { ...log, entries: [...log.entries, { ...entry, event: EVENTS[19]!, index: 1 }] },
      'entryNotInLog',
    ],
    ['an event is there twice', { ...log, entries: [...log.entries, entry] }, 'entryTwice'],
    ['a proof is empty', withEntry({ inclusion: [] }), 'entryNotInLog'],
    [
      'the checkpoint has another size',
      { ...log, checkpoint: log.checkpoint.replace('\n13\n', '\n14\n') },
      'badSignature',
    ],
    ['the checkpoint is not signed', { ...log, checkpoint: 'rights.example/log\n13\n' }, 'notANote'],
    ['the key is another one', { ...log, verifierKey: verifierKey(aLogKey().key) }, 'notSignedByKey'],
    ['the key is damaged', { ...log, verifierKey: log.verifierKey.replace('+', '+0') }, 'notAVerifierKey'],
    [
      'an older head is of another size',
      { ...log, earlier: log.earlier.with(0, { ...log.earlier[0]!, checkpoint: noteOf(5) }) },
      'historyRewritten',
    ],
    ['an older head is not signed', { ...log, earlier: [{ checkpoint: 'x', consistency: [] }] }, 'notANote'],
    ['it has a part of its own', { ...log, remark: 'trust me' }, 'notAnExport'],
    ['a kind is not of ours', withEntry({ event: { ...EVENTS[7]!, kind: 'Forgiven' } }), 'notAnExport'],
  ])('is refused: %s', (_, changed, reason) => {
    expect(verify(changed as ExportedLog)).toMatchObject({ ok: false, reason });
  });

  it.each(['', 'no JSON', '[]', 'null', '{"format":"rightsdesk-audit-log/2"}'])('is no export: %j', (text) => {
    expect(verifyExportedLog(text)).toMatchObject({ ok: false, reason: 'notAnExport' });
  });

  it('names the entry that is false', () => {
    expect(verify(withEntry({ index: 8 }))).toMatchObject({ detail: 'entry 8, event event-7' });
  });

  it('vouches for itself only until the true key is known', () => {
    const forger = aLogKey();
    const forged = exportLog({
      exportedAt: '2026-11-22T10:00:00.000Z',
      key: forger.key,
      checkpoint: signCheckpoint(treeOf(3), forger.key, forger.sign),
      tree: treeOf(3),
      earlier: [],
      entries: [],
    });
    expect(verify(forged)).toMatchObject({ ok: true });
    expect(verify(forged, key)).toMatchObject({ ok: false, reason: 'notSignedByKey' });
  });
});

describe('a checkpoint kept from earlier', () => {
  it.each([4, 9, 13])('of size %i is shown to be a beginning of the log', (size) => {
    expect(verify(anExport(13, [], [4, 9]), key, noteOf(size))).toMatchObject({ ok: true });
  });

  it('is refused when the file does not speak of it', () => {
    expect(verify(anExport(13, [], [4]), key, noteOf(9))).toMatchObject({
      ok: false,
      reason: 'checkpointNotCovered',
      detail: 'size 9',
    });
  });

  it('convicts us when we have signed two histories', () => {
    const other = merkleTree([anEvent(99), ...EVENTS.slice(1, 9)].map(eventHash));
    const remembered = signCheckpoint(other, key, sign);
    expect(verify(anExport(13, [], [9]), key, remembered)).toMatchObject({
      ok: false,
      reason: 'historyRewritten',
      detail: 'at size 9',
    });
  });

  it('must be signed by the same key', () => {
    const stranger = aLogKey();
    const remembered = signCheckpoint(treeOf(9), stranger.key, stranger.sign);
    expect(verify(anExport(13, [], [9]), key, remembered)).toMatchObject({ ok: false, reason: 'notSignedByKey' });
  });
});
