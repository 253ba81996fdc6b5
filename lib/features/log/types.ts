import type { LogFault } from '@/lib/domain/audit/faults';
import type { AuditEvent } from '@/lib/domain/log/schema';

/** One line of the log. `index` is its place in the sealed tree, null while it has none. */
export type LogLine = {
  readonly position: bigint;
  readonly event: AuditEvent;
  readonly index: number | null;
};

/** Who looks at the log, and of which controllers they see the events; none named are all. */
export type LogReader = { readonly id: string; readonly controllerIds: readonly string[] };

export type LogPage = { readonly lines: readonly LogLine[]; readonly total: number; readonly before: string | null };

/** A checkpoint as kept, with what its note says once its signature was checked. */
export type Head = { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly signedAt: Date };

/** What checking the whole log gave: against its tags, its signed checkpoints, and those kept outside the database. */
export type LogHealth =
  | { readonly state: 'verified'; readonly head: Head; readonly checkedAt: Date; readonly unsealed: number }
  | {
      readonly state: 'broken';
      readonly head: Head | null;
      readonly checkedAt: Date;
      readonly faults: readonly LogFault[];
    }
  | { readonly state: 'empty'; readonly unsealed: number };

/** What is recorded of the newest checkpoint's ways out of the database: the file here, the mail to whoever looks, the witness where one is set. */
export type LogOutside = {
  readonly file: { readonly size: number; readonly signedAt: Date } | null;
  readonly mail: { readonly state: string; readonly at: Date; readonly reason: string | null } | null;
  readonly witness: {
    readonly taken: { readonly size: number; readonly at: Date } | null;
    readonly failed: { readonly reason: string; readonly at: Date } | null;
  } | null;
};

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
