import type { SearchNote } from '@/lib/features/search/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';

/** Says what was searched for, as what, and how much was found: above all when nothing was. */
export function SearchLine({ note, found }: { note: SearchNote; found: number }) {
  const { text, by, more } = note;
  const line =
    by.length === 0
      ? t('search.nothingLeft', { text })
      : t(more ? 'search.foundMost' : 'search.found', {
          text,
          count: found,
          by: new Intl.ListFormat('en', { type: 'disjunction' }).format(by.map((one) => t(`search.by.${one}`))),
        });
  return <Note role="status">{line}</Note>;
}
