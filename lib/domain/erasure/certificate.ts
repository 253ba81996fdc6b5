import type { LocalDate } from '../calendar/local-date';
import { addPeriod } from '../calendar/period';
import type { LocalText } from '../datamap/types';
import type { RegimeId } from '../law/types';
import type { CollectionFacts, ErasurePlan, PlannedCollection, PortalKept, SystemFacts, SystemPlan } from './types';

/** What became of one collection, in counts; `stays` says why what is left is left. */
export type CertifiedCollection = {
  readonly collection: string;
  readonly title: LocalText;
  readonly deleted: number;
  readonly blanked: number;
  readonly anonymised: number;
  readonly kept: number;
  readonly namedByOthers: number;
  /** Whoever holds it cannot be searched: that it is done is said by their signature, and all of it counts as one record. */
  readonly uncounted?: true;
  readonly stays: {
    readonly reason: LocalText | null;
    readonly grounds: readonly string[];
    readonly until: LocalDate | null;
    readonly withoutDay: number;
    readonly openBecause: LocalText | null;
  } | null;
};

/** A copy that an erasure does not reach, and the last day on which it can still hold what was erased. */
export type CertifiedBackup = { readonly title: LocalText; readonly until: LocalDate };

/** `leftToAPerson`: nobody gave the product a login for changing there; it says nothing of what was done. */
export type CertifiedSystem = { readonly backups?: readonly CertifiedBackup[] } & (
  | { readonly system: string; readonly erasedByTheProduct: true; readonly collections: readonly CertifiedCollection[] }
  | { readonly system: string; readonly erasedByTheProduct: false; readonly leftToAPerson: readonly string[] }
);

/** What an erasure did, from what was counted in the transactions that did it. */
export type ErasureCertificate = {
  readonly format: 'rightsdesk-erasure/1';
  readonly reference: string;
  readonly controller: string;
  readonly laws: readonly RegimeId[];
  readonly plan: string;
  /** The instant at which each system, searched again over its reading login or by the signed word of who holds it, held no more than what stays. */
  readonly searchedAgainAt: string;
  readonly systems: readonly CertifiedSystem[];
  /** Beside the systems: nothing is erased here, and nothing searched again. */
  readonly portal?: PortalKept;
};

/** What becomes of everything within reach of a person. */
export type Fates = Pick<ErasureCertificate, 'systems' | 'portal'>;

type Certified = Pick<ErasureCertificate, 'reference' | 'controller' | 'plan' | 'searchedAgainAt'>;

/**
 * @param done what was counted in each system as it was erased
 * @param on the day on which the last of them was
 */
export function certificateOf(
  plan: ErasurePlan,
  done: ReadonlyMap<string, SystemFacts>,
  about: Certified,
  on: LocalDate,
): ErasureCertificate {
  return {
    format: 'rightsdesk-erasure/1',
    ...about,
    laws: plan.regimes,
    ...fatesOf(plan, done, on),
  };
}

/**
 * The same of a plan, by what was found, or of an erasure, by what was counted as it was done.
 * @param on the day of the erasure, from which the backups count; of a plan the first on which it can be
 */
export const fatesOf = (
  { systems, portal }: Pick<ErasurePlan, 'systems' | 'portal'>,
  facts: ReadonlyMap<string, SystemFacts>,
  on: LocalDate,
): Fates => ({
  systems: systems.flatMap((system) => {
    const one = certified(system, facts.get(system.systemId));
    if (one === null) return [];
    const backups = system.backups?.map(({ title, period }) => ({ title, until: addPeriod(on, period) }));
    return [{ ...one, ...(backups && { backups }) }];
  }),
  ...(portal && { portal }),
});

/** Null for a system in which nothing is the person's. */
function certified({ systemId, by, collections }: SystemPlan, done: SystemFacts | undefined): CertifiedSystem | null {
  const theirs = collections.filter(({ fate }) => fate !== 'shared');
  if (theirs.length === 0) return null;
  if (by === 'person')
    return {
      system: systemId,
      erasedByTheProduct: false,
      leftToAPerson: theirs.map(({ collectionId }) => collectionId),
    };
  return {
    system: systemId,
    erasedByTheProduct: true,
    collections: theirs.map((planned) => {
      const facts = done?.collections.find(({ collectionId }) => collectionId === planned.collectionId);
      if (!facts) throw new Error(`Nothing was counted in ${planned.collectionId}`);
      return certifiedCollection(planned, facts);
    }),
  };
}

function certifiedCollection(
  { collectionId, title, reason, keep }: PlannedCollection,
  facts: CollectionFacts,
): CertifiedCollection {
  const { erased, blanked, anonymised, kept, others, keptUntil, undated, uncounted } = facts;
  return {
    collection: collectionId,
    title,
    deleted: erased,
    blanked,
    anonymised,
    kept,
    namedByOthers: others,
    ...(uncounted && { uncounted }),
    stays:
      blanked + anonymised + kept === 0
        ? null
        : {
            reason,
            grounds: kept > 0 ? (keep?.grounds ?? []) : [],
            until: keptUntil,
            withoutDay: undated,
            openBecause: keep?.openBecause ?? null,
          },
  };
}
