import { openCheckpointBy } from '@/lib/domain/audit/checkpoint';
import { columnsFit } from '@/lib/domain/audit/columns';
import type { LogFault } from '@/lib/domain/audit/faults';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontierRoot } from '@/lib/domain/audit/frontier';
import { leafHash } from '@/lib/domain/audit/merkle';
import { eventTag, headTag, leafTag, sameTag } from '@/lib/domain/audit/tag';
import { logTags, type LogTags } from '@/lib/features/instance/mutations/claim';
import { type KeptCheckpoint, keptCheckpoints } from '@/lib/platform/kept-checkpoints';
import { logKeys } from '@/lib/platform/log-key';
import { eachHead, eachLeaf, eachUnsealed, type EventRow, type HeadRow, type LeafRow } from './rows';

/** Faults beyond these are not listed: the first are where to look. */
const MOST_FAULTS = 50;

export type CheckedLog = { readonly size: number; readonly unsealed: number; readonly faults: readonly LogFault[] };

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

/**
 * Checks the whole log as it stands in the database: every event against its place, its tag and its columns, every root against its
 * checkpoint, and all of it against the checkpoints kept outside. Holds one frontier and a batch of rows in memory, however long the log is.
 */
export async function checkLog(kept: readonly KeptCheckpoint[] = keptCheckpoints()): Promise<CheckedLog> {
  const tags = await logTags();
  const faults: LogFault[] = tags.begin === null ? [{ kind: 'begin' }] : [];
  const report = (fault: LogFault): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const heads = new Heads(tags, report);
  const outside = new Outside(kept, report);
  let frontier: Frontier = EMPTY_FRONTIER;
  // Once a place is gone nothing after it has the number it had: roots say no more than that.
  let gap = false;
  let end = 0;
  for await (const leaf of eachLeaf()) {
    if (Number(leaf.index) !== frontier.size && !gap) {
      gap = true;
      report({ kind: 'placeGone', index: frontier.size });
    }
    end = Number(leaf.index) + 1;
    const fault = faultOf(leaf, tags);
    if (fault) report(fault);
    frontier = appendLeaf(frontier, leaf.hash);
    await heads.reached(frontier, gap || fault !== null);
    outside.reached(frontier, gap);
  }
  await heads.ended(frontier.size, gap);
  outside.ended(end);
  let unsealed = 0;
  for await (const event of eachUnsealed()) {
    const fault = faultOfEvent(event, tags, null);
    if (fault) report(fault);
    else unsealed += 1;
  }
  return { size: end, unsealed, faults };
}

function faultOf(leaf: LeafRow, tags: LogTags): LogFault | null {
  const index = Number(leaf.index);
  if (leaf.body === null) return { kind: 'eventGone', index };
  if (!same(leafHash(Buffer.from(leaf.body, 'utf8')), leaf.hash)) return { kind: 'edited', index };
  const fault = faultOfEvent(leaf, tags, index);
  if (fault) return fault;
  const tagged = index >= (tags.begin?.leaf ?? 0);
  return tagged && !sameTag(leaf.leafTag, leafTag(tags.key, index, leaf.eventId, leaf.hash))
    ? { kind: 'moved', index }
    : null;
}

/** @param index null while it has no place */
export function faultOfEvent(event: EventRow, { key, begin }: LogTags, index: number | null): LogFault | null {
  const position = Number(event.position);
  const tagged = position >= (begin?.position ?? 0);
  const ours = !tagged || sameTag(event.tag, eventTag(key, event.body));
  if (!ours) return index !== null && event.tag ? { kind: 'edited', index } : { kind: 'stranger', index, position };
  return columnsFit(event, event.body) ? null : { kind: 'columns', index, position };
}

/** Walks the checkpoints beside the places. */
class Heads {
  readonly #rows = eachHead();
  #next: Promise<HeadRow | undefined> = this.#read();
  #number = 0;
  #good = 0;
  #faulty = false;
  #told = false;
  #last: HeadRow | undefined;

  constructor(
    readonly tags: LogTags,
    readonly report: (fault: LogFault) => void,
  ) {}

  async #read(): Promise<HeadRow | undefined> {
    return (await this.#rows.next()).value as HeadRow | undefined;
  }

  async reached(frontier: Frontier, faulty: boolean): Promise<void> {
    this.#faulty ||= faulty;
    for (let head = await this.#next; head && Number(head.treeSize) <= frontier.size; head = await this.#next) {
      this.#take(head);
      const holds = Number(head.treeSize) === frontier.size && same(head.root, frontierRoot(frontier));
      if (holds) this.#good = frontier.size;
      // Where a place is known to be wrong the root says nothing more; and after one that does not hold none does.
      else if (!this.#faulty && !this.#told) {
        this.#told = true;
        this.report({ kind: 'root', after: this.#good, upTo: Number(head.treeSize) });
      }
    }
  }

  #take(head: HeadRow): void {
    const size = Number(head.treeSize);
    if (size > (this.tags.begin?.head ?? 0)) {
      const number = Number(head.number ?? 0);
      if (number !== this.#number + 1 || !sameTag(head.tag, headTag(this.tags.key, number, head.note)))
        this.report({ kind: 'heads', size });
      this.#number = number;
    }
    this.#last = head;
    this.#next = this.#read();
  }

  async ended(size: number, gap: boolean): Promise<void> {
    for (let head = await this.#next; head; head = await this.#next) {
      this.#take(head);
      if (!gap && !this.#told) {
        this.#told = true;
        this.report({ kind: 'placeGone', index: size });
      }
    }
    const last = this.#last;
    if (!last) return;
    const opened = openCheckpointBy(last.note, logKeys());
    const says = opened.ok ? opened.value.checkpoint : null;
    const ours = sameTag(last.tag, headTag(this.tags.key, Number(last.number ?? 0), last.note)) || says !== null;
    const fits = says === null || (says.size === Number(last.treeSize) && same(says.root, last.root));
    if (!ours || !fits) this.report({ kind: 'signature', size: Number(last.treeSize) });
  }
}

/** Walks the checkpoints kept outside the database beside the places. */
class Outside {
  readonly #kept: KeptCheckpoint[];
  #good = 0;
  #told = false;

  constructor(
    kept: readonly KeptCheckpoint[],
    readonly report: (fault: LogFault) => void,
  ) {
    this.#kept = [...kept];
  }

  reached(frontier: Frontier, gap: boolean): void {
    for (let [one] = this.#kept; one && one.size <= frontier.size; [one] = this.#kept) {
      this.#kept.shift();
      if (one.size === frontier.size && same(Buffer.from(one.root, 'base64'), frontierRoot(frontier)))
        this.#good = one.size;
      else if (!gap && !this.#told) {
        this.#told = true;
        this.report({ kind: 'rewritten', kept: one.size, after: this.#good });
      }
    }
  }

  ended(size: number): void {
    const newest = this.#kept.at(-1);
    if (newest && newest.size > size) this.report({ kind: 'rolledBack', kept: newest.size, size });
  }
}
