import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyLines } from '@/lib/cli/exported-lines';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { merkleTree } from '@/lib/domain/audit/merkle';
import type { AuditEvent } from '@/lib/domain/log/schema';
import { rawPublicKey } from '@/lib/domain/audit/signed-note';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = {
  name: 'rights.example/log',
  publicKey: rawPublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
};
const EVENTS: AuditEvent[] = Array.from({ length: 7 }, (_, n) => ({
  v: 1,
  id: `event-${n}`,
  at: '2026-11-22T09:30:00.000Z',
  actor: { kind: 'staff', id: 's-1' },
  kind: 'CaseRead',
  data: { view: 'facts' },
}));
const tree = merkleTree(EVENTS.slice(0, 6).map(eventHash));
const noteOf = (size: number, of = EVENTS): string =>
  signCheckpoint({ size, root: merkleTree(of.slice(0, size).map(eventHash)).root }, key, (message) =>
    signWith(null, message, privateKey),
  );

const folder = mkdtempSync(path.join(tmpdir(), 'lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the portal writes it: the head, then an entry on each line. @param order of the entries, as their transactions were written */
function written(order: readonly number[], change = (text: string): string => text): string {
  const entries = order.map((index) => ({ event: EVENTS[index] as AuditEvent, index }));
  const { entries: proven, ...head } = exportLog({
    exportedAt: '2026-11-22T10:00:00.000Z',
    key,
    checkpoint: noteOf(6),
    tree,
    earlier: [],
    entries,
  });
  const file = path.join(folder, 'log.json');
  writeFileSync(
    file,
    change(
      `${JSON.stringify(head).slice(0, -1)},"entries":[${proven.map((entry) => JSON.stringify(entry)).join(',\n')}]}\n`,
    ),
  );
  return file;
}

describe('an exported log, read line by line', () => {
  it.each([[[0, 1, 2, 3, 4, 5, 6]], [[0, 2, 1, 5, 3, 4, 6]], [[6, 5, 4, 3, 2, 1, 0]]])(
    'is shown to be whole, also where somebody wrote late: %j',
    async (order) => {
      const shown = await verifyLines(written(order), [key], [noteOf(2), noteOf(5)]);
      expect(shown).toMatchObject({ ok: true, value: { sealed: 6, unsealed: 1, complete: true } });
    },
  );

  it.each([
    ['an event is another one', (text: string) => text.replace('event-3', 'event-4'), 'entryNotInLog'],
    ['an event is no event', (text: string) => text.replace('CaseRead', 'Nothing'), 'notAnExport'],
    [
      'the head is not signed so',
      (text: string) => text.replace('rights.example/log\\n6', 'rights.example/log\\n7'),
      'badSignature',
    ],
  ])('is refused where %s', async (_, change, reason) => {
    expect(await verifyLines(written([0, 1, 2, 3, 4, 5], change), [key], [])).toMatchObject({ ok: false, reason });
  });

  it('is refused where an entry comes twice, and where its past is not the one that was kept', async () => {
    expect(await verifyLines(written([0, 1, 1]), [key], [])).toMatchObject({ ok: false, reason: 'entryTwice' });
    expect(await verifyLines(written([0, 1, 2, 3, 4, 5]), [key], [noteOf(3, EVENTS.slice(1))])).toMatchObject({
      ok: false,
      reason: 'historyRewritten',
    });
    expect(await verifyLines(written([0, 1, 3, 4, 5]), [key], [noteOf(3)])).toMatchObject({
      ok: false,
      reason: 'checkpointNotCovered',
    });
  });

  it('is read as a whole where it is written another way, or ends before its end', async () => {
    expect(
      await verifyLines(
        written([0, 1], (text) => JSON.stringify(JSON.parse(text), null, 2)),
        [key],
        [],
      ),
    ).toBeNull();
    expect(
      await verifyLines(
        written([0, 1], (text) => text.slice(0, -20)),
        [key],
        [],
      ),
    ).toBeNull();
    expect(await verifyLines(path.join(folder, 'none.json'), [key], [])).toBeNull();
  });
});
