import 'server-only';
import { openCheckpointBy } from '@/lib/domain/audit/checkpoint';
import { eventHash, exportLog } from '@/lib/domain/log/export';
import { type MerkleTree, merkleTree } from '@/lib/domain/audit/merkle';
import { isIncluded } from '@/lib/domain/audit/proof';
import type { AuditEvent, ExportedLog } from '@/lib/domain/log/schema';
import { csvLine, guarded } from '@/lib/domain/bundle/csv';
import { checkLog, type CheckedLog } from '@/lib/features/log/data/check';
import { recordLogRead } from '@/lib/features/log/mutations/reading';
import { env } from '@/lib/platform/env';
import { keptCheckpoints } from '@/lib/platform/kept-checkpoints';
import { logKeys } from '@/lib/platform/log-key';
import {
  countUnsealed,
  earlierHeads,
  eachEvent,
  leafHashes,
  logPage,
  type LogRow,
  newestHead,
  newestHeadMail,
  sealedEvent,
  witnessed,
} from '@/lib/features/log/data/log';
import type { LogFilters } from '@/lib/features/log/schema';
import type { Head, InclusionProof, LogHealth, LogOutside, LogPage, LogReader } from '@/lib/features/log/types';

// The whole log is checked again when it grew, and at least this often: what was changed in it since does not stay unseen.
const CHECK_AGAIN_MS = 5 * 60_000;
const MOST_EARLIER = 100;

type Checked = { readonly note: string | null; readonly checkedAt: Date; readonly log: CheckedLog };

let kept: Checked | null = null;

async function checked(note: string | null, now: Date): Promise<Checked> {
  if (kept && kept.note === note && Math.abs(now.getTime() - kept.checkedAt.getTime()) < CHECK_AGAIN_MS) return kept;
  kept = { note, checkedAt: now, log: await checkLog() };
  return kept;
}

