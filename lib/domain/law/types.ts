import type { CalendarId } from '../calendar/holiday-calendar';
import type { LocalDate } from '../calendar/local-date';
import type { BasisId } from '../datamap/types';
import type { SecretKind } from '../datamap/secret-kinds';

export const REGIME_IDS = ['GDPR', 'UK_GDPR', 'CH_FADP', 'CCPA', 'CA_SHINE_THE_LIGHT', 'CA_DELETE_ACT'] as const;

export type RegimeId = (typeof REGIME_IDS)[number];

/** Rights that no controller may refuse: Art. 7(3), Art. 21(2)-(3) GDPR; Cal. Civ. Code 1798.120, 1798.121. */
export const ABSOLUTE_RIGHT_IDS = [
  'withdraw_consent',
  'objection_marketing',
  'opt_out_sale_sharing',
  'limit_sensitive',
] as const;

export type AbsoluteRightId = (typeof ABSOLUTE_RIGHT_IDS)[number];

export const REFUSABLE_RIGHT_IDS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'automated_decision',
  'deceased_access',
  'know_categories',
  'know_specific',
  'delete',
  'correct',
  'access_admt',
  'appeal_admt',
  'opt_out_admt',
  'opt_in_sale_sharing',
  'shine_the_light',
  'delete_drop',
] as const;

export type RefusableRightId = (typeof REFUSABLE_RIGHT_IDS)[number];

export const RIGHT_IDS = [...ABSOLUTE_RIGHT_IDS, ...REFUSABLE_RIGHT_IDS] as const;

export type RightId = AbsoluteRightId | RefusableRightId;

/** How far a rule was checked: in its own text, in an earlier text of it, in a quotation or summary, from knowledge only, or our own policy. */
export const VERIFIED = ['ruleText', 'earlierText', 'secondary', 'knowledge', 'policy'] as const;

export type Verified = (typeof VERIFIED)[number];

/** What every piece of law carries, so that a person can check it: citation, dates in force, how far verified, source, review. */
export interface Rule {
  readonly id: string;
  readonly regime: RegimeId;
  readonly citation: string;
  /** What it says, in English, for the desk and the DPO. */
  readonly text: string;
  readonly inForceFrom: LocalDate;
  /** Last day in force; null while no end is known. */
  readonly inForceTo: LocalDate | null;
  readonly verified: Verified;
  /** Key of SOURCES. */
  readonly source: string;
  readonly reviewedOn: LocalDate;
}

/** Clocks that begin at a later event of the case: a complaint to the controller, an appeal, a restriction that is to be lifted. */
export const LATER_CLOCK_KINDS = ['complaint', 'appeal', 'lifting'] as const;

export type LaterClockKind = (typeof LATER_CLOCK_KINDS)[number];

export const CLOCK_KINDS = ['respond', 'acknowledge', 'optOut', 'extensionNotice', ...LATER_CLOCK_KINDS] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface Period {
  readonly length: number;
  /** `daysBefore`: counted backwards from what is going to happen. */
  readonly unit: 'months' | 'days' | 'businessDays' | 'daysBefore';
}

/** A question to the requester. */
export type PauseCause = 'identity' | 'clarification';

/** What a clock can wait for: an answer of the requester, or that they pay, or agree to, a fee. */
export type WaitCause = PauseCause | 'fee';

/** A wait for the requester that moves the clock; a question only if asked without undue delay. */
export interface PauseRule {
  readonly cause: WaitCause;
  readonly rights: readonly RightId[];
  /** pause: the days of waiting are added. restart: the period runs from the day the answer came. */
  readonly effect: 'pause' | 'restart';
  /** Whether both the day of asking and the day of the answer are left out of the count, or only the days between. */
  readonly bothDaysOut: boolean;
  /** Whether the law itself has it. Where only guidance does, it is a tolerance, and a notice of more time is safe only without it. */
  readonly statutory: boolean;
  /** Whether asking which data are meant needs no large quantity of data. */
  readonly anyQuantity: boolean;
  /** Days to think a fee over: the period runs from their end, and a request not confirmed within them counts as taken back. */
  readonly reflectionDays: number | null;
  readonly citation: string;
}

