import { Search } from 'lucide-react';
import type { SearchNote } from '@/lib/features/search/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** The search of the queue. What was searched for stays in it, to be read and corrected. */
export function SearchBox({ action, note }: { action: (form: FormData) => Promise<void>; note: SearchNote | null }) {
  return (
    <form action={action} className="search" role="search">
      <Search className="i" aria-hidden="true" />
      <label className="sr" htmlFor="search">
        {t('queue.search.label')}
      </label>
      <input
        id="search"
        type="search"
        name="search"
        maxLength={254}
        placeholder={t('queue.search.hint')}
        autoComplete="off"
        defaultValue={note?.text}
        key={note?.at}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
