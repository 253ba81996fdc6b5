import Link from 'next/link';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { QueueRow } from '@/lib/features/queue/types';
import { DueRule, DueWords } from '@/lib/ui/due';
import { Colleague, ControllerMark } from '@/lib/ui/marks';

const URGENT = new Set(['late', 'soon']);

/**
 * The list of cases, one line each.
 * @param tickable with boxes to choose cases by; the DPO's list has none.
 * @param to the folder of case pages.
 */
export function QueueTable({
  rows,
  tickable,
  to,
}: {
  rows: readonly QueueRow[];
  tickable: boolean;
  to: '/desk/cases' | '/dpo/cases';
}) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('queue.region')}>
      <table className={tickable ? 'dense dense--queue' : 'dense dense--queue dense--read'}>
        <caption className="sr">{t('queue.caption')}</caption>
        <thead>
          <tr>
            {tickable && (
              <th scope="col" className="col-tick">
                <span className="sr">{t('queue.column.select')}</span>
              </th>
            )}
            <th scope="col" className="col-clock" aria-sort="ascending">
              {t('queue.column.clock')}
            </th>
            <th scope="col" className="col-day wide-only">
              {t('queue.column.lastDay')}
            </th>
            <th scope="col" className="col-ref">
              {t('queue.column.reference')}
            </th>
            <th scope="col" className="col-mark wide-only">
              <span className="sr">{t('queue.column.controller')}</span>
            </th>
            <th scope="col" className="col-name">
              {t('queue.column.requester')}
            </th>
            <th scope="col" className="col-wants widest-only">
              {t('queue.column.wants')}
            </th>
            <th scope="col" className="col-state widest-only">
              {t('queue.column.state')}
            </th>
            <th scope="col" className="wide-only">
              {t('queue.column.nextStep')}
            </th>
            <th scope="col" className="col-who tablet-up">
              {t('queue.column.who')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} tickable={tickable} href={`${to}/${row.id}`} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, tickable, href }: { row: QueueRow; tickable: boolean; href: string }) {
  return (
    <tr>
      {tickable && (
        <td>
          <input
            className="tick"
            type="checkbox"
            name="case"
            value={`${row.id}:${row.assignee?.id ?? 'nobody'}`}
            aria-label={t('queue.select', { reference: row.reference })}
          />
        </td>
      )}
      <td>
        <span className="grid grid-cols-[7.75rem_1fr] items-center justify-items-start @max-phone:grid-cols-1">
          <DueWords due={row.due} />
          <DueRule due={row.due} className="h-2.5 w-14 @max-phone:hidden" />
        </span>
      </td>
      <td className="muted wide-only">{shortDate(row.due.dueOn, 'en')}</td>
      <th scope="row">
        <Link href={href} prefetch={false} data-row>
          <span className="ref">{row.reference}</span>
        </Link>
      </th>
      <td className="wide-only">
        <ControllerMark controller={row.controller} />
      </td>
      <td>
        <span lang={row.locale}>{row.requester ?? <span className="faint">{t('queue.forgotten')}</span>}</span>
        <span className="narrow-only muted small">{t(`next.${row.nextStep}.short`)}</span>
      </td>
      <td className="muted widest-only">{row.rights.map((right) => t(`right.${right}`)).join(', ')}</td>
      <td className="muted widest-only">{t(`state.${row.state}`)}</td>
      <td className={URGENT.has(row.due.state) ? 'strong5 wide-only' : 'wide-only'}>
        {t(`next.${row.nextStep}.short`)}
      </td>
      <td className="tablet-up">
        <Colleague name={row.assignee?.name ?? null} />
      </td>
    </tr>
  );
}
