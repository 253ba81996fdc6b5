import clsx from 'clsx';
import { EyeOff } from 'lucide-react';
import { useRef } from 'react';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { cellText } from '@/lib/domain/records/json-text';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { Reference } from '@/lib/ui/marks';
import { ChoosableValue } from './choosable-value';
import type { CardProps } from './record-card';
import { useFocusIn } from './use-focus-in';
import { BAR } from './value';

/** Columns stand under each other because every row and the heading take their widths from the table. */
export const ROW = 'grid w-full [grid-template-columns:var(--columns)]';

/** The number of a record stays in sight however far the table is moved. */
export const ROW_HEAD = 'sticky start-0 z-1 border-e border-line';

const CELL = 'min-w-0 px-3 py-1';

/** One flat record as a row of a table; each value can be chosen. */
export function RecordRow(props: CardProps & { index: number }) {
  const {
    record: { recordNo },
    collection,
    redactions,
    chosen,
    focus,
    onFocused,
    requesterView,
    words,
    onChoose,
    index,
  } = props;
  const row = useRef<HTMLDivElement>(null);
  useFocusIn(row, focus, onFocused);
  const whole = redactions.find(({ scope }) => scope === 'record');
  const here = chosen?.recordNo === recordNo && !chosen.column;
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={index + 2}
      tabIndex={-1}
      className={clsx(ROW, 'border-b border-line bg-surface', here && 'bg-selected forced-colors:outline-2')}
      aria-label={t('review.record', { no: recordNo + 1 })}
      data-record={recordNo}
    >
      <div
        role="rowheader"
        className={clsx(ROW_HEAD, 'flex items-start gap-1 px-2 py-1', here ? 'bg-selected shadow-here' : 'bg-surface')}
      >
        <Reference>{recordNo + 1}</Reference>
        {!requesterView && !whole && (
          <button
            type="button"
            className="-my-0.5 ms-auto grid size-7 cursor-pointer place-items-center rounded-sm text-ink-2 hover:bg-hover"
            aria-label={t('review.selectRecordNo', { no: recordNo + 1 })}
            onClick={() => onChoose({ recordNo, field: null, passage: null })}
          >
            <Icon of={EyeOff} />
          </button>
        )}
      </div>
      {whole ? (
        <div role="cell" aria-colspan={collection.fields.length} className={`${CELL} col-start-2 -col-end-1`}>
          <span className={BAR}>{t('review.recordHidden', { ground: words([whole.ground]) })}</span>
        </div>
      ) : requesterView ? (
        <Seen {...props} />
      ) : (
        collection.fields.map(({ name, title }) => (
          <div key={name} role="cell" className={CELL}>
            <ChoosableValue {...props} name={name} title={title.en} />
          </div>
        ))
      )}
    </div>
  );
}

function Seen({ record: { recordNo, record }, collection, redactions, own, locale, words }: CardProps) {
  const { record: seen } = asRequesterSees(recordNo, record, collection, redactions, own, locale, wordMarks(words));
  return collection.fields.map(({ name }) => (
    <div key={name} role="cell" className={`${CELL} wrap-anywhere whitespace-pre-wrap`} lang={locale} data-seen>
      {cellText(seen?.[name])}
    </div>
  ));
}
