import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signCheckpoint } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { merkleTree } from '@/lib/domain/audit/merkle';
import { auditEventSchema, type AuditEvent } from '@/lib/domain/log/schema';
import { rawPublicKey } from '@/lib/domain/audit/signed-note';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';

// Whoever changes anything in an exported log has to be found out: every single place of it is changed here in turn.

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = {
  name: 'rights.example/log',
  publicKey: rawPublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
};
const sign = (message: Uint8Array): Uint8Array => signWith(null, message, privateKey);

const EVENTS: AuditEvent[] = [
  {
    kind: 'RequestReceived',
    data: { rights: ['access', 'erasure'], regimes: ['gdpr'], locale: 'bg', channel: 'form' },
  },
  { kind: 'CaseAssigned', data: { staffId: null } },
  {
    kind: 'SourceAnswered',
    data: { system: 'calls', result: 'found', collections: [{ collection: 'calls', records: 2946 }] },
  },
  { kind: 'DeadlineExtended', data: { regime: 'gdpr', clock: 'respond', reason: 'complexity', dueOn: '2027-01-29' } },
  { kind: 'BundleDownloaded', data: { deliveryId: 'd-1', bundleId: 'b-1', complete: true, sentBytes: 6_400_000 } },
].map((event, n) =>
  auditEventSchema.parse({
    v: 1,
    id: `event-${n}`,
    at: '2026-11-22T09:30:00.000Z',
    actor: { kind: 'staff', id: 's-1' },
    controllerId: 'callsapp',
    caseId: `case-${n}`,
    reference: 'CA-5XN2-7R',
    ...event,
  }),
);

const treeOf = (size: number) => merkleTree(EVENTS.slice(0, size).map(eventHash));
const noteOf = (size: number): string => signCheckpoint(treeOf(size), key, sign);

const LOG = exportLog({
  exportedAt: '2026-11-22T10:00:00.000Z',
  key,
  checkpoint: noteOf(5),
  tree: treeOf(5),
  earlier: [{ checkpoint: noteOf(3), size: 3 }],
  entries: EVENTS.map((event, index) => ({ event, index })),
});

type Place = readonly (string | number)[];

/** Every place of a value at which something stands that is not a list or an object. */
function placesOf(value: unknown, above: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [above];
  return Object.entries(value).flatMap(([name, member]) =>
    placesOf(member, [...above, Array.isArray(value) ? Number(name) : name]),
  );
}

/** The same value with another one in one place; undefined takes the place away. */
function changedAt(value: unknown, place: Place, change: (old: unknown) => unknown): unknown {
  const [name, ...below] = place;
  if (name === undefined) return change(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[name] = changedAt(copy[name], below, change);
  return copy;
}

const isFoundOut = (log: unknown): boolean => !verifyExportedLog(JSON.stringify(log), [key]).ok;

// When the file was made is said by nobody but the file, and the key is the one that the reader trusts instead.
const NOT_COVERED = new Set(['exportedAt', 'verifierKey']);
const PLACES = placesOf(LOG).filter(([first]) => !NOT_COVERED.has(String(first)));

describe('an exported log', () => {
  it('is good as it was made', () => {
    expect(isFoundOut(LOG)).toBe(false);
    expect(PLACES.length).toBeGreaterThan(70);
  });

  it.each(PLACES.map((place) => [place.join('.'), place] as const))('shows a change at %s', (_, place) => {
    const other = (old: unknown): unknown => {
      if (typeof old === 'number') return old + 1;
      if (typeof old === 'boolean') return !old;
      return old === null ? 'someone' : `${String(old)}x`;
    };
    expect(isFoundOut(changedAt(LOG, place, other))).toBe(true);
  });

  it.each(PLACES.map((place) => [place.join('.'), place] as const))(
    'shows that something was taken from %s',
    (_, place) => {
      expect(isFoundOut(changedAt(LOG, place, () => undefined))).toBe(true);
    },
  );

  it('shows any character that is another in a checkpoint', () => {
    fc.assert(
      fc.property(
        fc.nat(LOG.checkpoint.length - 1),
        fc.constantFrom('0', 'A', '+', '\n', ' ', '—'),
        (at, character) => {
          fc.pre(LOG.checkpoint[at] !== character);
          const checkpoint = LOG.checkpoint.slice(0, at) + character + LOG.checkpoint.slice(at + 1);
          expect(isFoundOut({ ...LOG, checkpoint })).toBe(true);
        },
      ),
    );
  });

  it('shows a sign whose last bits alone are others, which nothing else reads', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const at = LOG.checkpoint.lastIndexOf('=') - 1;
    const sibling = signs[signs.indexOf(LOG.checkpoint[at]!) + 1];
    const checkpoint = LOG.checkpoint.slice(0, at) + sibling + LOG.checkpoint.slice(at + 1);
    expect(Buffer.from(checkpoint.slice(-93), 'base64')).toEqual(Buffer.from(LOG.checkpoint.slice(-93), 'base64'));
    expect(isFoundOut({ ...LOG, checkpoint })).toBe(true);
  });

  it('shows two events that changed places', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (a, b) => {
        fc.pre(a !== b);
        const entries = LOG.entries
          .with(a, { ...LOG.entries[a]!, event: EVENTS[b]! })
          .with(b, { ...LOG.entries[b]!, event: EVENTS[a]! });
        expect(isFoundOut({ ...LOG, entries })).toBe(true);
      }),
    );
  });

  it('does not pass for whole when an event was left out', () => {
    for (const left of EVENTS.keys()) {
      const shown = verifyExportedLog(JSON.stringify({ ...LOG, entries: LOG.entries.toSpliced(left, 1) }), [key]);
      expect(shown).toMatchObject({ ok: true, value: { sealed: 4, complete: false } });
    }
  });

  it('cannot be cut back to an older checkpoint by someone whose reader kept a newer one', () => {
    const entries = EVENTS.slice(0, 3).map((event, index) => ({ event, index }));
    const old = exportLog({
      exportedAt: LOG.exportedAt,
      key,
      checkpoint: noteOf(3),
      tree: treeOf(3),
      earlier: [],
      entries,
    });
    expect(verifyExportedLog(JSON.stringify(old), [key], [noteOf(5)])).toMatchObject({
      ok: false,
      reason: 'checkpointNotCovered',
    });
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(verifyExportedLog(text, [key]).ok).toBe(false);
      }),
    );
  });
});
