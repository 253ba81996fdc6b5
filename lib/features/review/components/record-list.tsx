'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { Chosen } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type CardProps, RecordCard } from './record-card';
import { RecordRow } from './record-row';
import { StretchPicker } from './stretch-picker';
import { TableHead } from './table-head';
import type { Records } from './use-records';
import { useStretches } from './use-stretches';
import { useTableKeys } from './use-table-keys';
import { Button } from '@/lib/ui/button';

const HEADER_PX = 56;
const LINE_PX = 27;
const ROW_PX = 37;
const HEAD_PX = 48;
// Half of a line's height is about the width of a letter, and the padding of a cell is added to it.
const [LETTER_REM, CELL_REM, RECORD_REM] = [0.5, 1.75, 5];

type Props = Omit<CardProps, 'record'> & {
  numbers: {
    readonly length: number;
    readonly at: (index: number) => number;
    readonly indexOf: (recordNo: number) => number;
  };
  records: Records;
  /** Widths of the columns in letters, where the records are shown as a table. */
  columns: readonly number[] | null;
  onFocus: (focus: Chosen) => void;
};

const trackOf = (letters: number): string => `${letters * LETTER_REM + CELL_REM}rem`;

/** Every row has the same tracks; the last takes what is left of a wide screen. */
const tracksOf = (columns: readonly number[]): string =>
  [
    `${RECORD_REM}rem`,
    ...columns.slice(0, -1).map(trackOf),
    ...columns.slice(-1).map((last) => `minmax(${trackOf(last)}, 1fr)`),
  ].join(' ');

/** Only the records in sight are in the page, however many there are. Drawn in the browser alone, where its positions are set by script. */
export function RecordList({
  numbers,
  records,
  columns,
  collection,
  redactions,
  chosen,
  focus,
  onFocus,
  ...card
}: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const recordPx = columns ? ROW_PX : HEADER_PX + LINE_PX * collection.fields.length;
  const headPx = columns ? HEAD_PX : 0;
  const { stretch, stretches, show, showPlace } = useStretches(numbers.length, recordPx);
  const { from } = stretch;
  const list = useVirtualizer({
    count: stretch.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => recordPx,
    getItemKey: (index) => numbers.at(from + index),
    overscan: columns ? 12 : 4,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
  });
  const items = list.getVirtualItems();
  const { want } = records;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    // A quick scroll passes thousands of records: only where it comes to rest are they asked for and logged as read.
    const timer = setTimeout(
      () => want(Array.from({ length: last - first + 1 }, (_, at) => numbers.at(from + first + at))),
      80,
    );
    return () => clearTimeout(timer);
  }, [first, last, from, want, numbers]);
  const moveInTable = useTableKeys(numbers, onFocus);
  const here = chosen ?? focus;
  const goTo = here === null ? -1 : numbers.indexOf(here.recordNo);
  useEffect(() => {
    if (goTo >= 0) showPlace(goTo);
  }, [goTo, showPlace]);
  useEffect(() => {
    if (goTo >= from && goTo < from + stretch.length) list.scrollToIndex(goTo - from, { align: 'auto' });
  }, [goTo, from, stretch.length, list]);
  const pick = (no: number) => {
    scroller.current?.scrollTo(0, 0);
    show(no);
  };
  return (
    <>
      {stretches.length > 1 && <StretchPicker stretches={stretches} current={stretch} onPick={pick} />}
      <div
        className="relative min-h-0 flex-1 scroll-ps-24 overflow-auto [overflow-anchor:none] focus-visible:shadow-none focus-visible:-outline-offset-3 @max-narrow:h-[70vh] @max-narrow:flex-none"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('review.list', { title: collection.title.en })}
      >
        <div
          className={clsx(columns && 'w-max min-w-full')}
          {...(columns && {
            role: 'table',
            'aria-rowcount': numbers.length + 1,
            'aria-colcount': columns.length + 1,
            'aria-label': t('review.list', { title: collection.title.en }),
            onKeyDown: moveInTable,
            ref: (element: HTMLDivElement | null) => element?.style.setProperty('--columns', tracksOf(columns)),
          })}
        >
          {columns && (
            <TableHead
              collection={collection}
              chosen={chosen}
              locale={card.locale}
              requesterView={card.requesterView}
              onChoose={card.onChoose}
              first={numbers.at(0)}
            />
          )}
          <div
            className="relative w-full"
            {...(columns && { role: 'rowgroup' })}
            ref={(element) => element?.style.setProperty('height', `${list.getTotalSize()}px`)}
          >
            {items.map((item) => {
              const recordNo = numbers.at(from + item.index);
              const record = records.at(recordNo);
              const own = {
                collection,
                redactions: redactions.filter((redaction) => redaction.recordNo === recordNo),
                chosen,
                focus: focus?.recordNo === recordNo ? focus : null,
                ...card,
              };
              return (
                <div
                  key={item.key}
                  className="absolute inset-x-0 top-0"
                  data-index={item.index}
                  ref={(element) => {
                    element?.style.setProperty('transform', `translateY(${item.start - headPx}px)`);
                    if (record) list.measureElement(element);
                  }}
                >
                  {!record ? (
                    <Coming recordNo={recordNo} asRow={columns !== null} />
                  ) : columns ? (
                    <RecordRow record={record} index={from + item.index} {...own} />
                  ) : (
                    <RecordCard record={record} {...own} />
                  )}
                </div>
              );
            })}
          </div>
        </div>
        {stretch.no < stretches.length - 1 && (
          <p className="px-5 py-3">
            <Button type="button" onClick={() => pick(stretch.no + 1)}>
              {t('review.stretchNext')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

const Coming = ({ recordNo, asRow }: { recordNo: number; asRow: boolean }) => {
  const words = `${t('review.record', { no: recordNo + 1 })}: ${t('review.loading')}`;
  return asRow ? (
    <div role="row" className="border-b border-line px-2 py-1.5 text-ink-2">
      <div role="cell">{words}</div>
    </div>
  ) : (
    <p className="border-b border-line px-5 pt-2.5 pb-3 text-ink-2">{words}</p>
  );
};
