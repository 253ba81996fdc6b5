import { CircleHelp, Users } from 'lucide-react';
import type { OtherPerson } from '@/lib/domain/datamap/types';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { cellText } from '@/lib/domain/records/json-text';
import type { ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';

/** What is hidden stands as a bar that holds the words the requester reads. */
export const BAR =
  'box-decoration-clone rounded-[2px] bg-ink px-[0.45em] py-[0.05em] text-[0.92em] font-medium text-on-ink forced-colors:border';

type Props = {
  value: unknown;
  other: OtherPerson | null;
  /** Whether it is the statement of a secret that the law never lets be sent. */
  never: boolean;
  redactions: readonly ReviewRedaction[];
  words: HiddenWords;
};

/** One value as the desk sees it: another person's marked as the data map says, what is hidden as a bar. */
export function Value({ value, other, never, redactions, words }: Props) {
  const text = cellText(value);
  if (text === '') return <span className="text-ink-3">{t('review.empty_value')}</span>;
  if (never) return <span className={BAR}>{text}</span>;
  const whole = redactions.find(({ scope }) => scope === 'field');
  if (whole) return <span className={BAR}>{words([whole.ground])}</span>;
  const marked = <Passages text={text} redactions={redactions} words={words} />;
  if (!other) return marked;
  const label = other.label.en;
  if (other.rule === 'hide')
    return (
      <>
        <span className={BAR}>{text}</span> <span className="text-sm text-ink-3">{t('review.hidden', { label })}</span>
      </>
    );
  if (other.rule === 'decide') {
    if (redactions.length > 0) return marked;
    return (
      <>
        <span className="border-b-2 border-soon bg-soon-soft px-[0.2em] py-[0.05em]">
          <Icon of={CircleHelp} className="me-1 text-[0.85em] text-soon" />
          {text}
        </span>{' '}
        <span className="sr-only">{t('review.decide', { label })}</span>
      </>
    );
  }
  return (
    <>
      <span className="border-b-2 border-dashed border-ink-2 bg-sunken px-[0.2em] py-[0.05em]">
        <Icon of={Users} className="me-1 text-[0.85em] text-ink-2" />
        {marked}
      </span>{' '}
      <span className="text-sm text-ink-3">
        {t(other.rule === 'replace' ? 'review.replaced' : 'review.shown', { label })}
      </span>
    </>
  );
}

/** A text with the parts that the desk hid replaced by the words the requester will read. */
function Passages({
  text,
  redactions,
  words,
}: {
  text: string;
  redactions: readonly ReviewRedaction[];
  words: HiddenWords;
}) {
  const [first, ...rest] = redactions.filter(({ passage }) => passage !== null && passage !== '');
  if (!first?.passage) return text;
  const parts = text.split(first.passage);
  return parts.map((part, at) => (
    <span key={at}>
      {at > 0 && <span className={BAR}>{words([first.ground])}</span>}
      <Passages text={part} redactions={rest} words={words} />
    </span>
  ));
}
