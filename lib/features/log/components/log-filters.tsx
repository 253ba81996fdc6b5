import { Download, ListFilter } from 'lucide-react';
import { AUDIT_KINDS } from '@/lib/domain/audit/schema';
import type { LogFilters } from '@/lib/features/log/schema';
import { type Chip, Chips } from '@/lib/ui/chips';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';

const PARTS = ['requester', 'worker', 'clock', 'portal'] as const;

type Props = { filters: LogFilters; params: Record<string, string>; people: ReadonlyMap<string, string> };

const personName = (person: string, people: ReadonlyMap<string, string>): string =>
  people.get(person) ?? deskText(`who.${person}`);

/** The filters in force as chips, and the form that sets them. */
export function LogFilterBar({ filters, params, people }: Props) {
  const { person, case: reference, kind, from, to } = filters;
  const chips: Chip[] = [
    ...(person ? [{ name: 'person', label: t('filter.person.label'), value: personName(person, people) }] : []),
    ...(reference ? [{ name: 'case', label: t('filter.case.label'), value: reference }] : []),
    ...(kind ? [{ name: 'kind', label: t('filter.kind.label'), value: kind }] : []),
    ...(from ? [{ name: 'from', label: t('filter.from.label'), value: from }] : []),
    ...(to ? [{ name: 'to', label: t('filter.to.label'), value: to }] : []),
  ];
  return (
    <>
      <Chips
        chips={chips}
        path="/dpo/log"
        params={params}
        remove={({ label, value }) => t('filter.remove', { label, value })}
      />
      <details className="pop">
        <summary className="btn btn--plain btn--sm">
          <ListFilter className="i" aria-hidden="true" />
          {t('filter.open')}
        </summary>
        <form action="/dpo/log" className="pop__body">
          <p>
            <label htmlFor="f-person">{t('filter.person.label')}</label>
            <select id="f-person" name="person" className="input--sm" defaultValue={person ?? ''}>
              <option value="">{t('filter.person.any')}</option>
              {[...people].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {PARTS.map((part) => (
                <option key={part} value={part}>
                  {deskText(`who.${part}`)}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor="f-case">{t('filter.case.label')}</label>
            <input
              id="f-case"
              name="case"
              className="input--sm"
              placeholder={t('filter.case.hint')}
              defaultValue={reference ?? ''}
              maxLength={24}
            />
          </p>
          <p>
            <label htmlFor="f-kind">{t('filter.kind.label')}</label>
            <select id="f-kind" name="kind" className="input--sm" defaultValue={kind ?? ''}>
              <option value="">{t('filter.kind.any')}</option>
              {AUDIT_KINDS.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor="f-from">{t('filter.from.label')}</label>
            <input id="f-from" type="date" name="from" className="input--sm" defaultValue={from ?? ''} />
          </p>
          <p>
            <label htmlFor="f-to">{t('filter.to.label')}</label>
            <input id="f-to" type="date" name="to" className="input--sm" defaultValue={to ?? ''} />
          </p>
          <button className="btn btn--main">{t('filter.apply')}</button>
        </form>
      </details>
    </>
  );
}

/** Both forms of the export, of what the filters leave. */
export function ExportMenu({ params }: { params: Record<string, string> }) {
  const href = (format: string) => `/dpo/log/export?${new URLSearchParams({ ...params, format })}`;
  return (
    <details className="pop">
      <summary className="btn">
        <Download className="i" aria-hidden="true" />
        {t('log.export.open')}
      </summary>
      <div className="pop__body">
        <a className="btn" href={href('json')} download>
          {t('log.export.json')}
        </a>
        <a className="btn" href={href('csv')} download>
          {t('log.export.csv')}
        </a>
        <p className="small muted">{t('log.export.hint')}</p>
      </div>
    </details>
  );
}
