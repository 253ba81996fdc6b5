import type { CaseState } from '@/lib/domain/case/types';
import type { QueueFilters } from '@/lib/features/queue/schema';
import type { ControllerMark } from '@/lib/domain/controller/types';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/input';
import { FilterPop } from '@/lib/ui/filter-pop';

type Props = {
  filters: QueueFilters;
  states: readonly CaseState[];
  workers: readonly Staff[];
  controllers: readonly ControllerMark[];
  path: string;
};

/** Sets the filters by a plain form whose answer is an address. */
export function FilterForm({ filters, states, workers, controllers, path }: Props) {
  const lists = [
    {
      name: 'state',
      label: t('filter.state.label'),
      chosen: filters.state,
      options: [['all', t('filter.state.all')], ...states.map((state) => [state, t(`state.${state}`)])],
    },
    {
      name: 'who',
      label: t('filter.who.label'),
      chosen: filters.who,
      options: [
        ['me', t('filter.who.me')],
        ['team', t('filter.who.team')],
        ['nobody', t('filter.who.nobody')],
        ...workers.map(({ id, name }) => [id, name]),
      ],
    },
    {
      name: 'controller',
      label: t('filter.controller.label'),
      chosen: filters.controller,
      options: controllers.map(({ id, name }) => [id, name]),
    },
    {
      name: 'due',
      label: t('filter.due.label'),
      chosen: filters.due,
      options: [
        ['overdue', t('filter.due.overdue')],
        ['week', t('filter.due.week')],
      ],
    },
    {
      name: 'waits',
      label: t('filter.waits.label'),
      chosen: filters.waits,
      options: [
        ['confirmation', t('filter.waits.confirmation')],
        ['source', t('filter.waits.source')],
        ['message', t('filter.waits.message')],
        ['reply', t('filter.waits.reply')],
      ],
    },
  ];
  return (
    <FilterPop action={path}>
      {lists.map(({ name, label, chosen, options }) => (
        <Field key={name} id={`filter-${name}`} label={label}>
          <Select id={`filter-${name}`} name={name} defaultValue={chosen ?? ''}>
            <option value="">{t(`filter.${name}.any`)}</option>
            {options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button look="main">{t('filter.apply')}</Button>
    </FilterPop>
  );
}
