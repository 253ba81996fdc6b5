import { RULE_KINDS } from '@/lib/domain/law/catalogue';
import { COUNSEL_STATES } from '@/lib/domain/law/confirmation';
import type { LawFilters } from '@/lib/domain/law/find';
import { REGIME_IDS, VERIFIED } from '@/lib/domain/law/types';
import { type Chip, Chips } from '@/lib/ui/chips';
import { plainDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, Select } from '@/lib/ui/input';
import { FilterPop } from '@/lib/ui/filter-pop';
import { SearchForm } from '@/lib/ui/toolbar';

const law = translator('en', 'law');

const PATH = '/dpo/law';

const WORDS: { readonly [N in 'regime' | 'kind' | 'tag' | 'counsel']: (value: string) => string } = {
  regime: (value) => law(`regime.${value}`),
  kind: (value) => t(`law.kind.${value}`),
  tag: (value) => t(`law.tag.${value}.name`),
  counsel: (value) => t(`law.counsel.${value}`),
};

const LISTS = [
  { name: 'regime', values: REGIME_IDS },
  { name: 'kind', values: RULE_KINDS },
  { name: 'tag', values: VERIFIED },
  { name: 'counsel', values: ['notConfirmed', ...COUNSEL_STATES] },
] as const;

/** The filters in force as chips, the form that sets them, and the search, which keeps them. */
export function LawFilterBar({ filters, params }: { filters: LawFilters; params: Readonly<Record<string, string>> }) {
  const chips: Chip[] = [
    ...LISTS.flatMap(({ name }) =>
      filters[name] ? [{ name, label: t(`law.filter.${name}.label`), value: WORDS[name](filters[name]) }] : [],
    ),
    ...(filters.on ? [{ name: 'on', label: t('law.filter.on.label'), value: plainDate(filters.on, 'en') }] : []),
    ...(filters.q ? [{ name: 'q', label: t('law.filter.q.label'), value: filters.q }] : []),
  ];
  return (
    <>
      <search>
        <SearchForm
          action={`${PATH}#rules`}
          size="small"
          key={filters.q}
          input={{
            name: 'q',
            defaultValue: filters.q ?? '',
            maxLength: 100,
            placeholder: t('law.search.label'),
            'aria-label': t('law.search.label'),
          }}
        >
          {Object.entries(params).map(
            ([name, value]) => name !== 'q' && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <button className="sr-only">{t('law.search.button')}</button>
        </SearchForm>
      </search>
      <Chips
        chips={chips}
        path={PATH}
        params={params}
        remove={({ label, value }) => t('filter.remove', { label, value })}
      />
      <FilterPop action={`${PATH}#rules`}>
        {filters.q && <input type="hidden" name="q" value={filters.q} />}
        {LISTS.map(({ name, values }) => (
          <Field key={name} id={`f-${name}`} label={t(`law.filter.${name}.label`)}>
            <Select id={`f-${name}`} name={name} defaultValue={filters[name] ?? ''}>
              <option value="">{t(`law.filter.${name}.any`)}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {WORDS[name](value)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Field id="f-on" label={t('law.filter.on.label')}>
          <Input id="f-on" type="date" name="on" defaultValue={filters.on ?? ''} />
        </Field>
        <Button look="main">{t('filter.apply')}</Button>
      </FilterPop>
    </>
  );
}
