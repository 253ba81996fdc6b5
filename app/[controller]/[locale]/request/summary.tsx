import type { Phrase, SummaryRow } from '@/lib/domain/intake/summary';
import { RightName } from '../_parts/right-name';
import { residenceName } from '../place-name';
import type { Portal } from '../portal';
import { identifierLabel, spoken } from './problem-text';

const say = (portal: Portal, { key, values }: Phrase): string => portal.t(key, spoken(values, portal));

const labelOf = (portal: Portal, label: SummaryRow['label']): string =>
  'identifier' in label ? identifierLabel(portal, label.identifier) : say(portal, label);

function Answer({ portal, value }: { portal: Portal; value: SummaryRow['value'] }) {
  if ('right' in value) return <RightName {...value.right} law={portal.law} />;
  if ('residence' in value) return residenceName(value.residence, portal);
  if ('prose' in value) return value.prose;
  if ('said' in value) return value.said.map((phrase) => say(portal, phrase)).join('. ');
  return [value.written, value.note && say(portal, value.note)].filter(Boolean).join('. ');
}

/** Answers as they were given, each with the way back to its page. */
export const Answers = ({ portal, rows }: { portal: Portal; rows: readonly SummaryRow[] }) => (
  <dl className="answers">
    {rows.map(({ question, label, value }, index) => (
      <div key={`${question} ${index}`}>
        <dt>{labelOf(portal, label)}</dt>
        <dd className={'prose' in value ? 'typed' : undefined}>
          <Answer portal={portal} value={value} />
        </dd>
        <dd className="change">
          <a href={`${portal.home}/request/${question}`}>
            {portal.t('check.change')}
            <span className="sr">: {labelOf(portal, label)}</span>
          </a>
        </dd>
      </div>
    ))}
  </dl>
);
