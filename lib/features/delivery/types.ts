import type { BundleCategory } from '@/lib/domain/bundle/types';
import type { SaidFact } from '@/lib/documents/shared-facts';
import type { Shown } from '@/lib/documents/shown-value';
import type { ByteRange } from '@/lib/domain/fulfilment/byte-range';

/** `notFresh`: the mailbox must be proved afresh first. `expired`: its days are over. `nothingReady`: there is none. */
export type DownloadRefusal = 'notFresh' | 'expired' | 'nothingReady';

/** How an attempt stands. `complete`: with what left before, the whole. The others are why it was refused. */
export const DOWNLOAD_OUTCOMES = ['started', 'complete', 'interrupted', 'notFresh', 'expired'] as const;

export type DownloadOutcome = (typeof DOWNLOAD_OUTCOMES)[number];

/** A download that may begin and whose attempt is on record. `sizeBytes` of the ZIP itself. */
export type Download = {
  readonly id: string;
  readonly bundleId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly blobKey: string;
  readonly wrappedKey: Uint8Array;
  readonly sizeBytes: number;
  /** What was asked for of it. */
  readonly range: ByteRange;
};

/** A copy that could be sent now: what its answer would say of it. */
export type Sendable = { readonly reference: string; readonly sizeBytes: number; readonly sha256: string };

/** One kind of data in a copy that is read on the page; of the records that were found, those are in it that are not left out whole. */
export type ReadableKind = {
  readonly records: number;
  readonly found: number;
  readonly category: BundleCategory;
  /** What the law wants said of it. */
  readonly facts: readonly SaidFact[];
};

/** A system with the kinds of data in it, and what holds for all of them. */
export type ReadableSystem = {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly ReadableKind[];
  readonly shared: readonly SaidFact[];
};

/** One field of a record as it is read. */
export type CopyLine = {
  readonly name: string;
  readonly title: string;
  readonly technical: boolean;
  readonly shown: Shown;
};

/** Some records of it; `no` counts from 1 among all that were found, `read` how many were looked at. */
export type CopyPage = {
  readonly shown: readonly { readonly no: number; readonly lines: readonly CopyLine[] }[];
  readonly read: number;
};

/** Records on one page of a copy that is read here. */
export const RECORDS_ON_PAGE = 25;
