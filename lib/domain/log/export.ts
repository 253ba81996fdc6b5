import { canonicalBytes } from '../audit/canonical-json';
import { leafHash, type Hash, type MerkleTree } from '../audit/merkle';
import type { AuditEvent, ExportedLog } from './schema';
import { verifierKey, type NoteKey } from '../audit/signed-note';

/** The hash under which an event enters the tree. */
export const eventHash = (event: AuditEvent): Hash => leafHash(canonicalBytes(event));

/**
 * The form in which events leave us so that anyone can check them without us.
 * @param formerKeys that signed some of `earlier`
 * @param tree the tree of `checkpoint`
 * @param entries chosen events with their place in the log; null when not sealed yet
 * @param earlier notes of older checkpoints with their sizes
 */
export function exportLog(input: {
  exportedAt: string;
  key: NoteKey;
  formerKeys?: readonly NoteKey[];
  checkpoint: string;
  tree: MerkleTree;
  earlier: readonly { checkpoint: string; size: number }[];
  entries: readonly { event: AuditEvent; index: number | null }[];
}): ExportedLog {
  const { tree } = input;
  return {
    format: 'rightsdesk-audit-log/1',
    exportedAt: input.exportedAt,
    verifierKey: verifierKey(input.key),
    ...(input.formerKeys?.length ? { formerKeys: input.formerKeys.map(verifierKey) } : {}),
    checkpoint: input.checkpoint,
    earlier: input.earlier.map(({ checkpoint, size }) => ({
      checkpoint,
      consistency: tree.consistencyProof(size).map(base64),
    })),
    entries: input.entries.map(({ event, index }) =>
      index === null || index >= tree.size
        ? { event, index: null, inclusion: [] }
        : { event, index, inclusion: tree.inclusionProof(index).map(base64) },
    ),
  };
}

const base64 = (hash: Hash): string => Buffer.from(hash).toString('base64');
