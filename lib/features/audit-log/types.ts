import type { LogFault } from '@/lib/domain/audit/faults';
import type { AuditEvent } from '@/lib/domain/audit/schema';

/** One line of the log. `index` is its place in the sealed tree, null while it has none. */
export type LogLine = {
  readonly position: bigint;
  readonly event: AuditEvent;
  readonly index: number | null;
  /** Who, in words: a colleague by name, a part of ourselves, or the requester of the case. */
  readonly by: string;
};

export type LogPage = { readonly lines: readonly LogLine[]; readonly total: number; readonly before: string | null };

/** A checkpoint as kept, with what its note says once its signature was checked. */
export type Head = { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly signedAt: Date };

/** What checking the whole log gave: against its tags, its signed checkpoints, and those kept outside the database. */
export type LogHealth =
  | { readonly state: 'verified'; readonly head: Head; readonly checkedAt: Date; readonly unsealed: number }
  | { readonly state: 'broken'; readonly head: Head | null; readonly checkedAt: Date; readonly faults: readonly LogFault[] }
  | { readonly state: 'empty'; readonly unsealed: number };

/** That one event is in the tree of a checkpoint, with every sibling on the way to the root. */
export type InclusionProof = {
  readonly index: number;
  readonly head: Head;
  readonly leaf: string;
  readonly path: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
  readonly root: string;
  /** Whether the root computed here from leaf and path is the signed one. */
  readonly holds: boolean;
};