/** The tree that a checkpoint signs, or null where the places do not give it. Built anew for whoever needs a proof, and not kept. */
async function treeOf(head: Head): Promise<MerkleTree | null> {
  const tree = merkleTree(await leafHashes(head.size));
  return tree.size === head.size && same(tree.root, head.root) ? tree : null;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** Whether the log is as it was written and sealed, and how far the newest signed checkpoint goes. */
export async function loadLogHealth(now: Date = new Date()): Promise<LogHealth> {
  const head = await newestHead();
  const { checkedAt, log } = await checked(head?.note ?? null, now);
  if (log.faults.length > 0) return { state: 'broken', head, checkedAt, faults: log.faults };
  const unsealed = await countUnsealed();
  return head ? { state: 'verified', head, checkedAt, unsealed } : { state: 'empty', unsealed };
}

/** Where checkpoints are besides the database, for one of those who oversee. */
export async function loadLogOutside(reader: LogReader): Promise<LogOutside> {
  const [mail, row] = await Promise.all([newestHeadMail(reader.id), witnessed()]);
  const kept = keptCheckpoints().at(-1);
  return {
    file: kept ? { size: kept.size, signedAt: new Date(kept.signedAt) } : null,
    mail: mail && { state: mail.state, at: mail.sentAt ?? mail.createdAt, reason: mail.lastFailure },
    witness:
      env().WITNESS_URL === undefined
        ? null
        : {
            taken: row?.witnessedAt ? { size: Number(row.witnessSize), at: row.witnessedAt } : null,
            failed:
              row?.witnessFailedAt && row.witnessFailure
                ? { reason: row.witnessFailure, at: row.witnessFailedAt }
                : null,
          },
  };
}

/** A page of the log under filters; looking at it is an event of the log itself. */
export async function loadLog(reader: LogReader, filters: LogFilters, now: Date = new Date()): Promise<LogPage> {
  const { rows, total, more } = await logPage(filters, reader.controllerIds);
  const set = Object.keys(filters).filter((name) => filters[name as keyof LogFilters] !== undefined);
  await recordLogRead(reader.id, set, rows.length, now);
  const last = rows.at(-1);
  return {
    lines: rows,
    total,
    before: more && last ? last.position.toString() : null,
  };
}

/** One event as sealed, with the proof that the newest checkpoint covers it; the proof is null while it is not sealed. */
export async function loadEvent(
  reader: LogReader,
  eventId: string,
): Promise<{ event: AuditEvent; proof: InclusionProof | null } | null> {
  const row = await sealedEvent(eventId, reader.controllerIds);
  if (!row) return null;
  return { event: row.event, proof: await proofOf(row) };
}

async function proofOf({ event, index }: LogRow): Promise<InclusionProof | null> {
  const head = await newestHead();
  if (!head || index === null || index >= head.size) return null;
  const tree = await treeOf(head);
  if (!tree) return null;
  const leaf = eventHash(event);
  const proof = tree.inclusionProof(index);
  const holds = isIncluded({ leaf, index, size: head.size, root: head.root, proof });
  const sides = sidesOf(index, head.size);
  return {
    index,
    head,
    leaf: hex(leaf),
    path: proof.map((hash, at) => ({ side: sides[at] ?? 'right', hash: hex(hash) })),
    root: hex(head.root),
    holds,
  };
}

/** On which side each sibling stands, nearest to the leaf first: the walk of RFC 9162, section 2.1.3.2. */
function sidesOf(index: number, size: number): ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = [];
  let [node, last] = [index, size - 1];
  while (last > 0) {
    if (node % 2 === 1) sides.push('left');
    else if (node < last) sides.push('right');
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return sides;
}

/** What is the same for the whole export; its entries follow in batches. */
export async function exportHead(
  now: Date,
): Promise<{ head: ExportedLog; entries: (rows: readonly LogRow[]) => ExportedLog['entries'] } | null> {
  const newest = await newestHead();
  const tree = newest && (await treeOf(newest));
  if (!newest || !tree) return null;
  // Heads from before the portal's address changed bear another key's name and say nothing to whoever holds this one.
  const earlier = (await earlierHeads(newest.size, MOST_EARLIER))
    .filter(({ note }) => openCheckpointBy(note, logKeys()).ok)
    .map(({ note, size }) => ({ checkpoint: note, size }));
  const head = openCheckpointBy(newest.note, logKeys());
  if (!head.ok) return null;
  const { key } = head.value;
  const formerKeys = logKeys().filter(({ publicKey }) => !same(publicKey, key.publicKey));
  const make = (older: typeof earlier, entries: readonly LogRow[]) =>
    exportLog({
      exportedAt: now.toISOString(),
      key,
      formerKeys,
      checkpoint: newest.note,
      tree,
      earlier: older,
      entries,
    });
  return { head: make(earlier, []), entries: (rows) => make([], rows).entries };
}

/** The log as JSON that `rightsdesk audit verify` and other people's tools can check without us, a batch at a time. */
export async function* exportedJson(
  filters: LogFilters,
  controllerIds: readonly string[],
  now: Date,
): AsyncGenerator<string> {
  const exported = await exportHead(now);
  if (!exported) throw new Error('The log does not match its checkpoint: there is nothing to prove with');
  const { entries: _none, ...head } = exported.head;
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  let before = '';
  for await (const rows of eachEvent(filters, controllerIds)) {
    yield (
      before +
      exported
        .entries(rows)
        .map((entry) => JSON.stringify(entry))
        .join(',\n')
    );
    before = ',\n';
  }
  yield ']}\n';
}

const COLUMNS = ['index', 'at', 'kind', 'actorKind', 'actorId', 'controllerId', 'reference', 'caseId', 'id', 'data'];

/** The same events as CSV (RFC 4180), for looking, not for proving. */
export async function* exportedCsv(filters: LogFilters, controllerIds: readonly string[]): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const rows of eachEvent(filters, controllerIds)) {
    yield rows
      .map(({ index, event }) => [
        index,
        event.at,
        event.kind,
        event.actor.kind,
        event.actor.id,
        event.controllerId,
        event.reference,
        event.caseId,
        event.id,
        event.data,
      ])
      .map((cells) => csvLine(cells.map(guarded)))
      .join('');
  }
}
