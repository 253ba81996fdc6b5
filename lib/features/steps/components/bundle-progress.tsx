import type { BundleView } from '@/lib/features/cases/loaders';
import type { SystemView } from '@/lib/features/sources/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** How far a copy is, in records: what this try has written of what the systems answered. */
export function BundleProgress({ bundle, systems }: { bundle: BundleView | null; systems: readonly SystemView[] }) {
  const all = systems.reduce((sum, { records }) => sum + records, 0);
  const written = bundle?.recordsWritten ?? 0;
  return (
    <p className="stack">
      <span role="status">{t('mendBundle.progress', { written, all })}</span>
      <progress max={Math.max(1, all)} value={written} aria-label={t('mendBundle.bar')} />
    </p>
  );
}
