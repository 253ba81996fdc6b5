import type { Correction, StatementKept } from '@/lib/features/case-file/types/corrections';
import type { Sending } from '@/lib/features/case-file/types/sendings';
import type { StatementWords } from '@/lib/domain/statement/words';
import type { Clock } from '@/lib/domain/clock/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { Standing } from '@/lib/domain/case/carry-out';
import type { Keeping } from '@/lib/domain/case/forgetting';
import type { Progress } from '@/lib/domain/case/progress';
import type { RestrictionStanding } from '@/lib/domain/case/restriction';
import type { Check } from '@/lib/domain/case/checks';
import type { CaseState, ClosedHow, MandateWork, MessagePurpose } from '@/lib/domain/case/types';
import type { ForWhom } from '@/lib/domain/intake/answers';
import type { SoughtWords } from '@/lib/domain/bundle/types';
import type { Outcome, PauseCause, RegimeId, RightId } from '@/lib/domain/law/types';
import type { Locale } from '@/lib/domain/locale';
import type { RecipientWords } from '@/lib/features/cases/data/recipients';
import type { KeptLetter } from '@/lib/features/case-file/data/letters';
import type { ErasedSystemWords, PortalKeptWords } from '@/lib/features/cases/data/erasure-words';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';

/** A browser that has shown that the mailbox of this case is its user's. Minted by the session gate only. */
export type RequesterSession = {
  readonly sessionId: string;
  readonly caseId: AuthorizedCaseId;
  /** The mailbox was proved afresh, and the data may be opened. */
  readonly fresh: boolean;
};

export type RightStatus = {
  readonly regime: RegimeId;
  readonly right: RightId;
  readonly standing: Standing;
  readonly progress: Progress;
  /** Agreed, and not done before the copy is made. */
  readonly waitsForCopy: boolean;
  /** The last day to do and to answer it; null where its law sets none, and once it is done. */
  readonly lastDayOn: LocalDate | null;
  /** The clock that sets it; null with it. */
  readonly clock: Clock | null;
  /** Since when the use that it ends at once has ended. */
  readonly stoppedAt: Date | null;
  /** Null until a second person has approved the decision: nothing before that is an answer. */
  readonly answer: {
    readonly outcome: Outcome;
    readonly grounds: readonly string[];
    readonly facts: string;
    readonly at: Date;
  } | null;
  /** What was done of it: on which day, in which systems of the data map, in the desk's words. */
  readonly carriedOut: {
    readonly on: LocalDate;
    readonly systems: readonly string[];
    readonly facts: string;
    /** Who looked again, where the law wants a person to; else null. */
    readonly by: string | null;
  } | null;
  readonly statement: StatementStatus | null;
  /** How a restriction stands, once it was carried out; `on` the day that belongs to it. */
  readonly restriction: { readonly standing: RestrictionStanding; readonly on: LocalDate } | null;
};

/** An erasure that a second person agreed to: what goes and stays in each system, and until when it can be stopped. */
export type ErasureStatus = {
  readonly state: 'approved' | 'cancelled' | 'running' | 'handedOver' | 'proved';
  /** The last day on which it can be stopped; null where no time is given for it. */
  readonly until: LocalDate | null;
  /** The law makes us keep all or a part of it for now; it goes on by itself once that has ended. */
  readonly held: boolean;
  /** Nothing goes before the copy that was asked for too has been fetched or has expired. */
  readonly copyFirst: boolean;
  readonly provedAt: Date | null;
  readonly systems: readonly ErasedSystemWords[];
  readonly portal: PortalKeptWords | null;
};

export type BundleStatus = {
  readonly id: string;
  readonly sealedAt: Date;
  readonly expiresAt: Date;
  readonly sizeBytes: number;
  readonly contents: readonly { readonly collectionId: string; readonly records: number; readonly bytes: number }[];
  /** What is hidden, a sentence for each ground. */
  readonly withheld: readonly string[];
};

