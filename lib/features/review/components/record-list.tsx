'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Collection } from '@/lib/domain/datamap/types';
import type { Locale } from '@/lib/domain/locale';
import type { Chosen, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { RecordCard } from './record-card';
import type { Records } from './use-records';

const HEADER_PX = 56;
const LINE_PX = 27;

type Props = {
  numbers: { readonly length: number; readonly at: (index: number) => number; readonly indexOf: (recordNo: number) => number };
  records: Records;
  collection: Collection;
  redactions: readonly ReviewRedaction[];
  chosen: Chosen | null;
  locale: Locale;
  requesterView: boolean;
  words: (ground: string) => string;
  onChoose: (chosen: Chosen) => void;
};

/** Only the records in sight are in the page, however many there are. Drawn in the browser alone, where its positions are set by script. */
export function RecordList({ numbers, records, collection, redactions, chosen, ...card }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: numbers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEADER_PX + LINE_PX * collection.fields.length,
    getItemKey: (index) => numbers.at(index),
    overscan: 4,
  });
  const items = list.getVirtualItems();
  const { want } = records;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    // A quick scroll passes thousands of records: only where it comes to rest are they asked for and logged as read.
    const timer = setTimeout(() => want(Array.from({ length: last - first + 1 }, (_, at) => numbers.at(first + at))), 80);
    return () => clearTimeout(timer);
  }, [first, last, want, numbers]);
  const goTo = chosen === null ? -1 : numbers.indexOf(chosen.recordNo);
  useEffect(() => {
    if (goTo >= 0) list.scrollToIndex(goTo, { align: 'auto' });
  }, [goTo, list]);
  return (
    <div className="records" ref={scroller} tabIndex={0} role="region" aria-label={t('review.list', { title: collection.title.en })}>
      <div className="records__all" ref={(element) => element?.style.setProperty('height', `${list.getTotalSize()}px`)}>
        {items.map((item) => {
          const recordNo = numbers.at(item.index);
          const record = records.at(recordNo);
          return (
            <div
              key={item.key}
              className="records__one"
              data-index={item.index}
              ref={(element) => {
                element?.style.setProperty('transform', `translateY(${item.start}px)`);
                if (record) list.measureElement(element);
              }}
            >
              {record ? (
                <RecordCard record={record} collection={collection} redactions={redactions.filter((redaction) => redaction.recordNo === recordNo)} chosen={chosen} {...card} />
              ) : (
                <p className="record muted">{t('review.record', { no: recordNo + 1 })}: {t('review.loading')}</p>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
