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
