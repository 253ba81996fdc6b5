import type { RightId } from './types';

/** The rights that end a sale or sharing: a purpose that one of them ends is one. */
export const SALE_ENDING_RIGHTS: readonly RightId[] = ['opt_out_sale_sharing'];
