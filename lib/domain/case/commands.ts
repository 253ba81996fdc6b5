import type { Outcome } from '../law/types';
import type { CollectionAnswer, IdentityMethod, RedactionScope } from './types';

/**
 * Everything that may be asked of a case. Texts that people wrote travel in `facts`, `detail` and `body`: they are sealed when
 * written and never reach the log.
 */
export type CaseCommand =
  | { readonly type: 'ConfirmEmail'; readonly method: 'code' | 'link' }
  | { readonly type: 'AcceptIdentity'; readonly method: IdentityMethod }
  | { readonly type: 'RejectIdentity' }
  | { readonly type: 'AssignCase'; readonly staffId: string | null }
  | { readonly type: 'StartCollection'; readonly tasks: readonly { readonly id: string; readonly systemId: string }[]; readonly dataMapDigest: string }
  | { readonly type: 'RecordSourceAnswer'; readonly systemId: string; readonly collections: readonly CollectionAnswer[] }
  | { readonly type: 'RecordSourceFailure'; readonly systemId: string; readonly reason: string; readonly retryAt: string | null }
  | { readonly type: 'RetrySource'; readonly systemId: string }
  | {
      readonly type: 'RedactValue';
      readonly redactionId: string;
      readonly collectionId: string;
      readonly recordNo: number;
      readonly scope: RedactionScope;
      readonly field: string | null;
      readonly ground: string;
      readonly detail: { readonly passage: string | null; readonly facts: string };
    }
  | { readonly type: 'UndoRedaction'; readonly redactionId: string; readonly collectionId: string }
  | { readonly type: 'DecideRight'; readonly rightItemId: string; readonly outcome: Outcome; readonly grounds: readonly string[]; readonly facts: string }
  | { readonly type: 'ApproveDecision' }
  | { readonly type: 'ReturnDecision'; readonly reason: ReturnReason }
  | { readonly type: 'RecordBundleSealed'; readonly bundleId: string; readonly sealed: SealedBundle; readonly file: BundleFile }
  | { readonly type: 'CloseCase' }
  | { readonly type: 'WithdrawRequest' }
  | { readonly type: 'WriteMessage'; readonly messageId: string; readonly body: string }
  | { readonly type: 'WriteNote'; readonly messageId: string; readonly body: string };

export type ReturnReason = 'redactionMissing' | 'redactionExcessive' | 'groundUnclear' | 'recordsMissing' | 'other';

export type SealedBundle = {
  readonly manifestSha256: string;
  readonly keyId: string;
  readonly files: number;
  readonly records: number;
  readonly sizeBytes: number;
};

/** Where the bundle lies and what is in it, by collection; counts and sizes only. */
export type BundleFile = {
  readonly blobKey: string;
  readonly sha256: string;
  readonly expiresAt: string;
  readonly contents: readonly { readonly collectionId: string; readonly records: number; readonly bytes: number }[];
};
