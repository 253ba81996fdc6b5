import type { ReturnReason } from './reasons';
import type { LocalDate } from '../calendar/local-date';
import type { ClockEvent } from '../clock/types';
import type { Sought } from '../datamap/sought';
import type { MapFact } from '../datamap/types';
import type { ForWhom } from '../intake/answers';
import type { ClockKind, Outcome, RegimeId, RightId } from '../law/types';
import type { Locale } from '../locale';
import type { LiftReason, RestrictedFor } from '../law/restriction';
import type { CarriedStep } from '../law/right-effects';
import type { EffectIn } from './commands/effects';
import type { CaseNotice, MailState } from './notices';

/**
 * What was decided of a right, as far as it says what its answer has. `hasFacts`: words for the requester stand with it. `confirmed`: ids of
 * what must be in the answer and the desk confirmed to be in those words, or to ask nothing here.
 */
export type Decided = {
  readonly outcome: Outcome;
  readonly grounds: readonly string[];
  readonly hasFacts: boolean;
  readonly confirmed: readonly string[];
};

/** One right in a case: asked under a regime, decided by one person, approved by another. */
export type RightItem = {
  readonly id: string;
  readonly regime: RegimeId;
  readonly right: RightId;
  readonly decision: (Decided & { readonly decidedById: string }) | null;
  readonly approvedById: string | null;
  /** Since when the use that the right ends has ended, for a right that takes effect at once; an instant, ISO 8601. */
  readonly stoppedAt: string | null;
  /** What a person did of it and recorded, for a right that the product does not do itself: when, and in which systems of the data map or elsewhere. */
  readonly carriedOut: { readonly on: LocalDate; readonly systems: readonly string[]; readonly byId: string } | null;
  /** On which case of Art. 18(1) GDPR it restricts; null for another right, before it is done, and where nobody has named one. */
  readonly restrictedFor: RestrictedFor | null;
  /** The erasure by which it is carried out, for a right that asks for one: a case has one for all of them. */
  readonly erasure: ErasureWork | null;
};

export const TASK_STATES = ['waiting', 'running', 'asked', 'answered', 'failed'] as const;

/**
 * One system's work for a case. A task that failed is asked again; only an answer ends it. `attempts` numbers its tries: the newest alone may
 * keep records and answer.
 */
export type CollectionTask = {
  readonly id: string;
  readonly systemId: string;
  readonly state: (typeof TASK_STATES)[number];
  readonly attempts: number;
};

/**
 * How far an erasure is. `unanswered`: a system was asked as often as it goes by itself, and a person asks again. `stopped`: what is there is not
 * what was approved. `handedOver`: no connector erases anything of it, so a person does.
 * `dropped`: another plan took its place, or what it rested on was taken back.
 */
export const ERASURE_STATES = [
  'planning',
  'unplanned',
  'planned',
  'approved',
  'cancelled',
  'running',
  'unanswered',
  'stopped',
  'handedOver',
  'proved',
  'dropped',
] as const;

export type ErasureState = (typeof ERASURE_STATES)[number];

/** One plan of an erasure on its way. Its records and counts lie sealed beside the case. */
export type ErasureWork = {
  readonly id: string;
  readonly state: ErasureState;
  /** Numbers the tries to make the plan. */
  readonly attempts: number;
  readonly askedById: string;
  /** Of the plan, once it is made. */
  readonly digest: string | null;
  /** How much stands in the way of approving it. */
  readonly problems: number;
  /** Systems of the data map in which a connector erases, and those in which somebody has to. */
  readonly systems: readonly string[];
  readonly left: readonly string[];
  /** Whether a part of it was kept under a hold that has ended or will: the rest goes on then. */
  readonly held: boolean;
  /** The systems in which it is done. */
  readonly erased: readonly string[];
  readonly approved: {
    readonly on: LocalDate;
    /** How many whole days the person has to stop it, from when they were told. */
    readonly coolingOffDays: number;
    /** The day on which they were; null while that notice has not left. */
    readonly toldOn: LocalDate | null;
  } | null;
};

export const EFFECT_STATES = ['waiting', 'running', 'answered', 'failed'] as const;

/**
 * A right carried out in one system: what is written there and read back; or a file sent to a receiver, whose id stands for the system. `byPerson`: the product cannot, and somebody sees to it. `collections`:
 * what was read back.
 */
export type Effect = {
  readonly id: string;
  readonly rightItemId: string;
  readonly systemId: string;
  readonly step: CarriedStep;
  readonly state: (typeof EFFECT_STATES)[number];
  readonly byPerson: boolean;
  readonly attempts: number;
  readonly startedById: string;
  readonly collections: readonly EffectIn[];
};

/** `announced`: the person is told before anything is lifted. `cancelled`: before it began. */
export const LIFTING_STATES = ['announced', 'lifting', 'lifted', 'cancelled'] as const;

