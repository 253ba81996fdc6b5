import { ok, refuse, type Result } from '../result';
import type { Hash } from './merkle';
import { openNote, signNote, type NoteKey } from './signed-note';

/** How far a log goes and what it must hash to: c2sp.org/tlog-checkpoint. `origin` is the key's name. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

export type CheckpointRefusal = 'notANote' | 'notSignedByKey' | 'badSignature' | 'notACheckpoint';

// No leading zeros and no sign, so that a size has one spelling.
const SIZE = /^(0|[1-9][0-9]{0,15})$/u;

/** A signed checkpoint: three lines, then the signature. */
export const signCheckpoint = (
  head: { size: number; root: Hash },
  key: NoteKey,
  sign: (message: Uint8Array) => Uint8Array,
): string => signNote(`${key.name}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`, key, sign);

/**
 * Reads a checkpoint that one of the keys signed: a log outlives its key, and what the older ones signed stays true.
 * @returns with it the key that did
 */
export function openCheckpointBy(
  note: string,
  keys: readonly NoteKey[],
): Result<{ readonly checkpoint: Checkpoint; readonly key: NoteKey }, CheckpointRefusal> {
  let refusal: Result<never, CheckpointRefusal> = refuse('notSignedByKey');
  for (const key of keys) {
    const opened = openCheckpoint(note, key);
    if (opened.ok) return ok({ checkpoint: opened.value, key });
    if (opened.reason !== 'notSignedByKey') refusal = opened;
  }
  return refusal;
}

/** Reads a checkpoint that `key` signed. Further lines of the text are extensions and say nothing to us. */
export function openCheckpoint(note: string, key: NoteKey): Result<Checkpoint, CheckpointRefusal> {
  const opened = openNote(note, key);
  if (!opened.ok) return opened;
  const head = headOfNote(opened.value);
  return head?.origin === key.name ? ok(head) : refuse('notACheckpoint');
}

/** What a note says, whoever signed it: for one that was kept where nobody else can write. Null when it is no checkpoint. */
export function headOfNote(note: string): Checkpoint | null {
  const [origin = '', size = '', root] = note.split('\n');
  const bytes = Buffer.from(root ?? '', 'base64');
  return SIZE.test(size) && bytes.length === 32 && bytes.toString('base64') === root
    ? { origin, size: Number(size), root: bytes }
    : null;
}
