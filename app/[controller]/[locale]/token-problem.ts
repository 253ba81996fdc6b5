import type { Portal } from './portal';

const REASONS = new Set(['malformed', 'wrong', 'expired', 'used', 'tooMany', 'tooManyMails']);

/**
 * Why a code or link did not work and what to do, by the reason in the address; null where that names none.
 * @param left how often the code may still be typed
 */
export function tokenProblem({ t }: Portal, reason: string | undefined, left: number | null = null): string | null {
  if (reason === undefined || !REASONS.has(reason)) return null;
  return reason === 'wrong' && left !== null && left > 0 ? t('token.wrongLeft', { left }) : t(`token.${reason}`);
}