export interface ExtensionRule {
  /** Whole period from receipt; null where the law sets no cap and the day named in the notice counts. */
  readonly total: Period | null;
  /** Whether the notice counts although it gives no reasons. */
  readonly withoutReasons: boolean;
  readonly citation: string;
}

/** A reading of the same rule that ends sooner than the date we ship: work is planned to it. */
export type EarliestReading =
  | { readonly by: 'receiptDayCounts'; readonly citation: string }
  | { readonly by: 'civilCodeDays'; readonly calendar: CalendarId; readonly citation: string };

export interface ClockRule extends Rule {
  readonly kind: Exclude<ClockKind, 'extensionNotice'>;
  readonly rights: readonly RightId[];
  /** The way in for which the period holds; null for every way in. */
  readonly channel: 'designated' | 'other' | null;
  readonly period: Period;
  /** Whether the law asks for a reasonable time, of which the period is only the outer limit. */
  readonly reasonable?: true;
  /** Citation by which the first day is left out and the last day found. */
  readonly counting: string;
  /** Whose holidays count: those of the place of establishment if its id begins with `within`, else those of `otherwise`. Null: always those of the establishment. */
  readonly holidays: { readonly within: string; readonly otherwise: CalendarId } | null;
  /** Citation by which a last day that is no working day moves forward; null where the period does not roll. */
  readonly roll: string | null;
  readonly pauses: readonly PauseRule[];
  readonly extension: ExtensionRule | null;
  readonly earliest: EarliestReading | null;
}

const GRANTED_OUTCOMES = ['granted', 'noData', 'notFromThem'] as const;
const REFUSING_OUTCOMES = ['partlyGranted', 'refused', 'notIdentifiable'] as const;

export const OUTCOMES = [...GRANTED_OUTCOMES, ...REFUSING_OUTCOMES] as const;

export type GrantedOutcome = (typeof GRANTED_OUTCOMES)[number];
export type RefusingOutcome = (typeof REFUSING_OUTCOMES)[number];

/** What ties a person to the controller. */
export const RELATIONS_TO_CONTROLLER = ['customer', 'employee', 'applicant', 'businessContact', 'other'] as const;

export type Relation = (typeof RELATIONS_TO_CONTROLLER)[number];

/** Age of the person whose data it is, as finely as any law asks: 13 and 16 are California's steps, 18 is full age. */
export const AGE_BANDS = ['under13', '13to15', '16to17', 'adult'] as const;

export type AgeBand = (typeof AGE_BANDS)[number];

/** On what footing somebody asks: for themselves, as agent, as parent or guardian, after a death. */
export type Capacity = 'self' | 'agent' | 'guardian' | 'heir';

/** Who can use a right, where that is not a matter of where anyone lives. */
export interface OpenTo {
  /** Null for whoever asks. */
  readonly relations: readonly Relation[] | null;
  /** On which footing, and at what age of the person whose data it is, null for every age; null for all but heirs. */
  readonly people: readonly { readonly capacity: Capacity; readonly ageBands: readonly AgeBand[] | null }[] | null;
  /** Countries of controllers, for a right that one country alone gives; null for all. */
  readonly establishments: readonly string[] | null;
}

/** How far back a right reaches where the person names no day, and the earliest day they can name. */
export interface Lookback {
  readonly months: number;
  readonly earliestOn: LocalDate;
  readonly citation: string;
}

/** How one right in a case can end. `notFromThem`: shown not to come from the person whose right it is. Withdrawal is the requester's own act. */
export type Outcome = GrantedOutcome | RefusingOutcome;

