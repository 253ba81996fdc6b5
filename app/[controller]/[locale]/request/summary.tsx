import clsx from 'clsx';
import type { SummaryRow } from '@/lib/domain/intake/summary';
import { WishName } from '../_parts/right-name';
import type { Portal } from '../portal';
import { answerText, labelOf, say } from './summary-text';

function Answer({ portal, value }: { portal: Portal; value: SummaryRow['value'] }) {
  if (!('rights' in value)) return answerText(portal, value);
  return (
    <>
      <WishName rights={value.rights} law={portal.law} />
      {value.note && <span className="block text-ink-2">{say(portal, value.note)}</span>}
    </>
  );
}

const ANSWER = 'col-[1/-1] row-start-2 pb-[0.4rem] wrap-anywhere @phone:col-[2] @phone:row-start-1 @phone:py-[0.4rem]';

/** Answers as they were given, each with the way back to its page. */
export const Answers = ({ portal, rows }: { portal: Portal; rows: readonly SummaryRow[] }) => (
  <dl className="border-t border-line">
    {rows.map(({ question, label, value }, index) => (
      <div
        className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 border-b border-line py-[0.35rem] @phone:grid-cols-[11rem_1fr_auto]"
        key={`${question} ${index}`}
      >
        <dt className="font-medium">{labelOf(portal, label)}</dt>
        <dd className={clsx(ANSWER, 'prose' in value && 'whitespace-pre-wrap')}>
          <Answer portal={portal} value={value} />
        </dd>
        <dd className="col-start-2 row-start-1 @phone:col-start-3">
          <a className="inline-flex min-h-target items-center" href={`${portal.home}/request/${question}`}>
            {portal.t('check.change')}
            <span className="sr-only">: {labelOf(portal, label)}</span>
          </a>
        </dd>
      </div>
    ))}
  </dl>
);
