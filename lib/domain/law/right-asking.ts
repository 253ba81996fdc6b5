import type { RightId } from './types';

/**
 * What has to be known to do what a right gives: `correction` what is wrong and what is right; `deletion` what is to go; `pause` which of
 * the law's cases it is; `uses` which use is objected to; `consents` which consent is taken back; `receiver` who gets the file.
 */
export type RightAsks = 'correction' | 'deletion' | 'pause' | 'uses' | 'consents' | 'receiver';

/** What a controller does or does not: `saleOrSharing` (Cal. Civ. Code 1798.140(ad), (ah)), uses by `consent`, `machineDecisions` alone. */
export type Practice = 'saleOrSharing' | 'consent' | 'machineDecisions';

/** What a right asks of whoever uses it, whether its law has grounds that they may name, and what the controller has to do for it to mean anything. */
export type RightAsking = { readonly asks?: RightAsks; readonly grounds?: true; readonly presupposes?: Practice };

export const RIGHT_ASKING: Readonly<Partial<Record<RightId, RightAsking>>> = {
  rectification: { asks: 'correction' },
  correct: { asks: 'correction' },
  erasure: { asks: 'deletion', grounds: true },
  delete: { asks: 'deletion' },
  restriction: { asks: 'pause', grounds: true },
  objection: { asks: 'uses' },
  withdraw_consent: { asks: 'consents', presupposes: 'consent' },
  portability: { asks: 'receiver' },
  opt_out_sale_sharing: { presupposes: 'saleOrSharing' },
  opt_in_sale_sharing: { presupposes: 'saleOrSharing' },
  automated_decision: { presupposes: 'machineDecisions' },
  appeal_admt: { presupposes: 'machineDecisions' },
  access_admt: { presupposes: 'machineDecisions' },
  opt_out_admt: { presupposes: 'machineDecisions' },
};