/** A lawful reason not to do, or not to do wholly, what was asked. */
export interface Ground extends Rule {
  /** Key of its words for the requester, in the law texts. */
  readonly label: string;
  readonly rights: readonly RefusableRightId[];
  /** What it can defeat: the whole request, only some of the data, or either. */
  readonly reach: 'whole' | 'part' | 'either';
  /** Whether it says that the person cannot be found in the data. Nothing is refused then: the case ends as `notIdentifiable`. */
  readonly identification: boolean;
  /** Whether data can be kept on it that are to be erased: then a data map can name it. */
  readonly keepsData?: true;
  /** Countries of controllers, for what the law of one country alone says; null for all. */
  readonly establishments: readonly string[] | null;
  /** What the desk must put on file for it to hold. */
  readonly mustShow: readonly string[];
  readonly secondPerson: boolean;
}

/**
 * For whose sake values are withheld: the rights of other people, a business secret, a law that forbids disclosing, or the safety of the
 * person's own account. A data map names this; which article that is depends on the law of the request.
 */
export const PROTECTED_INTERESTS = ['othersRights', 'tradeSecret', 'legalSecrecy', 'accountSafety'] as const;

export type ProtectedInterest = (typeof PROTECTED_INTERESTS)[number];

/** A reason to withhold or redact single values from what is handed over. */
export interface Exemption extends Rule {
  readonly protects: ProtectedInterest;
  /** Values that a copy may not hold whatever anybody decides: that one of this kind is held is said in their place. */
  readonly neverSends?: readonly SecretKind[];
  /** Key of its words for the requester, in the law texts. */
  readonly label: string;
  readonly rights: readonly RefusableRightId[];
  readonly mustShow: readonly string[];
  readonly secondPerson: boolean;
}

/** One thing that an answer, a refusal or the desk's check must contain; absent days are those of its right. */
export interface Requirement {
  readonly id: string;
  readonly citation: string;
  readonly text: string;
  readonly inForceFrom?: LocalDate;
  /** Last day in force. */
  readonly inForceTo?: LocalDate;
}

export type Fee = 'never' | 'unfoundedOrExcessive' | 'furtherCopies';

/** Whom else the controller must tell after acting. */
export type ToTell = 'recipients' | 'otherControllers' | 'serviceProviders' | 'thirdPartiesSoldTo' | 'sourceOfData';

/** How often a right can be used before the controller need not answer again, and the ground it may then give. */
export interface Frequency {
  readonly times: number;
  readonly per: 'calendarYear' | 'twelveMonths';
  readonly ground: string;
}

/** What is owed to somebody whose identity could not be verified, besides the reason. */
export interface Unverified {
  /** The right as which the request is then treated; null where it stays what it is. */
  readonly treatedAs: RightId | null;
  /** Whether the privacy policy, with the general practices, is named to them. */
  readonly policy: boolean;
  readonly citation: string;
}

interface RightRuleBase extends Rule {
  /** How it takes effect: by the answer, or at once whatever the date of the answer. */
  readonly effect: 'byAnswer' | 'withoutDelay';
  /** The question of the form that it alone brings: `california` for the statement and the address of Cal. Civ. Code 1798.83(b)(1). */
  readonly asksFor?: 'california';
  /** Whether a statement of the person is to stand beside data that are incomplete: Art. 16, second sentence, GDPR. */
  readonly supplements?: true;
  /** The time that the answer is about, where the law names it. */
  readonly answersAbout?: 'precedingCalendarYear';
  /** Id of the ground on which nothing is owed where the address for requests is published and another was used. */
  readonly elsewhere?: string;
  /** How sure the controller must be who asks: not at all, on doubt only, to a reasonable or a reasonably high degree. */
  readonly identity: 'never' | 'onDoubt' | 'reasonable' | 'reasonablyHigh';
  readonly checks: readonly Requirement[];
  readonly answerContains: readonly Requirement[];
  readonly fee: Fee;
  /** Null where no number is set. */
  readonly frequency: Frequency | null;
  /** Since when the person must be shown that the request was processed; null where the answer alone is owed. */
  readonly showProcessedFrom: LocalDate | null;
  readonly tell: readonly ToTell[];
  /** Null for everyone alive (Recital 27 GDPR), asking themselves or through another, whatever ties them to the controller. */
  readonly openTo: OpenTo | null;
  /** Null where the right reaches everything that is held. */
  readonly lookback: Lookback | null;
  /** Null where the reason and the remedies are all that is owed. */
  readonly unverified: Unverified | null;
}

