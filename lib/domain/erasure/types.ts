import type { LocalDate } from '../calendar/local-date';
import type { CollectionStep } from '../datamap/plan';
import type { Backup, Blanks, KeptUntil, LocalText } from '../datamap/types';
import type { RegimeId } from '../law/types';

/**
 * What a connector does with the records that a step finds. `keep`: those whose last day of keeping has not passed stay, the others go.
 * `named`: found only because a record of the person names them; where another person's record does too, they stay.
 */
export type StepRule =
  | { readonly kind: 'erase'; readonly whileKept: Blanks | null; readonly named: boolean }
  | { readonly kind: 'anonymise'; readonly blanks: Blanks }
  | { readonly kind: 'keep'; readonly until: KeptUntil };

export type ErasureStep = { readonly step: CollectionStep; readonly rule: StepRule };

/** Values that stand together in one record, as text: one for each place of a reference. */
export type Keys = readonly (readonly string[])[];

/** One system's part of an erasure, as its connector needs it and nothing else. */
export type SystemErasure = {
  readonly systemId: string;
  /** The day at which it is looked which records must still be kept. */
  readonly asOf: LocalDate;
  readonly steps: readonly ErasureStep[];
  /** Keys read in other systems while those still held them, by the id of their carry. */
  readonly carried: Readonly<Record<string, Keys>>;
  /** Tables that the data map knows, or leaves out on purpose, besides those of the steps: `schema.name`, or the name alone. */
  readonly knownTables: readonly string[];
};

/** How many records of a collection meet which fate. `others`: named by the person's records and by other people's too. */
export type FateCounts = {
  readonly erased: number;
  readonly blanked: number;
  readonly anonymised: number;
  readonly kept: number;
  readonly others: number;
};

/** What is found in one collection. `fingerprint`: of the keys of all that changes, the same for the same records whatever their order. */
export type CollectionFacts = FateCounts & {
  readonly collectionId: string;
  readonly fingerprint: string;
  /** The last day on which any of the kept records has to be kept; null where none has a day. */
  readonly keptUntil: LocalDate | null;
  /** Kept records without such a day. */
  readonly undated: number;
  /** Whoever holds it says by signature what was done, and not of how many records: all that it holds of the person counts as one. */
  readonly uncounted?: true;
};

/**
 * Why a system's part cannot be carried out as the map has it, with the words that say what to write. `unmapped`: a table nobody described
 * refers to the records. `keptRefers`: a record that stays refers to one that goes. `strangersRefer`: another person's does.
 */
export type Obstacle = {
  readonly kind:
    'unmapped' | 'keptRefers' | 'strangersRefer' | 'notATable' | 'notNull' | 'denied' | 'unreadable' | 'sameTable';
  readonly collectionId: string;
  readonly detail: string;
};

/** Records of one collection by a hash of their keys, and what becomes of each. */
export type RecordFates = Readonly<Record<'erased' | 'anonymised' | 'kept', readonly string[]>>;

/** `records`: of a system without transactions that is being erased from, where a try may end between two records; by collection. */
export type SystemFacts = {
  readonly records?: Readonly<Record<string, RecordFates>>;
  readonly collections: readonly CollectionFacts[];
  /** Groups of collections in which records go, children before parents; those of one group refer to each other and go together. */
  readonly order: readonly (readonly string[])[];
  /** The tables as they stand, a sentence for each column, key, foreign key and trigger. */
  readonly schema: readonly string[];
  readonly obstacles: readonly Obstacle[];
  /** The system cannot be told of this person, so that somebody has to see to it there. */
  readonly byPerson?: true;
};

/** What becomes of one collection, and why of it stays what stays. */
export type PlannedCollection = {
  readonly collectionId: string;
  readonly title: LocalText;
  readonly fate: 'erase' | 'anonymise' | 'keep' | 'shared' | 'unsaid';
  /** Null where nobody looked: nothing of it is the person's, or a person looks by hand. */
  readonly facts: CollectionFacts | null;
  readonly reason: LocalText | null;
  /** Grounds for keeping, one for each law that was asked; null unless something stays by the map's word. */
  readonly keep: { readonly grounds: readonly string[]; readonly openBecause: LocalText | null } | null;
};

/** `product`: its connector erases. `person`: somebody has to, since no login was given by which the product could. */
export type SystemPlan = {
  readonly systemId: string;
  readonly by: 'product' | 'person';
  readonly order: SystemFacts['order'];
  readonly schema: SystemFacts['schema'];
  /** Left out where the map does not say. */
  readonly backups?: readonly Backup[];
  readonly collections: readonly PlannedCollection[];
};

/** What stands in the way of approving: an obstacle in a system, a law without a ground for keeping, or a word missing in the map. */
export type PlanProblem =
  | ({ readonly systemId: string } & Obstacle)
  | { readonly kind: 'noGround'; readonly systemId: string; readonly collectionId: string; readonly detail: RegimeId }
  | { readonly kind: 'unsaid'; readonly systemId: string; readonly collectionId: string; readonly detail: string };

/** That this portal keeps the requests of the person, on these grounds, and for how many days after each is closed. */
export type PortalKept = { readonly grounds: readonly string[]; readonly days: number };

/** The whole of an erasure. Systems stand in the order in which they are worked through: those found through another one before it. */
export type ErasurePlan = {
  readonly asOf: LocalDate;
  readonly regimes: readonly RegimeId[];
  readonly systems: readonly SystemPlan[];
  /** Left out of a plan that no case asked for. */
  readonly portal?: PortalKept;
  readonly problems: readonly PlanProblem[];
};

/** A hold that covers a part of a plan. `keeps`: something that would have gone stays for it. */
export type PlannedHold = { readonly id: string; readonly keeps: boolean };

/** A plan as people agree to it, and each system's part as its connector carries it out. */
export type MadePlan = {
  readonly plan: ErasurePlan;
  readonly erasures: readonly SystemErasure[];
  /** By system; none for one that a person does. */
  readonly facts: ReadonlyMap<string, SystemFacts>;
  /** The holds under which it was made; left out where there was none. */
  readonly holds?: readonly PlannedHold[];
};

/** Why an erasure stops: the tables, more records, others in their place, something that stands in the way, or something found again after it. */
export type ErasureChangeKind = 'schema' | 'more' | 'others' | 'obstacle' | 'stillThere' | 'noLogin' | 'held';

/** Records in numbers: gone, left without what leads to the person, and kept as they are. `uncounted`: collections that nobody counts, where there are any. */
export type EraseCounts = {
  readonly deleted: number;
  readonly blanked: number;
  readonly kept: number;
  readonly uncounted?: number;
};
