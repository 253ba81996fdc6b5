import type { DecisionChange } from '@/lib/domain/case/changed-since';
import type { RedactionScope } from '@/lib/domain/case/types';
import type { OwnValues } from '@/lib/domain/fulfilment/other-person';
import type { LawfulCollection } from '@/lib/domain/fulfilment/under-law';
import type { SoughtWords } from '@/lib/domain/bundle/types';
import type { Locale } from '@/lib/domain/locale';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';
import type { NoticeLook } from '@/lib/features/cases/types/look';

/** A collection in which something was found, with what the data map says about its fields under the laws of the case. */
export type ReviewCollection = {
  readonly collection: LawfulCollection;
  readonly records: number;
  readonly toDecide: number;
};

/** A value, or with `recordNo` null every other value of its field, that was left shown. */
export type KeptShown = {
  readonly id: string;
  readonly collectionId: string;
  readonly recordNo: number | null;
  readonly field: string;
  readonly by: string;
};

export type ReviewSystem = {
  readonly id: string;
  readonly name: string;
  readonly answering: boolean;
  readonly collections: readonly ReviewCollection[];
};

/** Something the desk hid, as the ledger shows it. */
export type ReviewRedaction = {
  readonly id: string;
  readonly collectionId: string;
  readonly recordNo: number;
  readonly scope: RedactionScope;
  readonly field: string | null;
  readonly passage: string | null;
  readonly ground: string;
  readonly facts: string;
  readonly by: string;
};

/** A ground on which something may be hidden, and the words that will stand in its place in the requester's language. */
export type HidingGround = {
  readonly id: string;
  readonly citation: string;
  readonly text: string;
  readonly mustShow: readonly string[];
  readonly words: string;
};

/** A value or record of which something is different: what is hidden of it, or that it is left shown. */
export type ChangedPlace = {
  readonly id: string;
  readonly what: 'hidden' | 'shownAgain' | 'leftShown' | 'undecided';
  readonly collectionId: string;
  /** Null for every other value of the field. */
  readonly recordNo: number | null;
  /** Null for a whole record. */
  readonly field: string | null;
  /** Null where nothing is hidden. */
  readonly ground: string | null;
  readonly by: string;
  readonly at: Date;
};

/** What is different from what this person saw when they last looked, or sent back. */
export type ChangedSince = {
  readonly at: Date;
  readonly sentBack: boolean;
  readonly places: readonly ChangedPlace[];
  readonly decisions: readonly DecisionChange[];
};

export type Review = {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly locale: Locale;
  readonly requester: string;
  /** Whether something may be hidden or shown again now. */
  readonly open: boolean;
  readonly systems: readonly ReviewSystem[];
  /** By what and in which form they were searched, and by what not; null before they answer. */
  readonly search: SoughtWords | null;
  readonly total: number;
  readonly redactions: readonly ReviewRedaction[];
  /** What in other people's fields is the requester's own. */
  readonly own: OwnValues;
  readonly kept: readonly KeptShown[];
  readonly grounds: readonly HidingGround[];
  /** Null for whoever looks for the first time. */
  readonly since: ChangedSince | null;
};

/** One collected record as it travels to the browser. */
export type ReviewRecord = { readonly recordNo: number; readonly record: Readonly<Record<string, unknown>> };

/** What a person chose to look at closer: a field of one record or of all, or a record as a whole (`field` null). */
export type Chosen = {
  readonly recordNo: number;
  readonly field: string | null;
  readonly passage: string | null;
  /** Every value of the field, whichever record it was chosen in. */
  readonly column?: true;
};

/** A letter as it would leave now, for whoever decides and for the second person. */
export type LetterPreview = NoticeLook & {
  readonly id: 'atOnce' | 'withCopy';
  /** How much is hidden is counted only when the copy is made. */
  readonly uncounted: boolean;
};

/** What the form of a decision shows again: why it was not taken, or the letter that was looked at, for the `looked`th time. */
export type DecidingState = CommandState & { readonly letter: LetterPreview | null; readonly looked: number };

export const NOT_DECIDED: DecidingState = { ...NOTHING_TRIED, letter: null, looked: 0 };