/** The lifting of a restriction, on its way: Art. 18(3) GDPR. */
export type Lifting = {
  readonly id: string;
  readonly rightItemId: string;
  readonly state: (typeof LIFTING_STATES)[number];
  readonly why: LiftReason;
  /** The day that the person is told; it is not lifted before. */
  readonly liftOn: LocalDate;
  /** The day on which the person was told; null while that notice has not left. */
  readonly toldOn: LocalDate | null;
  /** When the last system had given it back; an instant, ISO 8601. */
  readonly liftedAt: string | null;
};

/** What was done to data that recipients have too. */
export const TOLD_STEPS = ['erased', 'rectified', 'restricted', 'lifted'] as const;

export type ToldStep = (typeof TOLD_STEPS)[number];

/** Why a recipient need not be told (Art. 19 GDPR); `map`: the data map says so, of every case. */
export const EXCUSES = ['impossible', 'disproportionate', 'map'] as const;

export type ExcuseReason = Exclude<(typeof EXCUSES)[number], 'map'>;

/** That one recipient is to be told of what was done, and what is on record of it. */
export type RecipientNotice = {
  readonly id: string;
  readonly step: ToldStep;
  readonly recipientId: string;
  /** How far the mail to it is; null where the data map has no address. */
  readonly mail: MailState | null;
  /** By a person, otherwise than by that mail. */
  readonly told: boolean;
  readonly excused: boolean;
  /** By the recipient itself. */
  readonly confirmed: boolean;
};

/** A statement that answers a right; `made` once its document is there. */
export type StatementWork = { readonly id: string; readonly rightItemId: string; readonly made: boolean };

export const MANDATE_ANSWERS = ['confirmed', 'stopped'] as const;

/** What came of asking the person whose data it is whether somebody acts for them. `undelivered`: the newest mail to them did not arrive. */
export type MandateWork = {
  readonly id: string;
  /** `unanswered`: their days to answer are over; they may still. */
  readonly state: 'asked' | 'unanswered' | (typeof MANDATE_ANSWERS)[number];
  readonly reminded: boolean;
  readonly undelivered: boolean;
};

export const SOURCE_RESULTS = ['found', 'nothing', 'notApplicable'] as const;

/** What one collection answered: found, or nothing, or not applicable and why. */
export type CollectionAnswer = {
  readonly collectionId: string;
  readonly result: (typeof SOURCE_RESULTS)[number];
  readonly reason: string | null;
  readonly records: number;
  /** How many of its values the data map marks as another person's; left out where none can be. */
  readonly marked?: Marked;
  /** How it was looked for; left out where that was not recorded. */
  readonly sought?: Sought;
};

/** What a collection holds of the person, and what of it still waits for somebody to look. */
export type Finding = {
  readonly collectionId: string;
  readonly result: CollectionAnswer['result'];
  readonly records: number;
  /** Values that the data map leaves to a person and on which nobody has decided. */
  readonly toDecide: number;
  /** Values that the data map hides by its own rules. */
  readonly hidden: number;
};

/** Records that a try has kept of one collection. `whole`: from the first to the last without a gap. */
export type KeptRecords = { readonly collectionId: string; readonly records: number; readonly whole: boolean };

export const BUNDLE_STATES = ['building', 'failed', 'sealed', 'destroyed', 'dropped'] as const;

/** The making of a copy. `failed`: a person has to do something. `attempts` numbers its tries: the newest alone may seal. */
export type BundleWork = {
  readonly id: string;
  readonly state: (typeof BUNDLE_STATES)[number];
  readonly attempts: number;
};

/** One collection counted: as its system answered, as it is kept, as it went into the copy or was hidden whole; `beyond`: not asked for. */
export type CountedCollection = {
  readonly collectionId: string;
  readonly found: number;
  readonly kept: number;
  readonly written: number;
  readonly hidden: number;
  readonly beyond?: number;
};

/** What a requester writes for: to say which data they mean; that something in the answer is wrong; to have the answer looked at again. */
export const MESSAGE_PURPOSES = ['narrowing', 'mistake', 'review'] as const;

export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** A file that goes with a message, as it lies sealed in the blob store. */
export type MessageFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly blobKey: string;
};

export const REDACTION_SCOPES = ['value', 'field', 'record'] as const;

export type RedactionScope = (typeof REDACTION_SCOPES)[number];

/** How near a last day has come; each is told once for each last day. */
export const REMINDER_MARKS = ['halfTime', 'days7', 'days3', 'days1', 'lastDay', 'missed'] as const;

export type ReminderMark = (typeof REMINDER_MARKS)[number];

/** One last day of a case and how near it is. Rights whose clocks go the same way are told together. */
export type Reminder = {
  readonly regime: RegimeId;
  readonly clock: ClockKind;
  readonly mark: ReminderMark;
  readonly lastDayOn: LocalDate;
};

