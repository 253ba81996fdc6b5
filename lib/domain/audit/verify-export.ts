import { ok, refuse, type Result } from '../result';
import { openCheckpointBy, type Checkpoint, type CheckpointRefusal } from './checkpoint';
import { eventHash } from './export';
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from './frontier';
import type { Hash } from './merkle';
import { isConsistent, isIncluded } from './proof';
import { exportedLogSchema, type ExportedLog } from './schema';
import { parseVerifierKey, type NoteKey } from './signed-note';

/** What the check of an exported log has shown. */
export type VerifiedLog = {
  /** The key that signed the newest checkpoint. */
  readonly key: NoteKey;
  readonly checkpoint: Checkpoint;
  /** Events shown to be in the log at their place. */
  readonly sealed: number;
  /** Events newer than the checkpoint: nothing is shown about them yet. */
  readonly unsealed: number;
  /** Whether every event of the log up to the checkpoint is here. */
  readonly complete: boolean;
  /** Older heads shown to be beginnings of this log. */
  readonly earlier: readonly Checkpoint[];
};

export type LogRefusal =
  | 'notAnExport'
  | 'notAVerifierKey'
  | CheckpointRefusal
  | 'entryNotInLog'
  | 'entryTwice'
  | 'historyRewritten'
  | 'checkpointNotCovered';

/**
 * Checks an exported log from its bytes alone.
 * @param text the file
 * @param trusted keys of the log, its present and its former ones, from a place other than the file; without them the file vouches for itself
 * @param remembered checkpoint notes kept from earlier, which the log must continue
 */
export function verifyExportedLog(text: string, trusted?: readonly NoteKey[], remembered: readonly string[] = []): Result<VerifiedLog, LogRefusal> {
  const log = parseExport(text);
  if (!log.ok) return log;
  const keys = trusted ? ok(trusted) : ownKeys(log.value);
  if (!keys.ok) return keys;
  const opened = openCheckpointBy(log.value.checkpoint, keys.value);
  if (!opened.ok) return opened;
  const { key, checkpoint: head } = opened.value;
  const entries = verifyEntries(log.value, head);
  if (!entries.ok) return entries;
  const earlier = verifyEarlier(log.value, keys.value, head);
  if (!earlier.ok) return earlier;
  const whole = entries.value === head.size ? log.value : null;
  for (const note of remembered) {
    const covered = verifyRemembered(note, keys.value, [head, ...earlier.value], whole);
    if (!covered.ok) return covered;
  }
  return ok({
    key,
    checkpoint: head,
    sealed: entries.value,
    unsealed: log.value.entries.length - entries.value,
    complete: entries.value === head.size,
    earlier: earlier.value,
  });
}

/** The keys that the file itself names. */
function ownKeys({ verifierKey, formerKeys = [] }: ExportedLog): Result<NoteKey[], 'notAVerifierKey'> {
  const keys: NoteKey[] = [];
  for (const line of [verifierKey, ...formerKeys]) {
    const key = parseVerifierKey(line);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return ok(keys);
}

function parseExport(text: string): Result<ExportedLog, 'notAnExport'> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('notAnExport', 'it is not JSON');
  }
  const parsed = exportedLogSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return refuse('notAnExport', `${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}

/** Counts the entries shown to be in the tree of `head`. */
function verifyEntries(log: ExportedLog, head: Checkpoint): Result<number, 'entryNotInLog' | 'entryTwice'> {
  const seen = new Set<number>();
  for (const { event, index, inclusion } of log.entries) {
    if (index === null) continue;
    if (seen.has(index)) return refuse('entryTwice', `entry ${index}`);
    seen.add(index);
    const claim = { leaf: eventHash(event), index, size: head.size, root: head.root, proof: inclusion.map(bytes) };
    if (!isIncluded(claim)) return refuse('entryNotInLog', `entry ${index}, event ${event.id}`);
  }
  return ok(seen.size);
}

function verifyEarlier(log: ExportedLog, keys: readonly NoteKey[], head: Checkpoint): Result<Checkpoint[], CheckpointRefusal | 'historyRewritten'> {
  const earlier: Checkpoint[] = [];
  for (const { checkpoint, consistency } of log.earlier) {
    const opened = openCheckpointBy(checkpoint, keys);
    if (!opened.ok) return opened;
    const old = opened.value.checkpoint;
    const claim = { oldSize: old.size, oldRoot: old.root, size: head.size, root: head.root };
    if (!isConsistent({ ...claim, proof: consistency.map(bytes) })) return refuse('historyRewritten', `since size ${old.size}`);
    earlier.push(old);
  }
  return ok(earlier);
}

/** The remembered head must be a beginning of the log: one that the file shows to be, or, where the whole log is here, the root of its first entries. */
function verifyRemembered(
  note: string,
  keys: readonly NoteKey[],
  heads: readonly Checkpoint[],
  whole: ExportedLog | null,
): Result<true, CheckpointRefusal | 'historyRewritten' | 'checkpointNotCovered'> {
  const opened = openCheckpointBy(note, keys);
  if (!opened.ok) return opened;
  const { size, root } = opened.value.checkpoint;
  const here = heads.find((head) => head.size === size)?.root ?? (whole && size < (heads[0]?.size ?? 0) ? rootOf(whole, size) : null);
  if (!here) return refuse('checkpointNotCovered', `size ${size}`);
  return Buffer.compare(here, root) === 0 ? ok(true) : refuse('historyRewritten', `at size ${size}`);
}

/** Root of the first entries of a log that is here as a whole. */
function rootOf({ entries }: ExportedLog, size: number): Hash {
  const first = entries.filter((entry): entry is typeof entry & { index: number } => entry.index !== null && entry.index < size).sort((a, b) => a.index - b.index);
  return frontierRoot(first.reduce((frontier, { event }) => appendLeaf(frontier, eventHash(event)), EMPTY_FRONTIER));
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
