import clsx from 'clsx';
import { EyeOff } from 'lucide-react';
import { useRef } from 'react';
import type { OwnValues } from '@/lib/domain/fulfilment/other-person';
import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { asRequesterSees, type HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import type { LawfulCollection } from '@/lib/domain/fulfilment/under-law';
import type { Locale } from '@/lib/domain/locale';
import { cellText } from '@/lib/domain/records/json-text';
import type { Chosen, ReviewRecord, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { ChoosableValue } from './choosable-value';
import { useFocusIn } from './use-focus-in';
import { BAR } from './value';
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

/** One record with its fields; each value can be chosen. */
export function RecordCard(props: CardProps) {
  const {
    record: { recordNo, record },
    collection,
    redactions,
    chosen,
    focus,
    onFocused,
    requesterView,
    words,
    onChoose,
  } = props;
  const card = useRef<HTMLElement>(null);
  useFocusIn(card, focus, onFocused);
  const whole = redactions.find(({ scope }) => scope === 'record');
  const here = chosen?.recordNo === recordNo;
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={clsx('border-b border-line px-5 pt-2.5 pb-3', here && 'shadow-here forced-colors:outline-2')}
      aria-label={t('review.record', { no: recordNo + 1 })}
      data-record={recordNo}
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
          {Object.keys(record).map((name) => {
            const title = collection.fields.find((known) => known.name === name)?.title.en ?? name;
            return (
              <div key={name} className="contents">
                <dt className="wrap-anywhere text-ink-3">{title}</dt>
                <dd className="min-w-0">
                  <ChoosableValue {...props} name={name} title={title} />
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </article>
  );
}

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
