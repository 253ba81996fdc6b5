import { UserPlus, X } from 'lucide-react';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Shown by CSS as soon as a case is ticked, so it needs no script. */
export function BulkBar({ workers, me }: { workers: readonly Staff[]; me: string }) {
  return (
    <div className="bulk" role="group" aria-label={t('bulk.label')}>
      <label htmlFor="bulk-to">{t('bulk.to')}</label>
      <select id="bulk-to" name="staffId" defaultValue={me}>
        {workers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="nobody">{t('who.nobody')}</option>
      </select>
      <button type="submit">
        <UserPlus className="i" aria-hidden="true" />
        {t('bulk.assign')}
      </button>
      <span className="sep" />
      <button type="reset">
        <X className="i" aria-hidden="true" />
        {t('bulk.clear')} <kbd>esc</kbd>
      </button>
    </div>
  );
}
