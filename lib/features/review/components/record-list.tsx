'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type CardProps, RecordCard } from './record-card';
import { StretchPicker } from './stretch-picker';
import type { Records } from './use-records';
import { useStretches } from './use-stretches';
import { Button } from '@/lib/ui/button';

const HEADER_PX = 56;
const LINE_PX = 27;

type Props = Omit<CardProps, 'record'> & {
  numbers: {
    readonly length: number;
    readonly at: (index: number) => number;
    readonly indexOf: (recordNo: number) => number;
  };
  records: Records;
};

/** Only the records in sight are in the page, however many there are. Drawn in the browser alone, where its positions are set by script. */
export function RecordList({ numbers, records, collection, redactions, chosen, focus, ...card }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const recordPx = HEADER_PX + LINE_PX * collection.fields.length;
  const { stretch, stretches, show, showPlace } = useStretches(numbers.length, recordPx);
  const { from } = stretch;
  const list = useVirtualizer({
    count: stretch.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => recordPx,
    getItemKey: (index) => numbers.at(from + index),
    overscan: 4,
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
        className="relative min-h-0 flex-1 overflow-y-auto [overflow-anchor:none] focus-visible:shadow-none focus-visible:-outline-offset-3 @max-narrow:h-[70vh] @max-narrow:flex-none"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('review.list', { title: collection.title.en })}
      >
        <div
          className="relative w-full"
          ref={(element) => element?.style.setProperty('height', `${list.getTotalSize()}px`)}
        >
          {items.map((item) => {
            const recordNo = numbers.at(from + item.index);
            const record = records.at(recordNo);
            return (
              <div
                key={item.key}
                className="absolute inset-x-0 top-0"
                data-index={item.index}
                ref={(element) => {
                  element?.style.setProperty('transform', `translateY(${item.start}px)`);
                  if (record) list.measureElement(element);
                }}
              >
                {record ? (
                  <RecordCard
                    record={record}
                    collection={collection}
                    redactions={redactions.filter((redaction) => redaction.recordNo === recordNo)}
                    chosen={chosen}
                    focus={focus?.recordNo === recordNo ? focus : null}
                    {...card}
                  />
                ) : (
                  <p className="border-b border-line px-5 pt-2.5 pb-3 text-ink-2">
                    {t('review.record', { no: recordNo + 1 })}: {t('review.loading')}
                  </p>
                )}
              </div>
            );
          })}
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
