/** `notFresh`: the mailbox must be proved afresh first. `expired`: its days are over. `nothingReady`: there is none. */
export type DownloadRefusal = 'notFresh' | 'expired' | 'nothingReady';

/** A download that may begin and whose attempt is on record. `sizeBytes` of the ZIP itself. */
export type Download = {
  readonly id: string;
  readonly bundleId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly blobKey: string;
  readonly wrappedKey: Uint8Array;
  readonly sizeBytes: number;
};
