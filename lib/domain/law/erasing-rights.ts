import type { RightId } from './types';

/** The rights by which somebody has data about them erased: Art. 17 GDPR and UK GDPR, Cal. Civ. Code 1798.105 and 1798.99.86. */
export const ERASING_RIGHTS: readonly RightId[] = ['erasure', 'delete', 'delete_drop'];
