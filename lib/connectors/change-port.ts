import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { Blanks } from '@/lib/domain/datamap/types';
import type { CarriedKeys } from './port';

/**
 * What the person's records of one collection are to hold. `was`: only records whose field holds this now are changed, the empty
 * text where it holds nothing, and the field is the only one of `fields`; null where it does not matter what they hold.
 */
export type CollectionChange = {
  readonly step: CollectionStep;
  readonly fields: Blanks;
  readonly was: string | null;
};

/**
 * One collection afterwards. `found`: the person's records there. `held`: those that held it before. `changed`: those that hold it now and did not.
 * `other`: those left as they were, for they held neither what was expected nor what is right.
 */
export type Changed = {
  readonly collectionId: string;
  readonly found: number;
  readonly held: number;
  readonly changed: number;
  readonly other: number;
};

/** What a system offers that takes a preference, a correction or a restriction, with a login that may change data. */
export interface Changer {
  /**
   * One transaction where the system has them: finds the person's records, writes what they are to hold, reads it back, and keeps all of it or nothing. Done again, it finds
   * everything as it should be.
   * @throws SourceError where the system does not answer, or does not hold what was written
   */
  change(
    changes: readonly CollectionChange[],
    options?: { readonly signal?: AbortSignal; readonly carried?: CarriedKeys },
  ): Promise<readonly Changed[]>;
}