export interface AbsoluteRightRule extends RightRuleBase {
  readonly right: AbsoluteRightId;
  readonly refusable: false;
  readonly outcomes: readonly GrantedOutcome[];
}

export interface RefusableRightRule extends RightRuleBase {
  readonly right: RefusableRightId;
  readonly refusable: true;
  readonly outcomes: readonly Outcome[];
  /** Ids of the grounds; all of them in `Regime.grounds`. */
  readonly grounds: readonly string[];
  readonly refusalContains: readonly Requirement[];
}

export type RightRule = AbsoluteRightRule | RefusableRightRule;

/**
 * To whom a person can turn who disagrees. `residence` and `establishment`: the authority of the place where they live, of the place
 * where the controller is. `authority`: one that the law itself names. `controller`: the controller once more.
 */
export type RemedyTo = 'residence' | 'establishment' | 'authority' | 'court' | 'controller';

/** A way to have the answer looked at by somebody else. It is not asked of the controller, so it is no right of a request. */
export interface Remedy extends Rule {
  /** Key of its title and text, in the law texts. */
  readonly label: string;
  readonly to: RemedyTo;
  /** Place of AUTHORITIES where `to` is `authority`, else null. */
  readonly authority: string | null;
  /** The country whose law says so, of the controller or, where it leads to an authority, of the person; null wherever the regime holds. */
  readonly country: string | null;
  /** Id of the general remedy that a country's own one stands for. */
  readonly replaces: string | null;
  /** `whenSilent`: once whoever was asked has let their time pass. Its words say so. */
  readonly when: 'always' | 'afterRefusal' | 'whenSilent';
}

/** What a law says about children: whose word counts from what age, and what to look at when a parent asks. For the desk. */
export interface ChildRule extends Rule {
  /** Where the child lives (ISO 3166 country or 'US-CA'); null wherever the law holds. */
  readonly place: string | null;
  /** From which age the child decides alone in what the rule is about; null where it names none. */
  readonly age: number | null;
}

/** A national rule against asking for something to show who one is. */
export interface MeansRule extends Rule {
  /** ISO 3166 country of the controller's establishment. */
  readonly country: string;
  readonly means: 'redactedDocument';
}

/** By what a law lets a controller make sure who asks, null where it asks nobody; and what may never be asked for. */
export interface IdentityLaw {
  readonly citation: string | null;
  readonly forbidden: readonly MeansRule[];
}

/** How long a request and what was answered to it must be kept, to be shown to an authority. */
export interface RecordRule extends Rule {
  /** At least so many days. */
  readonly days: number;
}

/**
 * A right of which everybody is told without asking, at the latest with the first communication and apart from all else. `purposes`: the uses
 * against which it can be used, by the basis that the data map gives them, or those of direct marketing.
 */
export interface TellingRule extends Rule {
  readonly right: RightId;
  readonly purposes: { readonly bases: readonly BasisId[] } | 'directMarketing';
}

/** One law as data. Adding one is adding such a record to LAW. */
export interface Regime {
  readonly id: RegimeId;
  readonly title: string;
  /** Where a person must live (ISO 3166 country or 'US-CA') for it to protect them whoever the controller is; empty for everywhere. */
  readonly residences: readonly string[];
  /** Where the controller must be established for it to protect everyone. */
  readonly establishments: readonly string[];
  readonly rights: readonly RightRule[];
  readonly clocks: readonly ClockRule[];
  readonly grounds: readonly Ground[];
  readonly exemptions: readonly Exemption[];
  readonly remedies: readonly Remedy[];
  readonly childRules: readonly ChildRule[];
  readonly records: readonly RecordRule[];
  readonly tellings: readonly TellingRule[];
  /** The act whose Art. 6(1) the bases of the data map are; null where this law asks for no basis. */
  readonly basisAct: string | null;
  readonly identity: IdentityLaw;
  /** By what article whoever it protects can have an authorised agent of its own kind ask for them; null where it knows none. */
  readonly agents: string | null;
}

export type Law = readonly Regime[];
