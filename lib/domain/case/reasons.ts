/** How the desk came to believe that the requester is the data subject, or acts for them, from the lightest. */
export const IDENTITY_METHODS = [
  'confirmedEmailOfAccount',
  'confirmedEmail',
  'subjectConfirmed',
  'knownToDesk',
  'evidence',
] as const;

export type IdentityMethod = (typeof IDENTITY_METHODS)[number];

/** What shows that somebody may act for another: what is strong, or that person's own word. */
export const MANDATE_METHODS: readonly IdentityMethod[] = ['subjectConfirmed', 'knownToDesk', 'evidence'];

/** What shows more than the control of a mailbox. */
export const STRONG_METHODS: readonly IdentityMethod[] = ['knownToDesk', 'evidence'];

/** Why there is a reasonable doubt about who asks: Art. 12(6) GDPR lets a controller ask for more only then. */
export const DOUBTS = [
  'addressOfNoAccount',
  'identifierOfAnother',
  'detailsDiffer',
  'mandateNotShown',
  'suspectedFraud',
] as const;

export type Doubt = (typeof DOUBTS)[number];

/** What may be asked for, from the lightest (EDPB Guidelines 01/2022, paras. 65 to 79). */
export const IDENTITY_MEANS = ['knownDetails', 'signIn', 'callBack', 'mandate', 'redactedDocument'] as const;

export type IdentityMeans = (typeof IDENTITY_MEANS)[number];

/** Why more time is needed, as Art. 12(3) GDPR names the reasons; in other laws the same two are reasonable. */
export const EXTENSION_REASONS = ['complexity', 'number'] as const;

export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** Why a second person sends something back. */
export const RETURN_REASONS = [
  'redactionMissing',
  'redactionExcessive',
  'groundUnclear',
  'recordsMissing',
  'contentsMissing',
  'other',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why a closed case is opened again. */
export const REOPEN_REASONS = ['mistake', 'requesterAsked', 'moreShown'] as const;

export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** How something reached us, or somebody, other than over the portal. */
export const OTHER_WAYS = ['letter', 'phone', 'inPerson'] as const;

export type OtherWay = (typeof OTHER_WAYS)[number];
