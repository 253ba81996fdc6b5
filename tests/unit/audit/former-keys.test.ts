import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCheckpointBy, signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { merkleTree } from '@/lib/domain/audit/merkle';
import type { AuditEvent } from '@/lib/domain/log/schema';
import { rawPublicKey, type NoteKey } from '@/lib/domain/audit/signed-note';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';

function aKey(): { key: NoteKey; sign: (message: Uint8Array) => Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    key: { name: 'rights.example/log', publicKey: rawPublicKey(pem) },
    sign: (message) => signWith(null, message, privateKey),
  };
}

const [former, present, stranger] = [aKey(), aKey(), aKey()];

const EVENTS = Array.from({ length: 9 }, (_, n): AuditEvent => ({
  v: 1,
  id: `event-${n}`,
  at: '2026-11-22T09:30:00.000Z',
  actor: { kind: 'staff', id: 's-1' },
  kind: 'RecordsRead',
  data: { collection: 'calls', fromNo: n, records: 1 },
}));
const treeOf = (size: number) => merkleTree(EVENTS.slice(0, size).map(eventHash));
const noteBy = (size: number, { key, sign }: ReturnType<typeof aKey>): string =>
  signCheckpoint(treeOf(size), key, sign);

const exported = (formerKeys: readonly NoteKey[]): string =>
  JSON.stringify(
    exportLog({
      exportedAt: '2026-11-22T10:00:00.000Z',
      key: present.key,
      formerKeys,
      checkpoint: noteBy(9, present),
      tree: treeOf(9),
      earlier: [{ checkpoint: noteBy(4, former), size: 4 }],
      entries: EVENTS.map((event, index) => ({ event, index })),
    }),
  );

describe('a log that outlived its key', () => {
  it('is shown to continue a checkpoint of the former key, by keys from elsewhere and by those in the file', () => {
    for (const trusted of [[present.key, former.key], [former.key, present.key], undefined]) {
      expect(verifyExportedLog(exported([former.key]), trusted, [noteBy(4, former)])).toMatchObject({
        ok: true,
        value: { key: present.key, complete: true, earlier: [{ size: 4 }] },
      });
    }
  });

  it('is not, without the former key or with a stranger’s', () => {
    expect(verifyExportedLog(exported([former.key]), [present.key])).toMatchObject({
      ok: false,
      reason: 'notSignedByKey',
    });
    expect(verifyExportedLog(exported([]))).toMatchObject({ ok: false, reason: 'notSignedByKey' });
    expect(verifyExportedLog(exported([former.key]), [present.key, former.key], [noteBy(4, stranger)])).toMatchObject({
      ok: false,
      reason: 'notSignedByKey',
    });
  });

  it('says which key signed, and of a damaged signature that it is wrong', () => {
    expect(openCheckpointBy(noteBy(4, former), [present.key, former.key])).toMatchObject({
      ok: true,
      value: { key: former.key, checkpoint: { size: 4 } },
    });
    expect(openCheckpointBy(noteBy(4, former).replace('\n4\n', '\n5\n'), [present.key, former.key])).toEqual({
      ok: false,
      reason: 'badSignature',
    });
    expect(openCheckpointBy(noteBy(4, former), [])).toEqual({ ok: false, reason: 'notSignedByKey' });
  });
});
