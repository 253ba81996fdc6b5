import type { Outcome, RegimeId, RightId } from '../law/types';
import type { Locale } from '../locale';

/** One right in a case: asked under a regime, decided by one person, approved by another. */
export type RightItem = {
  readonly id: string;
  readonly regime: RegimeId;
  readonly right: RightId;
  readonly decision: { readonly outcome: Outcome; readonly grounds: readonly string[]; readonly decidedById: string } | null;
  readonly approvedById: string | null;
};

/** One system's work for a case. A task that failed is asked again; only an answer ends it. */
export type CollectionTask = {
  readonly id: string;
  readonly systemId: string;
  readonly state: 'waiting' | 'running' | 'answered' | 'failed';
  readonly attempts: number;
};

/** What one collection answered: found, or nothing, or not applicable and why. */
export type CollectionAnswer = {
  readonly collectionId: string;
  readonly result: 'found' | 'nothing' | 'notApplicable';
  readonly reason: string | null;
  readonly records: number;
};

export type RedactionScope = 'value' | 'field' | 'record';

export type CaseFacts = {
  readonly id: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly forWhom: ForWhom;
  readonly version: number;
  /** Instant, ISO 8601. */
  readonly receivedAt: string;
  readonly rights: readonly RightItem[];
  readonly tasks: readonly CollectionTask[];
  /** The redactions in force. */
  readonly redactionIds: readonly string[];
  readonly assigneeId: string | null;
};

/**
 * A case in the one state it is in. Waiting for a source, for a mail or for a download is told by tasks, notices and attempts:
 * this union holds only what decides which commands are lawful.
 */
export type Case =
  | (CaseFacts & { readonly state: 'received' })
  | (CaseFacts & { readonly state: 'verifying' })
  | (CaseFacts & { readonly state: 'verified' })
  | (CaseFacts & { readonly state: 'collecting' })
  | (CaseFacts & { readonly state: 'reviewing' })
  | (CaseFacts & { readonly state: 'awaitingApproval'; readonly decidedById: string })
  | (CaseFacts & { readonly state: 'preparing' })
  | (CaseFacts & { readonly state: 'ready' })
  | (CaseFacts & { readonly state: 'closed'; readonly how: ClosedHow });

export type CaseState = Case['state'];

export type ClosedHow = 'answered' | 'withdrawn' | 'unverified';

export const CASE_STATES = [
  'received',
  'verifying',
  'verified',
  'collecting',
  'reviewing',
  'awaitingApproval',
  'preparing',
  'ready',
  'closed',
] as const satisfies readonly CaseState[];

/** For whom the request is made; everyone but the person themselves acts under a mandate. */
export type ForWhom = 'self' | 'child' | 'someoneElse' | 'deceased';

/** How the desk came to believe that the requester is the data subject, or acts for them, from the lightest. */
export const IDENTITY_METHODS = ['confirmedEmailOfAccount', 'confirmedEmail', 'knownToDesk', 'evidence'] as const;

export type IdentityMethod = (typeof IDENTITY_METHODS)[number];

/** What shows more than the control of a mailbox. */
export const STRONG_METHODS: readonly IdentityMethod[] = ['knownToDesk', 'evidence'];
