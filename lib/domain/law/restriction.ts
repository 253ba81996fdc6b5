import type { RightId } from './types';

/** The cases in which processing is restricted, Art. 18(1)(a)–(d) GDPR in their order. */
export const RESTRICTED_FOR = ['accuracy', 'unlawful', 'claims', 'objection'] as const;

export type RestrictedFor = (typeof RESTRICTED_FOR)[number];

/** By which letter of Art. 18(1) GDPR. */
export const RESTRICTED_BY: Readonly<Record<RestrictedFor, string>> = {
  accuracy: 'Art. 18(1)(a) GDPR',
  unlawful: 'Art. 18(1)(b) GDPR',
  claims: 'Art. 18(1)(c) GDPR',
  objection: 'Art. 18(1)(d) GDPR',
};

/** While which right is looked into the use may pause, by which right and on which case: Art. 18(1)(a) and (d) GDPR. */
export const RESTRICTS_MEANWHILE: Readonly<
  Partial<Record<RightId, { readonly right: RightId; readonly ground: RestrictedFor }>>
> = {
  rectification: { right: 'restriction', ground: 'accuracy' },
  objection: { right: 'restriction', ground: 'objection' },
};

/** Why a restriction ends. `accuracySettled` and `objectionDecided` are what those under (a) and (d) wait for. */
export const LIFT_REASONS = [
  'accuracySettled',
  'objectionDecided',
  'useLawful',
  'claimsOver',
  'personAsked',
  'other',
] as const;

export type LiftReason = (typeof LIFT_REASONS)[number];