export type CaseFacts = {
  readonly id: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly forWhom: ForWhom;
  /** Whether there is anything by which the person whose data it is can be searched for. */
  readonly findable: boolean;
  readonly version: number;
  /** Instant, ISO 8601. */
  readonly receivedAt: string;
  readonly emailConfirmed: boolean;
  /** That it was established who asks, or that they may act for the person. */
  readonly identityShown: boolean;
  /** What the person whose data it is says of whoever acts for them; null where they were not asked. */
  readonly mandate: MandateWork | null;
  readonly rights: readonly RightItem[];
  readonly tasks: readonly CollectionTask[];
  /** Rights that are being carried out in systems, or were. */
  readonly effects: readonly Effect[];
  /** The newest lifting of its restriction; null where none was announced. */
  readonly lifting: Lifting | null;
  /** Whoever is to be told of what was erased, corrected, restricted or lifted. */
  readonly recipients: readonly RecipientNotice[];
  /** The newest copy of the case, made or being made. */
  readonly bundle: BundleWork | null;
  /** The redactions in force. */
  readonly redactionIds: readonly string[];
  /** Values that were left shown, by the ids of those decisions. */
  readonly keptIds: readonly string[];
  /** What each collection answered, in the order of their ids. */
  readonly findings: readonly Finding[];
  /** What the data map does not say of the collections in which something was found. */
  readonly unstated: readonly MapFact[];
  /** Rights that a statement answers: the data map states all that it has to say. */
  readonly statable: readonly RightId[];
  /** Statements that are being made or were, each of one right. */
  readonly statements: readonly StatementWork[];
  /** Why a second person sent the decisions back; null once they are made anew. */
  readonly returnedFor: ReturnReason | null;
  readonly assigneeId: string | null;
  /** That identity was not shown, proposed and not yet agreed to. */
  readonly rejection: {
    readonly proposedById: string;
    readonly grounds: readonly string[];
    readonly confirmed: readonly string[];
  } | null;
  /** What moves the clocks; a notice of more time is among them from when it was given. */
  readonly clockEvents: readonly ClockEvent[];
  readonly notices: readonly CaseNotice[];
  /** What holds the data of this person as a whole, with its last day where it has one: nothing is erased meanwhile. */
  readonly holds: readonly { readonly until: LocalDate | null }[];
  /** What was already told to the desk about its last days. */
  readonly reminders: readonly Reminder[];
  /** Messages of the requester that nobody of the desk has opened. */
  readonly unreadMessages: number;
  /** Whether a copy was made and signed for this case. */
  readonly copySealed: boolean;
  /** Whether the requester has the whole bundle; null where there is none to fetch. */
  readonly fetched: boolean | null;
};

/**
 * A case in the one state it is in, which follows from its facts (`stateOf`): of what its rights still wait for, what comes first. Waiting for
 * a source, for a mail or for a download is told by tasks, notices and attempts.
 */
export type Case =
  | (CaseFacts & { readonly state: 'received' })
  | (CaseFacts & { readonly state: 'verifying' })
  | (CaseFacts & { readonly state: 'verified' })
  | (CaseFacts & { readonly state: 'collecting' })
  | (CaseFacts & { readonly state: 'reviewing' })
  | (CaseFacts & { readonly state: 'awaitingApproval' })
  | (CaseFacts & { readonly state: 'preparing' })
  | (CaseFacts & { readonly state: 'ready' })
  | (CaseFacts & { readonly state: 'closed'; readonly how: ClosedHow; readonly from: OpenState | null });

export type CaseState = Case['state'];

export type OpenState = Exclude<CaseState, 'closed'>;

/** `stopped`: by the person whose data it is, after another had asked for them. */
export const CLOSED_HOW = ['answered', 'withdrawn', 'unverified', 'stopped'] as const;

export type ClosedHow = (typeof CLOSED_HOW)[number];

export const OPEN_STATES = [
  'received',
  'verifying',
  'verified',
  'collecting',
  'reviewing',
  'awaitingApproval',
  'preparing',
  'ready',
] as const satisfies readonly OpenState[];

export const CASE_STATES = [...OPEN_STATES, 'closed'] as const satisfies readonly CaseState[];

/** Who wrote a message of a case; a note is read by the staff only. */
export const MESSAGE_AUTHORS = ['requester', 'desk', 'note'] as const;

export type MessageAuthor = (typeof MESSAGE_AUTHORS)[number];

/** How many values of a collection the data map marks as another person's, by field: those that a person decides on, and those hidden by rule. */
export type Marked = {
  readonly toDecide: Readonly<Record<string, number>>;
  readonly hidden: Readonly<Record<string, number>>;
};

/** How many values of a copy are withheld on the same grounds: ids of exemptions, one or more for each law under which the copy is given. */
export type WithheldSum = { readonly grounds: readonly string[]; readonly count: number };
