import type { Portal } from './portal';

const REASONS = new Set(['wrong', 'expired', 'used', 'tooMany', 'tooManyMails']);

/** Why a code or link did not work and what to do, by the reason in the address; null where that names none. */
export const tokenProblem = ({ t }: Portal, reason: string | undefined): string | null =>
  reason !== undefined && REASONS.has(reason) ? t(`token.${reason}`) : null;
