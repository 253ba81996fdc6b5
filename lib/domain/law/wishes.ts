import { LAW } from './law';
import type { Law, RegimeId, RightId } from './types';

/**
 * What somebody can want to happen, in the order in which it is offered, and the rights by which the laws give it. People choose a wish;
 * which laws give it them, one or several, is worked out, and each of those rights keeps its own clock and its own answer.
 */
export const WISHES = {
  copy: ['access', 'know_specific'],
  dead: ['deceased_access'],
  kinds: ['know_categories'],
  receivers: ['shine_the_light'],
  change: ['rectification', 'correct'],
  remove: ['erasure', 'delete'],
  noMarketing: ['objection_marketing'],
  noSale: ['opt_out_sale_sharing'],
  noConsent: ['withdraw_consent'],
  noUse: ['objection'],
  limit: ['limit_sensitive'],
  pause: ['restriction'],
  elsewhere: ['portability'],
  person: ['automated_decision', 'appeal_admt'],
  howDecided: ['access_admt'],
  noMachine: ['opt_out_admt'],
  allowSale: ['opt_in_sale_sharing'],
  brokers: ['delete_drop'],
} as const satisfies Readonly<Record<string, readonly RightId[]>>;

export type WishId = keyof typeof WISHES;

export const WISH_IDS = Object.keys(WISHES) as readonly WishId[];

/** By which wish a right is chosen. */
export const wishFor = (right: RightId): WishId | undefined =>
  WISH_IDS.find((id) => (WISHES[id] as readonly RightId[]).includes(right));

/** Whether one of these laws gives such a wish to anybody. */
export const isGivenBy = (wish: WishId, regimes: readonly RegimeId[], law: Law = LAW): boolean =>
  law.some(({ id, rights }) => regimes.includes(id) && rights.some(({ right }) => wishFor(right) === wish));
