import { UserPlus, X } from 'lucide-react';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { Key } from '@/lib/ui/words';

const PRESS = 'inline-flex min-h-control cursor-pointer items-center gap-[0.4rem] rounded-md px-2.5 hover:bg-on-ink/15';

/** Shown by CSS as soon as a case is ticked, so it needs no script. */
export function BulkBar({ workers, me }: { workers: readonly Staff[]; me: string }) {
  return (
    <div
      className="sticky bottom-13 mx-auto my-5 hidden flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-ink py-1.5 ps-3.5 pe-2 text-on-ink shadow-menu group-has-[[data-tick]:checked]/queue:flex print:hidden"
      role="group"
      aria-label={t('bulk.label')}
    >
      <label htmlFor="bulk-to">{t('bulk.to')}</label>
      <select
        className="min-h-control rounded-md bg-surface px-2 text-ink"
        id="bulk-to"
        name="staffId"
        defaultValue={me}
      >
        {workers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="nobody">{t('who.nobody')}</option>
      </select>
      <button className={PRESS} type="submit">
        <Icon of={UserPlus} />
        {t('bulk.assign')}
      </button>
      <span className="h-5 w-px bg-current opacity-35" />
      <button className={PRESS} type="reset">
        <Icon of={X} />
        {t('bulk.clear')} <Key onMain>esc</Key>
      </button>
    </div>
  );
}
