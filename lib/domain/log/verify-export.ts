import { ok, refuse, type Result } from '../result';
import { openCheckpointBy, type Checkpoint, type CheckpointRefusal } from '../audit/checkpoint';
import { eventHash } from './export';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontierRoot } from '../audit/frontier';
import type { Hash } from '../audit/merkle';
import { isConsistent, isIncluded } from '../audit/proof';
import { exportedLogSchema, type ExportedLog } from './schema';
import { parseVerifierKey, type NoteKey } from '../audit/signed-note';

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

type Entry = ExportedLog['entries'][number];

/** A log that is being checked entry by entry: it is never in memory as a whole. */
export type Verification = {
  /** Checks one entry, whatever it is; the first refusal ends the check. */
  take(entry: unknown): Result<true, LogRefusal>;
  /** What is shown once every entry was taken. */
  end(): Result<VerifiedLog, LogRefusal>;
};

/**
 * Checks an exported log from its bytes alone.
 * @param text the file
 * @param trusted keys of the log, its present and its former ones, from a place other than the file; without them the file vouches for itself
 * @param remembered checkpoint notes kept from earlier, which the log must continue
 */
export function verifyExportedLog(
  text: string,
  trusted?: readonly NoteKey[],
  remembered: readonly string[] = [],
): Result<VerifiedLog, LogRefusal> {
  const json = parseJson(text) as { entries?: unknown } | null;
  if (!json || !Array.isArray(json.entries))
    return refuse('notAnExport', json === null ? 'it is not JSON' : 'it has no entries');
  const begun = beginVerification({ ...json, entries: [] }, trusted, remembered);
  if (!begun.ok) return begun;
  for (const entry of json.entries) {
    const taken = begun.value.take(entry);
    if (!taken.ok) return taken;
  }
  return begun.value.end();
}

/** The same for whoever reads the entries one by one. @param head the export without them */
export function beginVerification(
  head: unknown,
  trusted?: readonly NoteKey[],
  remembered: readonly string[] = [],
): Result<Verification, LogRefusal> {
  const log = exportedLogSchema.safeParse(head);
  if (!log.success) return notAnExport(log.error);
  const keys = trusted ? ok(trusted) : ownKeys(log.data);
  if (!keys.ok) return keys;
  const opened = openCheckpointBy(log.data.checkpoint, keys.value);
  if (!opened.ok) return opened;
  const { key, checkpoint } = opened.value;
  const earlier = verifyEarlier(log.data, keys.value, checkpoint);
  if (!earlier.ok) return earlier;
  const kept: Checkpoint[] = [];
  for (const note of remembered) {
    const old = openCheckpointBy(note, keys.value);
    if (!old.ok) return old;
    kept.push(old.value.checkpoint);
  }
  return ok(new Entries({ key, checkpoint, earlier: earlier.value }, kept));
}

class Entries implements Verification {
  #unsealed = 0;
  #sealed = 0;
  #frontier: Frontier = EMPTY_FRONTIER;
  // Entries come in the order of writing: few stand before their place in the log, and wait here.
  readonly #ahead = new Map<number, Hash>();
  readonly #roots = new Map<number, Hash>();

  constructor(
    readonly found: Pick<VerifiedLog, 'key' | 'checkpoint' | 'earlier'>,
    readonly kept: readonly Checkpoint[],
  ) {
    for (const { size, root } of [found.checkpoint, ...found.earlier]) this.#roots.set(size, root);
  }

  take(entry: unknown): Result<true, LogRefusal> {
    const parsed = exportedLogSchema.shape.entries.element.safeParse(entry);
    if (!parsed.success) return notAnExport(parsed.error);
    if (parsed.data.index === null) this.#unsealed += 1;
    else return this.#place({ ...parsed.data, index: parsed.data.index });
    return ok(true);
  }

  #place({ event, index, inclusion }: Entry & { index: number }): Result<true, LogRefusal> {
    const { size, root } = this.found.checkpoint;
    if (index < this.#frontier.size || this.#ahead.has(index)) return refuse('entryTwice', `entry ${index}`);
    const leaf = eventHash(event);
    if (!isIncluded({ leaf, index, size, root, proof: inclusion.map(bytes) }))
      return refuse('entryNotInLog', `entry ${index}, event ${event.id}`);
    this.#sealed += 1;
    this.#ahead.set(index, leaf);
    for (let next = this.#ahead.get(this.#frontier.size); next; next = this.#ahead.get(this.#frontier.size)) {
      this.#ahead.delete(this.#frontier.size);
      this.#frontier = appendLeaf(this.#frontier, next);
      if (this.kept.some((old) => old.size === this.#frontier.size))
        this.#roots.set(this.#frontier.size, frontierRoot(this.#frontier));
    }
    return ok(true);
  }

  end(): Result<VerifiedLog, LogRefusal> {
    // A head that was kept must be a beginning of the log: one that the file shows to be, or the root of the entries up to there.
    for (const { size, root } of this.kept) {
      const here = this.#roots.get(size);
      if (!here) return refuse('checkpointNotCovered', `size ${size}`);
      if (Buffer.compare(here, root) !== 0) return refuse('historyRewritten', `at size ${size}`);
    }
    return ok({
      ...this.found,
      sealed: this.#sealed,
      unsealed: this.#unsealed,
      complete: this.#sealed === this.found.checkpoint.size,
    });
  }
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function notAnExport({
  issues: [issue],
}: {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}): Result<never, 'notAnExport'> {
  return refuse('notAnExport', `${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}

function verifyEarlier(
  log: ExportedLog,
  keys: readonly NoteKey[],
  head: Checkpoint,
): Result<Checkpoint[], CheckpointRefusal | 'historyRewritten'> {
  const earlier: Checkpoint[] = [];
  for (const { checkpoint, consistency } of log.earlier) {
    const opened = openCheckpointBy(checkpoint, keys);
    if (!opened.ok) return opened;
    const old = opened.value.checkpoint;
    const claim = { oldSize: old.size, oldRoot: old.root, size: head.size, root: head.root };
    if (!isConsistent({ ...claim, proof: consistency.map(bytes) }))
      return refuse('historyRewritten', `since size ${old.size}`);
    earlier.push(old);
  }
  return ok(earlier);
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
