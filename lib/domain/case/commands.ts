import type { LocalDate } from '../calendar/local-date';
import type { Outcome, PauseCause } from '../law/types';
import type {
  CollectionAnswer,
  CountedCollection,
  Doubt,
  ExtensionReason,
  IdentityMeans,
  IdentityMethod,
  KeptRecords,
  OtherWay,
  RedactionScope,
  WithheldSum,
  Reminder,
  ReopenReason,
  ReturnReason,
} from './types';

/** What somebody writes to the requester, or notes: sealed under the id of its message. */
type Written = { readonly messageId: string; readonly body: string };

/**
 * Everything that may be asked of a case. Texts that people wrote travel in `facts`, `detail` and `body`: they are sealed when
 * written and never reach the log.
 */
export type CaseCommand =
  | { readonly type: 'ConfirmEmail'; readonly method: 'code' | 'link' }
  | { readonly type: 'AcceptIdentity'; readonly method: IdentityMethod }
  /** Identity was not shown, in one person's view. `unaskedBecause`: why they were not asked, or not given their time. */
  | {
      readonly type: 'ProposeRejection';
      readonly grounds: readonly string[];
      readonly facts: string;
      readonly unaskedBecause: string | null;
      readonly confirmed: readonly string[];
    }
  | { readonly type: 'ApproveRejection' }
  | { readonly type: 'ReturnRejection'; readonly reason: ReturnReason }
  /** What else the person whose data it is can be found by, as the desk has learnt it; the value is sealed when written. */
  | { readonly type: 'AddIdentifier'; readonly identifierId: string; readonly kind: string; readonly value: string }
  /** Asks for more to go by. `lateBecause`: why it was not asked at once, signed off by a second person. */
  | ({
      readonly type: 'QuestionIdentity';
      readonly doubt: Doubt;
      readonly means: readonly IdentityMeans[];
      readonly lateBecause: string | null;
    } & Written)
  /** Asks which data are meant; moves a clock only where a large quantity is processed (Recital 63 GDPR). */
  | ({
      readonly type: 'AskClarification';
      readonly largeQuantity: boolean;
      readonly lateBecause: string | null;
    } & Written)
  /** The answer to a question of ours came by another way; what comes over the portal is its own answer. */
  | { readonly type: 'RecordReply'; readonly cause: PauseCause; readonly way: OtherWay; readonly repliedAt: string }
  /** `promisedOn` where the law sets no end of its own. */
  | ({
      readonly type: 'ExtendDeadline';
      readonly noticeId: string;
      readonly reasons: readonly ExtensionReason[];
      readonly promisedOn: LocalDate | null;
    } & Written)
  | { readonly type: 'RecordNoticeSent'; readonly noticeId: string }
  | { readonly type: 'ResendNotice'; readonly noticeId: string }
  | { readonly type: 'RecordNoticeTold'; readonly noticeId: string; readonly way: OtherWay }
  | ({ readonly type: 'RaiseReminder' } & Reminder)
  /** `insteadOf`: who had the case when this was asked, so that nobody takes it from whoever took it meanwhile. */
  | { readonly type: 'AssignCase'; readonly staffId: string | null; readonly insteadOf: string | null }
  | {
      readonly type: 'StartCollection';
      readonly tasks: readonly { readonly id: string; readonly systemId: string }[];
      readonly dataMapDigest: string;
    }
  /** `attempt` numbers the try that answers; `kept` is what was counted of its records in the same transaction. */
  | {
      readonly type: 'RecordSourceAnswer';
      readonly systemId: string;
      readonly attempt: number;
      readonly collections: readonly CollectionAnswer[];
      readonly kept: readonly KeptRecords[];
    }
  /** `retryAt` null: it is not asked again by itself, somebody has to look. */
  | {
      readonly type: 'RecordSourceFailure';
      readonly systemId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  | { readonly type: 'RetrySource'; readonly systemId: string }
  /** Asks systems again that have answered: their records are missing, or not the right ones. */
  | { readonly type: 'CollectAgain'; readonly systemIds: readonly string[] }
  | {
      readonly type: 'RedactValue';
      readonly redactionId: string;
      readonly collectionId: string;
      readonly recordNo: number;
      readonly scope: RedactionScope;
      readonly field: string | null;
      readonly ground: string;
      /** Fields among what is hidden that the data map leaves to a person. */
      readonly decides: readonly string[];
      readonly detail: { readonly passage: string | null; readonly facts: string };
    }
  | { readonly type: 'UndoRedaction'; readonly redactionId: string; readonly collectionId: string }
  /** A value that the data map leaves to a person is left shown; with `recordNo` null every other value of its field. */
  | {
      readonly type: 'KeepShown';
      readonly keptId: string;
      readonly collectionId: string;
      readonly recordNo: number | null;
      readonly field: string;
    }
  | { readonly type: 'UndoKeepShown'; readonly keptId: string; readonly collectionId: string }
  /** The use that a right ends at once has ended, in every system. */
  | { readonly type: 'RecordStopped'; readonly rightItemId: string }
  /** What was agreed has been done: on which day and where, and in words for the requester what. `confirmed`: as of a decision. */
  | {
      readonly type: 'RecordCarriedOut';
      readonly rightItemId: string;
      readonly on: LocalDate;
      readonly systems: readonly string[];
      readonly facts: string;
      readonly confirmed: readonly string[];
    }
  | {
      readonly type: 'DecideRight';
      readonly rightItemId: string;
      readonly outcome: Outcome;
      readonly grounds: readonly string[];
      readonly facts: string;
      /** What the answer must contain and the desk confirms to be in its words. */
      readonly confirmed?: readonly string[];
      /** Why everything is granted although values are hidden. */
      readonly despiteHidden?: string | null;
    }
  /** Whoever decided takes it back before a second person has agreed. */
  | { readonly type: 'TakeBackDecision'; readonly rightItemId: string }
  | { readonly type: 'ApproveDecision' }
  | { readonly type: 'ReturnDecision'; readonly reason: ReturnReason }
  | {
      readonly type: 'RecordBundleSealed';
      readonly bundleId: string;
      readonly attempt: number;
      readonly sealed: SealedBundle;
      readonly file: BundleFile;
      readonly counted: readonly CountedCollection[];
    }
  /** `retryAt` null: no try can succeed, or none is left; somebody has to look. */
  | {
      readonly type: 'RecordBundleFailure';
      readonly bundleId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  | { readonly type: 'RetryBundle' }
  | { readonly type: 'CloseCase' }
  /** `told`: how, when and in what words the requester said so to the desk; null when they do it themselves. */
  | {
      readonly type: 'WithdrawRequest';
      readonly told: { readonly way: OtherWay; readonly on: LocalDate; readonly words: string } | null;
    }
  | { readonly type: 'ReopenCase'; readonly reason: ReopenReason }
  | ({ readonly type: 'WriteMessage' } & Written)
  | ({ readonly type: 'WriteNote' } & Written);

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
  readonly withheld: readonly WithheldSum[];
};
