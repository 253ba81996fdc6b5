import { Download } from 'lucide-react';
import { AUDIT_KINDS } from '@/lib/domain/log/schema';
import type { LogFilters } from '@/lib/features/log/schema';
import { type Chip, Chips } from '@/lib/ui/chips';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, Select } from '@/lib/ui/input';
import { FilterPop } from '@/lib/ui/filter-pop';
import { Pop } from '@/lib/ui/pop';

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
      <FilterPop action="/dpo/log">
        <Field id="f-person" label={t('filter.person.label')}>
          <Select id="f-person" name="person" defaultValue={person ?? ''}>
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
          </Select>
        </Field>
        <Field id="f-case" label={t('filter.case.label')}>
          <Input
            id="f-case"
            name="case"
            placeholder={t('filter.case.hint')}
            defaultValue={reference ?? ''}
            maxLength={24}
          />
        </Field>
        <Field id="f-kind" label={t('filter.kind.label')}>
          <Select id="f-kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">{t('filter.kind.any')}</option>
            {AUDIT_KINDS.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="f-from" label={t('filter.from.label')}>
          <Input id="f-from" type="date" name="from" defaultValue={from ?? ''} />
        </Field>
        <Field id="f-to" label={t('filter.to.label')}>
          <Input id="f-to" type="date" name="to" defaultValue={to ?? ''} />
        </Field>
        <Button look="main">{t('filter.apply')}</Button>
      </FilterPop>
    </>
  );
}

/** Both forms of the export, of what the filters leave. */
export function ExportMenu({ params }: { params: Record<string, string> }) {
  const href = (format: string) => `/dpo/log/export?${new URLSearchParams({ ...params, format })}`;
  return (
    <Pop
      label={
        <>
          <Icon of={Download} />
          {t('log.export.open')}
        </>
      }
    >
      <a className={buttonClasses()} href={href('json')} download>
        {t('log.export.json')}
      </a>
      <a className={buttonClasses()} href={href('csv')} download>
        {t('log.export.csv')}
      </a>
      <p className="text-sm text-ink-2">{t('log.export.hint')}</p>
    </Pop>
  );
}
