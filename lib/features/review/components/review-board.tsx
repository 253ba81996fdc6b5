'use client';

import { Eye } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { cellText } from '@/lib/domain/records/json-text';
import type { Chosen, Review, ReviewCollection } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { deskValue, openFieldOf } from './choosable-value';
import { Inspector } from './inspector';
import { Ledger } from './ledger';
import { RecordList } from './record-list';
import { useReviewKeys } from './use-review-keys';
import { useRecordSearch } from './use-record-search';
import { useRecords } from './use-records';
import { Icon } from '@/lib/ui/icon';
import { Button } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { SearchForm, Toolbar } from '@/lib/ui/toolbar';
import { PANEL } from '@/lib/ui/panel';

const VIEW =
  'inline-flex min-h-7.5 cursor-pointer items-center gap-[0.4rem] bg-surface px-3 text-ink-2 focus-visible:-outline-offset-3 focus-visible:shadow-none aria-pressed:bg-ink aria-pressed:font-medium aria-pressed:text-on-ink';

const NEVER_CHANGES = () => () => undefined;

/** Looking through the records of one collection: find, choose, hide, and see it as the requester will. */
export function ReviewBoard({
  review,
  found,
  columns,
}: {
  review: Review;
  found: ReviewCollection;
  /** Widths of the columns of a flat collection; null for one whose records are shown one by one. */
  columns: readonly number[] | null;
}) {
  const { collection } = found;
  const router = useRouter();
  const records = useRecords(review.caseId, collection.id);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [requesterView, setRequesterView] = useState(false);
  const search = useRecordSearch(review.caseId, collection.id);
  const { matches } = search;
  const [focus, setFocus] = useState<Chosen | null>(null);
  const [said, setSaid] = useState('');
  // Records are placed by script: what the server sends is the frame, so that no style stands in the page's own text.
  const drawn = useSyncExternalStore(
    NEVER_CHANGES,
    () => true,
    () => false,
  );

  const kept = useMemo(
    () => review.kept.filter(({ collectionId }) => collectionId === collection.id),
    [review.kept, collection.id],
  );
  const redactions = useMemo(
    () => review.redactions.filter(({ collectionId }) => collectionId === collection.id),
    [review.redactions, collection.id],
  );
  const grounds = useMemo(() => new Map(review.grounds.map(({ id, words }) => [id, words])), [review.grounds]);
  const words = useCallback(
    (ids: readonly string[]) => [...new Set(ids.map((id) => grounds.get(id) ?? id))].join(' '),
    [grounds],
  );
  const numbers = useMemo(
    () => ({
      length: matches ? matches.length : found.records,
      at: (index: number) => (matches ? (matches[index] ?? 0) : index),
      indexOf: (recordNo: number) => (matches ? matches.indexOf(recordNo) : recordNo),
    }),
    [matches, found.records],
  );

  const nextOpen = useCallback(
    async (skip: string | null) => {
      if (!collection.fields.some(({ otherPerson }) => otherPerson?.rule === 'decide'))
        return setSaid(t('review.noneLeft'));
      const from = chosen ? numbers.indexOf(chosen.recordNo) : -1;
      for (let step = 1; step <= numbers.length; step++) {
        const no = numbers.at((from + step) % numbers.length);
        const record = await records.load(no);
        const field = record && openFieldOf(record, collection, redactions, kept, review.own);
        if (!field || skip === `${no}.${field}`) continue;
        const next = { recordNo: no, field, passage: null };
        const known = collection.fields.find(({ name }) => name === field);
        setChosen(next);
        setFocus(next);
        return setSaid(
          t('review.saidChosen', {
            no: no + 1,
            field: known?.title.en ?? field,
            label: known?.otherPerson?.label.en ?? '',
          }),
        );
      }
      setSaid(t('review.noneLeft'));
    },
    [chosen, collection, kept, numbers, records, redactions, review.own],
  );
  const keepShown = useCallback(() => {
    if (!chosen) return;
    setChosen(null);
    setFocus(chosen);
    void nextOpen(`${chosen.recordNo}.${chosen.field}`);
  }, [chosen, nextOpen]);

  useReviewKeys({
    n: () => void nextOpen(null),
    h: () => document.querySelector<HTMLTextAreaElement>('#facts')?.focus(),
    s: () => document.querySelector<HTMLFormElement>('#keep')?.requestSubmit(),
    v: () => setRequesterView((on) => !on),
    '/': () => document.querySelector<HTMLInputElement>('#find')?.focus(),
    Escape: () => {
      setFocus(chosen);
      setChosen(null);
    },
  });

  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChosen(null);
    search.find(String(new FormData(event.currentTarget).get('find') ?? '').trim());
  };
  const chosenRecord = chosen && records.at(chosen.recordNo);
  const chosenField = collection.fields.find(({ name }) => name === chosen?.field);
  const chosenValue =
    chosenRecord && chosen.field !== null
      ? deskValue(chosenField, chosenRecord.record, { own: review.own, words }, chosen.field)
      : { value: null, other: null, never: false };
  const onHidden = useCallback(() => {
    setFocus(chosen);
    setChosen(null);
    setSaid(t('review.saidHidden'));
  }, [chosen]);
  const onFocused = useCallback(() => setFocus(null), []);
  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-col overflow-hidden @max-narrow:overflow-visible">
        <Toolbar>
          <SearchForm
            onSubmit={find}
            role="search"
            size="small"
            input={{
              id: 'find',
              name: 'find',
              maxLength: 200,
              placeholder: t('review.searchHint'),
              autoComplete: 'off',
              'aria-label': t('review.search', { title: collection.title.en }),
            }}
          />
          <span role="status">{search.said}</span>
          {matches && (
            <Button size="small" type="button" onClick={search.clear}>
              {t('review.clear')}
            </Button>
          )}
          <div
            className="ms-auto inline-flex overflow-hidden rounded-md border border-line-strong"
            role="group"
            aria-label={t('review.view')}
          >
            <button
              type="button"
              className={VIEW}
              aria-pressed={!requesterView}
              onClick={() => setRequesterView(false)}
            >
              {t('review.asDesk')}
            </button>
            <button
              type="button"
              className={`${VIEW} border-s border-line-strong`}
              aria-pressed={requesterView}
              onClick={() => setRequesterView(true)}
            >
              <Icon of={Eye} />
              {t('review.asRequester', { name: review.requester })}
            </button>
          </div>
        </Toolbar>
        {records.failed && (
          <Note tone="refused" role="alert">
            {t('review.failed')}{' '}
            <Button
              size="small"
              type="button"
              onClick={() => {
                records.retry();
                router.refresh();
              }}
            >
              {t('review.again')}
            </Button>
          </Note>
        )}
        {drawn && (
          <RecordList
            numbers={numbers}
            records={records}
            columns={columns}
            collection={collection}
            redactions={redactions}
            own={review.own}
            chosen={chosen}
            focus={focus}
            onFocused={onFocused}
            onFocus={setFocus}
            locale={review.locale}
            requesterView={requesterView}
            words={words}
            onChoose={setChosen}
          />
        )}
      </div>
      <aside
        className="min-h-0 min-w-0 overflow-y-auto border-s border-line bg-canvas @max-narrow:overflow-visible @max-narrow:border-y @max-narrow:border-s-0"
        aria-label={t('review.aside')}
      >
        <p className="sr-only" role="status">
          {said}
        </p>
        {chosen && chosenRecord ? (
          <Inspector
            key={`${chosen.column ? '' : chosen.recordNo}.${chosen.field}`}
            review={review}
            collectionId={collection.id}
            chosen={chosen}
            left={!chosen.column && chosenValue.other?.rule === 'decide' && !chosenValue.never}
            never={!chosen.column && chosenValue.never}
            fieldTitle={chosenField?.title.en ?? chosen.field ?? ''}
            text={cellText(chosenValue.value)}
            onPassage={(passage) => setChosen({ ...chosen, passage })}
            onHidden={onHidden}
            onShown={keepShown}
          />
        ) : (
          <section className={PANEL}>
            <p className="text-ink-2">{said || t('review.pick')}</p>
          </section>
        )}
        <Ledger
          review={review}
          collection={collection}
          onGoTo={({ collectionId, recordNo, field, passage }) =>
            collectionId === collection.id
              ? setChosen({ recordNo, field, passage })
              : router.push(`/desk/cases/${review.caseId}/review?collection=${encodeURIComponent(collectionId)}`)
          }
        />
      </aside>
    </>
  );
}