/** A question of ours that is open. `waits`: the last day stands still until it is answered. */
export type OpenQuestion = {
  readonly cause: PauseCause;
  readonly askedAt: Date;
  readonly text: string;
  readonly waits: boolean;
};

/** More time that counts: told in time, with its reason. The last days that it moved, each once. */
export type MoreTime = { readonly toldAt: Date; readonly reasons: string; readonly lastDaysOn: readonly LocalDate[] };

export type StoryKind =
  | 'received'
  | 'emailConfirmed'
  | 'identityAccepted'
  | 'collectionStarted'
  | 'collectionFinished'
  | 'approved'
  | 'carriedOut'
  | 'narrowing'
  | 'mistake'
  | 'review'
  | 'erasurePlanned'
  | 'erasureCancelled'
  | 'erased'
  | 'liftingPlanned'
  | 'liftingCancelled'
  | 'restrictionLifted'
  | 'questionAsked'
  | 'questionAnswered'
  | 'extended'
  | 'bundleReady'
  | 'downloaded'
  | 'answered'
  | 'withdrawn'
  | 'unverified'
  | 'mandateAsked'
  | 'mandateConfirmed'
  | 'mandateStopped'
  | 'stopped';

/** What happened, in the order it happened. */
export type StoryEntry = {
  readonly kind: StoryKind;
  readonly at: Date;
  readonly values: Readonly<Record<string, number | string>>;
  readonly right?: RightId;
};

export type ConversationMessage = {
  readonly id: string;
  readonly author: 'requester' | 'desk';
  readonly body: string;
  /** What they wrote it for, where they said so. */
  readonly about: MessagePurpose | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  readonly at: Date;
};

/** A statement that answers a right, as it is read; `made` once its signed document can be fetched. */
export type StatementStatus = { readonly id: string; readonly words: StatementWords; readonly made: boolean };

/** Everything the requester's page says. */
export type CaseStatus = {
  readonly caseId: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly state: CaseState;
  /** Something is still owed: until then the request can be taken back. */
  readonly unfinished: boolean;
  readonly closedHow: ClosedHow | null;
  /** How long it is kept; null while it is open. */
  readonly keeping: Keeping | null;
  readonly receivedAt: Date;
  readonly lastDayOn: LocalDate;
  readonly residence: string;
  readonly forWhom: ForWhom;
  readonly email: string;
  readonly name: string;
  /** Whose data it is, where the requester acts for another; null for their own. */
  readonly subject: { readonly name: string; readonly relation: string } | null;
  readonly check: Check;
  /** What that person says of whoever acts for them; null where they were not asked. */
  readonly mandate: MandateWork['state'] | null;
  /** Whether systems were asked for data: what was not searched cannot be looked through. */
  readonly searched: boolean;
  /** By what and in which form was searched, and by what not; null until every system has answered. */
  readonly search: SoughtWords | null;
  /** Said first where nothing is held: that, by what was searched, and what else could be given. */
  readonly nothing: { readonly held: string; readonly more: string } | null;
  /** On what grounds and facts it was closed because it was not shown who they are. */
  readonly rejection: { readonly grounds: readonly string[]; readonly facts: string } | null;
  readonly clock: Clock;
  readonly questions: readonly OpenQuestion[];
  readonly moreTime: MoreTime | null;
  readonly rights: readonly RightStatus[];
  readonly systems: { readonly all: number; readonly answered: number };
  /** Values that were corrected, before and after. */
  readonly corrections: readonly Correction[];
  readonly statementsKept: readonly StatementKept[];
  readonly sendings: readonly Sending[];
  readonly erasure: ErasureStatus | null;
  /** Whoever received what was erased, corrected or restricted. */
  readonly recipients: readonly RecipientWords[];
  readonly bundle: BundleStatus | null;
  /** Our letters as they were sent, newest first. */
  readonly letters: readonly KeptLetter[];
  readonly messages: readonly ConversationMessage[];
  /** For what they can write now, besides anything else. */
  readonly purposes: readonly MessagePurpose[];
  readonly story: readonly StoryEntry[];
};
