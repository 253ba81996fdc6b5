import type { SearchNote } from '@/lib/features/search/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Key } from '@/lib/ui/words';
import { SearchForm } from '@/lib/ui/toolbar';

/** The search of the queue. What was searched for stays in it, to be read and corrected. */
export function SearchBox({ action, note }: { action: (form: FormData) => Promise<void>; note: SearchNote | null }) {
  return (
    <SearchForm
      action={action}
      role="search"
      key={note?.at}
      input={{
        id: 'search',
        name: 'search',
        maxLength: 254,
        placeholder: t('queue.search.hint'),
        autoComplete: 'off',
        defaultValue: note?.text,
        'aria-label': t('queue.search.label'),
      }}
    >
      <span className="@max-narrow:hidden">
        <Key>/</Key>
      </span>
    </SearchForm>
  );
}
