import clsx from 'clsx';
import { EyeOff } from 'lucide-react';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import type { CardProps } from './record-card';
import { ROW, ROW_HEAD } from './record-row';

type Props = Pick<CardProps, 'collection' | 'chosen' | 'locale' | 'requesterView' | 'onChoose'> & {
  /** The record from which a column is chosen. */
  first: number;
};

/** The titles of the columns, in sight however far the table is moved; a column can be hidden as a whole. */
export function TableHead({ collection, chosen, locale, requesterView, onChoose, first }: Props) {
  return (
    <div role="rowgroup" className="sticky top-0 z-2">
      <div role="row" aria-rowindex={1} className={clsx(ROW, 'h-12 border-b border-line-strong bg-surface')}>
        <div role="columnheader" className={clsx(ROW_HEAD, 'bg-surface px-2 py-1 text-sm text-ink-3')}>
          {t('review.recordColumn')}
        </div>
        {collection.fields.map(({ name, title }) => (
          <div
            key={name}
            role="columnheader"
            className={clsx(
              'flex min-w-0 items-start gap-1 py-1 ps-3 text-sm text-ink-3',
              chosen?.column && chosen.field === name && 'bg-selected',
            )}
          >
            <span className="line-clamp-2 wrap-anywhere" lang={requesterView ? locale : undefined}>
              {requesterView ? title[locale] : title.en}
            </span>
            {!requesterView && (
              <button
                type="button"
                className="-my-0.5 ms-auto grid size-7 shrink-0 cursor-pointer place-items-center rounded-sm text-ink-2 hover:bg-hover"
                aria-label={t('review.selectColumn', { field: title.en })}
                aria-pressed={chosen?.column === true && chosen.field === name}
                onClick={() => onChoose({ recordNo: first, field: name, passage: null, column: true })}
              >
                <Icon of={EyeOff} />
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
