import clsx from 'clsx';
import { isOver } from '@/lib/domain/case/progress';
import Link from 'next/link';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { QueueRow } from '@/lib/features/queue/types';
import { DueRule, DueWords } from '@/lib/ui/due';
import { Colleague, ControllerMark, Reference } from '@/lib/ui/marks';
import { Scroll } from '@/lib/ui/table';
import { DenseTable, Column, DenseRow, Cell, RowName, CELL_LINK } from '@/lib/ui/dense-table';
import { Tick } from '@/lib/ui/tick';

// With less room the queue drops what is wanted and its state, so that the next step stays whole; then it keeps what is due, whose case
// and its next step, and who has it; on a phone the clock, the case and the step.
const WIDEST = '@max-mid:hidden';
const WIDE = '@max-narrow:hidden';
const TABLET = '@max-phone:hidden';

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
    <Scroll label={t('queue.region')}>
      <DenseTable
        className={clsx(tickable ? 'min-w-[72rem]' : 'min-w-[69rem]', '@max-mid:min-w-[54rem] @max-narrow:min-w-0')}
      >
        <caption className="sr-only">{t('queue.caption')}</caption>
        <thead>
          <tr>
            {tickable && (
              <Column className="w-13 @max-phone:w-11">
                <span className="sr-only">{t('queue.column.select')}</span>
              </Column>
            )}
            <Column className="w-50 @max-phone:w-27" aria-sort="ascending">
              {t('queue.column.clock')}
            </Column>
            <Column className={clsx('w-23', WIDE)}>{t('queue.column.lastDay')}</Column>
            <Column className="w-31 @max-phone:w-25">{t('queue.column.reference')}</Column>
            <Column className={clsx('w-9', WIDE)}>
              <span className="sr-only">{t('queue.column.controller')}</span>
            </Column>
            <Column className="w-40 @max-narrow:w-auto">{t('queue.column.requester')}</Column>
            <Column className={clsx('w-38', WIDEST)}>{t('queue.column.wants')}</Column>
            <Column className={clsx('w-24', WIDEST)}>{t('queue.column.state')}</Column>
            <Column className={WIDE}>{t('queue.column.nextStep')}</Column>
            <Column className={clsx('w-31', TABLET)}>{t('queue.column.who')}</Column>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} tickable={tickable} href={`${to}/${row.id}`} />
          ))}
        </tbody>
      </DenseTable>
    </Scroll>
  );
}

/** What is asked for. Where several rights have come unequally far each says how far; its last day is told on pointing, for the row has that of the case. */
const Wants = ({ row: { rights, state } }: { row: QueueRow }) => {
  const asOne = rights.every(({ progress }) => progress === rights[0]?.progress);
  return (
    <ul>
      {rights.map(({ right, progress, lastDayOn }) => {
        const want = (date: string) =>
          t('queue.want', { right: t(`right.${right}`), progress: t(`progress.${progress}`), date });
        const running = lastDayOn !== null && state !== 'closed' && !isOver(progress);
        return (
          <li key={right} className="truncate" title={want(running ? shortDate(lastDayOn, 'en') : 'none')}>
            {asOne ? t(`right.${right}`) : want('none')}
          </li>
        );
      })}
    </ul>
  );
};

const HEIGHT = '@max-narrow:h-14 @max-phone:h-13';

function Row({ row, tickable, href }: { row: QueueRow; tickable: boolean; href: string }) {
  return (
    <DenseRow>
      {tickable && (
        <Cell className={HEIGHT}>
          <Tick
            name="case"
            value={`${row.id}:${row.assignee?.id ?? 'nobody'}`}
            aria-label={t('queue.select', { reference: row.reference })}
          />
        </Cell>
      )}
      <Cell className={HEIGHT}>
        <span className="grid grid-cols-[7.75rem_1fr] items-center justify-items-start @max-phone:grid-cols-1">
          <DueWords due={row.due} />
          <DueRule due={row.due} className="h-2.5 w-14 @max-phone:hidden" />
        </span>
      </Cell>
      <Cell className={clsx('text-ink-2', WIDE)}>{shortDate(row.due.lastDayOn, 'en')}</Cell>
      <RowName className={clsx(HEIGHT, '@max-phone:text-sm @max-phone:[&_[data-reference]]:tracking-[0]')}>
        <Link className={CELL_LINK} href={href} prefetch={false} data-row>
          <Reference>{row.reference}</Reference>
        </Link>
      </RowName>
      <Cell className={WIDE}>
        <ControllerMark controller={row.controller} />
      </Cell>
      <Cell className={HEIGHT}>
        <span lang={row.locale}>{row.requester ?? <span className="text-ink-3">{t('queue.forgotten')}</span>}</span>
        <span className="hidden truncate text-sm text-ink-2 @max-narrow:block">{t(`next.${row.nextStep}.short`)}</span>
      </Cell>
      <Cell className={clsx('text-ink-2', WIDEST)}>
        <Wants row={row} />
      </Cell>
      <Cell className={clsx('text-ink-2', WIDEST)}>{t(`state.${row.state}`)}</Cell>
      <Cell className={clsx(URGENT.has(row.due.state) && 'font-medium', WIDE)}>{t(`next.${row.nextStep}.short`)}</Cell>
      <Cell className={clsx(HEIGHT, TABLET)}>
        <Colleague name={row.assignee?.name ?? null} />
      </Cell>
    </DenseRow>
  );
}
