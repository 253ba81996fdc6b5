import type { SoughtWords } from '@/lib/domain/bundle/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { Due } from '@/lib/domain/case/due-today';
import type { Keeping } from '@/lib/domain/case/forgetting';
import type { Step } from '@/lib/domain/case/step';
import type { NoticeKind } from '@/lib/domain/case/notices';
import type { Case, CaseState, ClosedHow } from '@/lib/domain/case/types';
import type { IdentityMeans, IdentityMethod } from '@/lib/domain/case/reasons';
import type { Clock } from '@/lib/domain/clock/types';
import type { ControllerMark } from '@/lib/domain/controller/types';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { DeskFact } from '@/lib/domain/intake/summary';
import type { PauseCause, RegimeId } from '@/lib/domain/law/types';
import type { AddedIdentifier } from '@/lib/features/case-file/data/identifiers';
import type { RecipientWords } from '@/lib/features/cases/data/recipients';
import type { RestrictionView } from '@/lib/features/cases/data/restriction';
import type { bundleRows } from '@/lib/features/cases/data/story';
import type { ErasureView } from '@/lib/features/cases/loaders/erasure';
import type { GroundChoice, RightView } from '@/lib/features/cases/loaders/rights';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import type { MailPreview, NoticeLook } from './look';
import type { StoryEntry } from './story';

/** A clock with its working in sentences, each with what it rests on. */
export type ClockView = {
  readonly kind: Clock['kind'];
  readonly regime: Clock['regime'];
  readonly right: Clock['right'];
  readonly met: boolean;
  /** Met by nothing but the end of the case. */
  readonly lapsed: boolean;
  readonly lastDayOn: LocalDate;
  /** The day to work to: the earliest defensible one. */
  readonly targetOn: LocalDate;
  readonly pausedSinceOn: LocalDate | null;
  readonly extended: boolean;
  readonly citation: string;
  /** Whose holidays count; null where none do. */
  readonly place: string | null;
  readonly calendarKnown: boolean;
  readonly working: readonly { readonly text: string; readonly citation: string }[];
};

/** What asking the requester now would do to the clocks, law by law. */
export type AskingView = {
  readonly pauses: readonly RegimeId[];
  readonly runsOn: readonly RegimeId[];
  /** Asked now it is no longer asked without undue delay: a second person has to say why. */
  readonly late: boolean;
  /** Last day on which it would not have been late. */
  readonly byOn: LocalDate;
};

/** What a notice of more time, if it left today, would give to each law's clock; `dueOn` null where the notice has to promise a day. */
export type ExtensionView = {
  readonly regime: RegimeId;
  readonly lastDayOn: LocalDate;
  readonly extendedOn: LocalDate | null;
  readonly noticeByOn: LocalDate;
  readonly noticeTargetOn: LocalDate;
};

export type EarlierRequest = {
  readonly id: string;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly state: CaseState;
  readonly how: ClosedHow | null;
};

export type Identity = { readonly method: IdentityMethod; readonly at: Date; readonly by: string | null };

export type BundleView = Awaited<ReturnType<typeof bundleRows>>[number];

/** What it takes to say that identity was not shown, and what was proposed. */
export type RejectionView = {
  readonly choices: readonly GroundChoice[];
  /** Whether they were asked and answered, or their time has run: else it takes a reason. */
  readonly hadTheirChance: boolean;
  readonly daysToReply: number;
  /** The letter of what was proposed, as it will be sent; null where nothing is. */
  readonly sheet: NoticeLook | null;
  readonly facts: string;
  readonly unaskedBecause: string | null;
  readonly proposedById: string | null;
  readonly proposedBy: string | null;
};

/** What is hidden from the copy, by the desk and by the data map, with its grounds and what the desk wrote; `toDecide`: what nobody has decided on. */
export type HiddenSoFar = {
  readonly count: number;
  readonly grounds: readonly string[];
  readonly facts: string;
  readonly toDecide: number;
};

/** Everything the page of a case shows. What is personal is null once the case's key is destroyed. */
export type CasePage = {
  readonly current: Case;
  readonly controller: ControllerMark;
  readonly timezone: string;
  readonly due: Due;
  /** The day it is at the controller's place. */
  readonly today: LocalDate;
  /** How long it is kept; null while it is open, and once it is forgotten. */
  readonly keeping: Keeping | null;
  /** What comes first stands first; empty for a closed case. */
  readonly steps: readonly Step[];
  /** Questions of ours that the requester has not answered. */
  readonly questions: readonly PauseCause[];
  readonly asking: Readonly<Record<PauseCause, AskingView>>;
  readonly extension: readonly ExtensionView[];
  /** What may not be asked for at this controller, with the law that forbids it. */
  readonly forbiddenMeans: readonly { readonly means: IdentityMeans; readonly citation: string }[];
  /** Mails that were given up. */
  readonly failedNotices: readonly { readonly id: string; readonly kind: NoticeKind }[];
  readonly assignee: string | null;
  readonly rejection: RejectionView;
  /** What the requester would be sent if the request were withdrawn for them; null where it no longer can be. */
  readonly withdrawal: MailPreview | null;
  readonly answers: SubmittedAnswers | null;
  /** What the form asked beside who and what: empty where the answers are forgotten. */
  readonly facts: readonly DeskFact[];
  /** What the desk has learnt besides that the person can be found by. */
  readonly added: readonly AddedIdentifier[];
  /** By what people are found at this controller, each in words. */
  readonly identifierKinds: readonly { readonly kind: string; readonly label: string }[];
  readonly residence: string;
  readonly emailConfirmed: boolean;
  readonly identity: Identity | null;
  readonly rights: readonly RightView[];
  /** What is restricted, or was; null where nothing is. */
  readonly restriction: RestrictionView | null;
  /** The erasure by which rights of the case are carried out, once one was planned. */
  readonly recipients: readonly RecipientWords[];
  readonly erasure: ErasureView | null;
  readonly clocks: readonly ClockView[];
  /** Other requests from the same address, before or after. */
  readonly earlier: readonly EarlierRequest[];
  readonly systems: readonly SystemView[];
  /** By what and in which form those that have answered were searched, and by what not; null before. */
  readonly search: SoughtWords | null;
  /** Every system of the data map, asked or not. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly story: readonly StoryEntry[];
  readonly hidden: HiddenSoFar;
  readonly bundle: BundleView | null;
  readonly staff: ReadonlyMap<string, string>;
};
