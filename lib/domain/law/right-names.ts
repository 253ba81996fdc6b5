import { RIGHT_IDS, type RightId } from './types';

/** Shorter words for rights. A plain "know" asks for the specific pieces, which include the categories. */
const SHORT: Readonly<Record<string, RightId>> = {
  know: 'know_specific',
  limit: 'limit_sensitive',
  objection_direct_marketing: 'objection_marketing',
};

/** Every right by each name under which a person may write it. */
export const RIGHT_NAMES: ReadonlyMap<string, RightId> = new Map([
  ...RIGHT_IDS.map((right): [string, RightId] => [right, right]),
  ...Object.entries(SHORT),
]);
