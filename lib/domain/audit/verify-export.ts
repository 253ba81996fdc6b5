import { ok, refuse, type Result } from '../result';
import { openCheckpoint, type Checkpoint, type CheckpointRefusal } from './checkpoint';
import { eventHash } from './export';
import { isConsistent, isIncluded } from './proof';
import { exportedLogSchema, type ExportedLog } from './schema';
import { parseVerifierKey, type NoteKey } from './signed-note';

/** What the check of an exported log has shown. */
export type VerifiedLog = {
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
 * @param trusted the log's verifier key from a place other than the file; without it the file vouches for itself
 * @param remembered a checkpoint note kept from earlier, which the log must continue
 */
export function verifyExportedLog(text: string, trusted?: NoteKey, remembered?: string): Result<VerifiedLog, LogRefusal> {
  const log = parseExport(text);
  if (!log.ok) return log;
  const key = trusted ? ok(trusted) : parseVerifierKey(log.value.verifierKey);
  if (!key.ok) return key;
  const head = openCheckpoint(log.value.checkpoint, key.value);
  if (!head.ok) return head;
  const entries = verifyEntries(log.value, head.value);
  if (!entries.ok) return entries;
  const earlier = verifyEarlier(log.value, key.value, head.value);
  if (!earlier.ok) return earlier;
  if (remembered !== undefined) {
    const covered = verifyRemembered(remembered, key.value, [head.value, ...earlier.value]);
    if (!covered.ok) return covered;
  }
  return ok({
    key: key.value,
    checkpoint: head.value,
    sealed: entries.value,
    unsealed: log.value.entries.length - entries.value,
    complete: entries.value === head.value.size,
    earlier: earlier.value,
  });
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

function verifyEarlier(log: ExportedLog, key: NoteKey, head: Checkpoint): Result<Checkpoint[], CheckpointRefusal | 'historyRewritten'> {
  const earlier: Checkpoint[] = [];
  for (const { checkpoint, consistency } of log.earlier) {
    const old = openCheckpoint(checkpoint, key);
    if (!old.ok) return old;
    const claim = { oldSize: old.value.size, oldRoot: old.value.root, size: head.size, root: head.root };
    if (!isConsistent({ ...claim, proof: consistency.map(bytes) })) return refuse('historyRewritten', `since size ${old.value.size}`);
    earlier.push(old.value);
  }
  return ok(earlier);
}

/** The remembered head must be one that the file shows to be a beginning of the log, with the very same root. */
function verifyRemembered(
  note: string,
  key: NoteKey,
  heads: readonly Checkpoint[],
): Result<true, CheckpointRefusal | 'historyRewritten' | 'checkpointNotCovered'> {
  const old = openCheckpoint(note, key);
  if (!old.ok) return old;
  const head = heads.find(({ size }) => size === old.value.size);
  if (!head) return refuse('checkpointNotCovered', `size ${old.value.size}`);
  return Buffer.compare(head.root, old.value.root) === 0 ? ok(true) : refuse('historyRewritten', `at size ${old.value.size}`);
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
