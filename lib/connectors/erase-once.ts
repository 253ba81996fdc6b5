import { touched } from '@/lib/domain/erasure/plan';
import { afterBegun } from '@/lib/domain/erasure/whole';
import type { StayingKeys } from '@/lib/domain/erasure/staying';
import type { CollectionFacts, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import type { Erased, Eraser, ErasingHooks } from './erase-port';
import { SourceError } from './port';

/** How far a system's part has come, kept where the erasure itself cannot remove it. */
export type ErasureEntry =
  | { readonly state: 'committing' | 'brokenOff'; readonly transactionId: string; readonly facts: SystemFacts }
  | { readonly state: 'erased'; readonly facts: SystemFacts };

export interface ErasureJournal {
  read(): Promise<ErasureEntry | null>;
  /** @param staying the keys by which what stays is found again; without them those that were written before stand */
  write(entry: ErasureEntry, staying?: AsyncIterable<StayingKeys>): Promise<void>;
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
  if (before !== null && (await hasHeld(eraser, erasure, before, signal))) {
    await journal.write({ state: 'erased', facts: before.facts });
    return { kind: 'erased', facts: before.facts };
  }
  // What an earlier try wrote down has gone, but for what is found again now.
  const begun = eraser.inSteps && before ? before.facts : null;
  const whole = (facts: SystemFacts): SystemFacts => (begun ? afterBegun(begun, facts) : facts);
  let own = '';
  const erased = await eraser.erase(
    erasure,
    approved,
    {
      progress,
      async beforeCommit(transactionId, facts, staying) {
        own = transactionId;
        const entry = { state: 'committing', transactionId, facts: whole(facts) } as const;
        await journal.write(entry, begun ? undefined : staying);
      },
      brokenOff: (facts) => journal.write({ state: 'brokenOff', transactionId: own, facts: whole(facts) }),
    },
    signal,
  );
  if (erased.kind !== 'erased') return erased;
  const facts = whole(erased.facts);
  await journal.write({ state: 'erased', facts });
  return { kind: 'erased', facts };
}

const gone = ({ erased, anonymised }: CollectionFacts): number => erased + anonymised;

async function hasHeld(
  eraser: Eraser,
  erasure: SystemErasure,
  { transactionId, facts: written }: Exclude<ErasureEntry, { state: 'erased' }>,
  signal?: AbortSignal,
): Promise<boolean> {
  const outcome = await eraser.outcome(transactionId, signal);
  if (outcome === 'running')
    throw new SourceError('interrupted', 'an earlier try has not ended in the system; it is looked up again later');
  if (outcome !== 'unknown') return outcome === 'committed';
  // The system has forgotten that try: if nothing is left to change, it held. What was blanked is found again by its key, and blanked again
  // without harm, so it says nothing where something was to go as well.
  const { collections } = await eraser.rehearse(erasure, signal);
  const left = written.collections.some((facts) => gone(facts) > 0) ? gone : touched;
  return collections.every((facts) => left(facts) === 0);
}
