import { touched } from '@/lib/domain/erasure/plan';
import type { SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import type { Erased, Eraser, ErasingHooks } from './erase-port';
import { SourceError } from './port';

/** How far a system's part has come, kept where the erasure itself cannot remove it. */
export type ErasureEntry =
  | { readonly state: 'committing'; readonly transactionId: string; readonly facts: SystemFacts }
  | { readonly state: 'erased'; readonly facts: SystemFacts };

export interface ErasureJournal {
  read(): Promise<ErasureEntry | null>;
  write(entry: ErasureEntry): Promise<void>;
}

/**
 * Erases once, however often it is called: a try that nobody saw the end of is looked up in the system by its transaction's id, so that the
 * whole is reported and never the rest.
 * @throws SourceError where the system does not answer, or an earlier try is still at it
 */
export async function eraseOnce(
  eraser: Eraser,
  erasure: SystemErasure,
  approved: SystemFacts,
  journal: ErasureJournal,
  progress: ErasingHooks['progress'],
  signal?: AbortSignal,
): Promise<Erased> {
  const before = await journal.read();
  if (before?.state === 'erased') return { kind: 'erased', facts: before.facts };
  if (before?.state === 'committing' && (await hasHeld(eraser, erasure, before.transactionId, signal))) {
    await journal.write({ state: 'erased', facts: before.facts });
    return { kind: 'erased', facts: before.facts };
  }
  // What an earlier try wrote down before its first record went is the whole; what is found now is the rest.
  const begun = eraser.inSteps && before?.state === 'committing' ? before.facts : null;
  const erased = await eraser.erase(
    erasure,
    approved,
    {
      progress,
      beforeCommit: (transactionId, facts) =>
        journal.write({ state: 'committing', transactionId, facts: begun ?? facts }),
    },
    signal,
  );
  if (erased.kind !== 'erased') return erased;
  const facts = begun ?? erased.facts;
  await journal.write({ state: 'erased', facts });
  return { kind: 'erased', facts };
}

async function hasHeld(eraser: Eraser, erasure: SystemErasure, id: string, signal?: AbortSignal): Promise<boolean> {
  const outcome = await eraser.outcome(id, signal);
  if (outcome === 'running')
    throw new SourceError('interrupted', 'an earlier try has not ended in the system; it is looked up again later');
  if (outcome !== 'unknown') return outcome === 'committed';
  // The system has forgotten that try: if nothing is left to change, it held.
  const { collections } = await eraser.rehearse(erasure, signal);
  return collections.every((facts) => touched(facts) === 0);
}
