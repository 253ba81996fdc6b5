import clsx from 'clsx';
import { EyeOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { otherPersonIn, type OwnValues } from '@/lib/domain/fulfilment/other-person';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees, type HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import type { LawfulCollection } from '@/lib/domain/fulfilment/under-law';
import type { Locale } from '@/lib/domain/locale';
import { cellText } from '@/lib/domain/records/json-text';
import type { Chosen, KeptShown, ReviewRecord, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { BAR, Value } from './value';
import { Icon } from '@/lib/ui/icon';
import { Button } from '@/lib/ui/button';
import { Reference } from '@/lib/ui/marks';

const FIELDS = 'grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 @max-narrow:grid-cols-[7rem_minmax(0,1fr)]';

export type CardProps = {
  record: ReviewRecord;
  collection: LawfulCollection;
  redactions: readonly ReviewRedaction[];
  own: OwnValues;
  chosen: Chosen | null;
  /** What is to have the focus as soon as it is drawn. */
  focus: Chosen | null;
  onFocused: () => void;
  locale: Locale;
  requesterView: boolean;
  words: HiddenWords;
  onChoose: (chosen: Chosen) => void;
};

/** The part of a value a person has marked with mouse or keys, if the marking lies inside this very element. */
function markedIn(element: HTMLElement, text: string): string | null {
  const selection = window.getSelection();
  const passage = selection?.toString() ?? '';
  return selection?.anchorNode && element.contains(selection.anchorNode) && passage !== '' && text.includes(passage)
    ? passage
    : null;
}

/** One record with its fields; each value can be chosen. */
export function RecordCard(props: CardProps) {
  const {
    record: { recordNo, record },
    collection,
    redactions,
    own,
    chosen,
    focus,
    onFocused,
    requesterView,
    words,
    onChoose,
  } = props;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focus) return;
    const value =
      focus.field === null
        ? null
        : card.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(focus.field)}"]`);
    (value ?? card.current)?.focus();
    onFocused();
  }, [focus, onFocused]);
  const whole = redactions.find(({ scope }) => scope === 'record');
  const here = chosen?.recordNo === recordNo;
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={clsx('border-b border-line px-5 pt-2.5 pb-3', here && 'shadow-here forced-colors:outline-2')}
      aria-label={t('review.record', { no: recordNo + 1 })}
    >
      <header className="flex items-center gap-3 text-sm text-ink-2">
        <Reference>{t('review.record', { no: recordNo + 1 })}</Reference>
        {!requesterView && !whole && (
          <Button
            look="plain"
            size="small"
            type="button"
            className="ms-auto"
            onClick={() => onChoose({ recordNo, field: null, passage: null })}
          >
            <Icon of={EyeOff} />
            {t('review.selectRecord')}
          </Button>
        )}
      </header>
      {whole ? (
        <p>
          <span className={BAR}>{t('review.recordHidden', { ground: words([whole.ground]) })}</span>
        </p>
      ) : requesterView ? (
        <Seen {...props} />
      ) : (
        <dl className={FIELDS}>
          {Object.entries(record).map(([name, value]) => {
            const field = collection.fields.find((known) => known.name === name);
            const title = field?.title.en ?? name;
            const other = field ? otherPersonIn(field, record, own) : null;
            return (
              <div key={name} className="contents">
                <dt className="wrap-anywhere text-ink-3">{title}</dt>
                <dd className="min-w-0">
                  <button
                    type="button"
                    className="-ms-1 min-h-6 max-w-full cursor-pointer rounded-sm px-1 py-px text-start wrap-anywhere whitespace-pre-wrap select-text hover:bg-hover aria-pressed:bg-selected"
                    aria-pressed={here && chosen?.field === name}
                    data-field={name}
                    data-decide={isOpen(value, other?.rule, redactions, name) || undefined}
                    onClick={(event) =>
                      onChoose({ recordNo, field: name, passage: markedIn(event.currentTarget, cellText(value)) })
                    }
                  >
                    <span className="sr-only">{t('review.select', { field: title })}: </span>
                    <Value
                      value={value}
                      other={other}
                      redactions={redactions.filter((redaction) => redaction.field === name)}
                      words={words}
                    />
                  </button>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </article>
  );
}

const isOpen = (
  value: unknown,
  rule: string | undefined,
  redactions: readonly ReviewRedaction[],
  name: string,
): boolean => rule === 'decide' && cellText(value) !== '' && !redactions.some(({ field }) => field === name);

/** Whether something in a record waits for a person to decide it. */
export const openFieldOf = (
  record: ReviewRecord,
  collection: LawfulCollection,
  redactions: readonly ReviewRedaction[],
  kept: readonly KeptShown[],
  ownValues: OwnValues,
): string | null => {
  const own = redactions.filter(({ recordNo }) => recordNo === record.recordNo);
  if (own.some(({ scope }) => scope === 'record')) return null;
  const isKept = (name: string) =>
    kept.some(({ recordNo, field }) => field === name && (recordNo === null || recordNo === record.recordNo));
  return (
    collection.fields.find(
      (field) =>
        isOpen(record.record[field.name], otherPersonIn(field, record.record, ownValues)?.rule, own, field.name) &&
        !isKept(field.name),
    )?.name ?? null
  );
};

function Seen({ record: { recordNo, record }, collection, redactions, own, locale, words }: CardProps) {
  const { record: seen } = asRequesterSees(recordNo, record, collection, redactions, own, locale, wordMarks(words));
  return (
    <dl className={FIELDS} lang={locale}>
      {Object.entries(seen ?? {}).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="wrap-anywhere text-ink-3">
            {collection.fields.find((field) => field.name === name)?.title[locale] ?? name}
          </dt>
          <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap" data-seen>
            {cellText(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
