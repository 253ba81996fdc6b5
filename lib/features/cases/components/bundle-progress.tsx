import type { BundleView } from '@/lib/features/cases/types/page';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { STACK } from '@/lib/ui/layout';

/** How far a copy is: the share of what the systems answered that this try has written into every file. Before the first file, what is hidden is counted. */
export function BundleProgress({ bundle, systems }: { bundle: BundleView | null; systems: readonly SystemView[] }) {
  const all = systems.reduce((sum, { records }) => sum + records, 0);
  // With the last record there still are the report and the page to write: all of it is there when it is sealed.
  const written = Math.min(bundle?.recordsWritten ?? 0, Math.floor(all * 0.99));
  return (
    <div className={STACK}>
      <span role="status">
        {t(written === 0 ? 'mendBundle.begun' : 'mendBundle.progress', { share: written / Math.max(1, all), all })}
      </span>
      <progress
        className="block h-2.5 w-full max-w-96 appearance-none overflow-hidden rounded-md border border-line-strong bg-surface forced-color-adjust-none [&::-moz-progress-bar]:bg-ink indeterminate:[&::-moz-progress-bar]:bg-transparent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-ink"
        max={Math.max(1, all)}
        value={written === 0 ? undefined : written}
        aria-label={t('mendBundle.bar')}
      />
    </div>
  );
}
