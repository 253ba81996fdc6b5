import type { CaseStatus, RequesterSession } from '@/lib/features/requester/types';
import type { Portal } from '../portal';

/** What every part of the page is drawn from. */
export type StatusView = {
  readonly portal: Portal;
  readonly status: CaseStatus;
  readonly session: RequesterSession;
  readonly at: Date;
};

/** `none`: there is no copy, or not yet. */
export type BundleState = 'none' | 'ready' | 'expired';

export const bundleState = ({ status: { bundle }, at }: Pick<StatusView, 'status' | 'at'>): BundleState =>
  bundle === null ? 'none' : bundle.expiresAt > at ? 'ready' : 'expired';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "6.4 MB": a size in the unit that keeps it short. */
export function sizeText(bytes: number, locale: Portal['locale']): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const value = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
