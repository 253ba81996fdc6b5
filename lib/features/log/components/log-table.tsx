import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import type { AuditEvent } from '@/lib/domain/audit/schema';
import type { InclusionProof, LogLine } from '@/lib/features/log/types';
import { shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { EventProof } from './event-proof';

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
    <div className="scroll" tabIndex={0} role="region" aria-label={t('log.region')}>
      <table className="dense dense--log">
        <caption className="sr">{t('log.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="col-index">
              {t('log.column.index')}
            </th>
            <th scope="col" className="col-when">
              {t('log.column.when')}
            </th>
            <th scope="col" className="col-by">
              {t('log.column.by')}
            </th>
            <th scope="col" className="col-what">
              {t('log.column.what')}
            </th>
            <th scope="col" className="col-ref">
              {t('log.column.case')}
            </th>
            <th scope="col">{t('log.column.details')}</th>
            <th scope="col" className="col-seal">
              {t('log.column.seal')}
            </th>
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
      </table>
    </div>
  );
}

function Line({ line: { event, index }, people, address, open, broken }: { line: LogLine } & Omit<Props, 'lines'>) {
  const when = shortDateAndTime(new Date(event.at), 'en', 'UTC');
  return (
    <>
      <tr className={open ? 'is-here' : undefined} id={`e-${event.id}`}>
        <td className="muted">{index === null ? '–' : number.format(index)}</td>
        <td className="muted">{when}</td>
        <td>{byWhom(event, people)}</td>
        <th scope="row">
          <Link
            href={`${address({ event: open ? undefined : event.id })}#e-${event.id}`}
            prefetch={false}
            aria-expanded={open !== null}
            aria-label={t('log.open', { kind: event.kind, when })}
          >
            {event.kind}
          </Link>
        </th>
        <td>
          {event.caseId && event.reference && (
            <Link href={`/dpo/cases/${event.caseId}`} prefetch={false}>
              <span className="ref">{event.reference}</span>
            </Link>
          )}
        </td>
        <td className="muted" title={detailsOf(event)}>
          {detailsOf(event)}
        </td>
        <td>
          <span className="state" data-state={index === null ? undefined : 'done'}>
            {index === null ? (
              <CircleDashed className="i" aria-hidden="true" />
            ) : (
              <CircleCheck className="i" aria-hidden="true" />
            )}
            {t(index === null ? 'log.unsealed' : 'log.sealed')}
          </span>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} className="open">
            <EventProof event={open.event} proof={open.proof} broken={broken} />
          </td>
        </tr>
      )}
    </>
  );
}
