import clsx from 'clsx';
import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import type { AuditEvent } from '@/lib/domain/log/schema';
import type { InclusionProof, LogLine } from '@/lib/features/log/types';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { EventProof } from './event-proof';
import { Scroll } from '@/lib/ui/table';
import { Reference } from '@/lib/ui/marks';
import { DenseTable, Column, DenseRow, Cell, RowName, CELL_LINK } from '@/lib/ui/dense-table';
import { StateWords } from '@/lib/ui/state';

const number = new Intl.NumberFormat('en-GB');

/** What an event says, in one line: codes and counts, as they were logged. */
const detailsOf = ({ data }: AuditEvent): string =>
  Object.entries(data)
    .map(
      ([name, value]) =>
        `${name} ${Array.isArray(value) ? value.map((part) => (typeof part === 'object' ? Object.values(part).join(' ') : String(part))).join(', ') || '–' : String(value)}`,
    )
    .join(' · ');

/** Who, in words: a colleague by name, a part of ourselves, or the requester of the case. */
function byWhom({ actor }: AuditEvent, people: ReadonlyMap<string, string>): string {
  if (actor.kind === 'staff') return people.get(actor.id) ?? deskText('who.unknown');
  return actor.kind === 'requester' ? deskText('who.requester') : deskText(`who.${actor.id}`);
}

// On a phone an event is when, what and of which case; the rest is a sideways scroll away.
const FEW_LINES = '@max-phone:py-[0.3rem] @max-phone:text-sm @max-phone:whitespace-normal';

type Props = {
  lines: readonly LogLine[];
  people: ReadonlyMap<string, string>;
  address: (params: Record<string, string | undefined>) => string;
  open: { event: AuditEvent; proof: InclusionProof | null } | null;
  broken: boolean;
};

/** Events, newest first; one of them can be open, as sealed and with its proof. */
export function LogTable({ lines, people, address, open, broken }: Props) {
  return (
    <Scroll label={t('log.region')}>
      <DenseTable className="min-w-[66rem] @max-phone:min-w-[44rem]">
        <caption className="sr-only">{t('log.caption')}</caption>
        <thead>
          <tr>
            <Column className="w-20 @max-phone:hidden">{t('log.column.index')}</Column>
            <Column className="w-38 @max-phone:w-21">{t('log.column.when')}</Column>
            <Column className="w-40 @max-phone:hidden">{t('log.column.by')}</Column>
            <Column className="w-44 @max-phone:w-33">{t('log.column.what')}</Column>
            <Column className="w-31 @max-phone:w-25">{t('log.column.case')}</Column>
            <Column>{t('log.column.details')}</Column>
            <Column className="w-26">{t('log.column.seal')}</Column>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.event.id}
              line={line}
              people={people}
              address={address}
              open={open?.event.id === line.event.id ? open : null}
              broken={broken}
            />
          ))}
        </tbody>
      </DenseTable>
    </Scroll>
  );
}

function Line({ line: { event, index }, people, address, open, broken }: { line: LogLine } & Omit<Props, 'lines'>) {
  const when = shortDateAndTime(new Date(event.at), 'en', 'UTC');
  return (
    <>
      <DenseRow here={open !== null} id={`e-${event.id}`}>
        <Cell className="text-ink-2 @max-phone:hidden">{index === null ? '–' : number.format(index)}</Cell>
        <Cell className={clsx(FEW_LINES, 'text-ink-2')}>{when}</Cell>
        <Cell className="@max-phone:hidden">{byWhom(event, people)}</Cell>
        <RowName className={FEW_LINES}>
          <Link
            className={CELL_LINK}
            href={`${address({ event: open ? undefined : event.id })}#e-${event.id}`}
            prefetch={false}
            aria-expanded={open !== null}
            aria-label={t('log.open', { kind: event.kind, when })}
          >
            {event.kind}
          </Link>
        </RowName>
        <Cell className={FEW_LINES}>
          {event.caseId && event.reference && (
            <Link className={CELL_LINK} href={`/dpo/cases/${event.caseId}`} prefetch={false}>
              <Reference>{event.reference}</Reference>
            </Link>
          )}
        </Cell>
        <Cell className={clsx(FEW_LINES, 'text-ink-2')} title={detailsOf(event)}>
          {detailsOf(event)}
        </Cell>
        <Cell className={FEW_LINES}>
          <StateWords state={index === null ? undefined : 'done'} shape={index === null ? CircleDashed : CircleCheck}>
            {t(index === null ? 'log.unsealed' : 'log.sealed')}
          </StateWords>
        </Cell>
      </DenseRow>
      {open && (
        <tr>
          <td colSpan={7} className="border-b border-line">
            <EventProof event={open.event} proof={open.proof} broken={broken} />
          </td>
        </tr>
      )}
    </>
  );
}
