import { CircleHelp, Users } from 'lucide-react';
import type { OtherPerson } from '@/lib/domain/datamap/types';
import type { HiddenWords } from '@/lib/domain/fulfilment/requester-view';
import { cellText } from '@/lib/domain/records/json-text';
import type { ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

type Props = {
  value: unknown;
  other: OtherPerson | null;
  redactions: readonly ReviewRedaction[];
  words: HiddenWords;
};

/** One value as the desk sees it: another person's marked as the data map says, what is hidden as a bar. */
export function Value({ value, other, redactions, words }: Props) {
  const text = cellText(value);
  if (text === '') return <span className="faint">{t('review.empty_value')}</span>;
  const whole = redactions.find(({ scope }) => scope === 'field');
  if (whole) return <span className="black">{words([whole.ground])}</span>;
  const marked = <Passages text={text} redactions={redactions} words={words} />;
  if (!other) return marked;
  const label = other.label.en;
  if (other.rule === 'hide')
    return (
      <>
        <span className="black">{text}</span> <span className="faint small">{t('review.hidden', { label })}</span>
      </>
    );
  if (other.rule === 'decide') {
    if (redactions.length > 0) return marked;
    return (
      <>
        <span className="other other--ask">
          <CircleHelp className="i" aria-hidden="true" />
          {text}
        </span>{' '}
        <span className="sr">{t('review.decide', { label })}</span>
      </>
    );
  }
  return (
    <>
      <span className="other">
        <Users className="i" aria-hidden="true" />
        {marked}
      </span>{' '}
      <span className="faint small">{t(other.rule === 'replace' ? 'review.replaced' : 'review.shown', { label })}</span>
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
      {at > 0 && <span className="black">{words([first.ground])}</span>}
      <Passages text={part} redactions={rest} words={words} />
    </span>
  ));
}
