import { proofGround } from '../law/keeping';
import type { RegimeId } from '../law/types';
import type { PortalKept } from './types';

/** What an erasure under these laws leaves in this portal: the requests themselves, which show how they were answered. */
export const portalKept = (regimes: readonly RegimeId[], caseDays: number): PortalKept => ({
  grounds: [...new Set(regimes.flatMap((regime) => proofGround(regime)?.id ?? []))],
  days: caseDays,
});
