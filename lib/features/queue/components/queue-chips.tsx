import type { QueueFilters } from '@/lib/features/queue/schema';
import type { ControllerMark } from '@/lib/domain/controller/types';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Chip, Chips } from '@/lib/ui/chips';

type Props = {
  filters: QueueFilters;
  params: Record<string, string>;
  workers: readonly Staff[];
  controllers: readonly ControllerMark[];
  path: string;
};

/** The filters in force, in words. */
export function QueueChips({ filters, params, workers, controllers, path }: Props) {
  const { state, controller, due, who, waits, found } = filters;
  const named = ['me', 'team', 'nobody'].includes(who ?? '')
    ? t(`filter.who.${who}`)
    : workers.find(({ id }) => id === who)?.name;
  const chips: Chip[] = [
    ...(state
      ? [
          {
            name: 'state',
            label: t('filter.state.label'),
            value: state === 'open' || state === 'all' ? t(`filter.state.${state}`) : t(`state.${state}`),
          },
        ]
      : []),
    ...(who ? [{ name: 'who', label: t('filter.who.label'), value: named ?? t('filter.who.former') }] : []),
    ...(controller
      ? [
          {
            name: 'controller',
            label: t('filter.controller.label'),
            value: controllers.find(({ id }) => id === controller)?.name ?? controller,
          },
        ]
      : []),
    ...(due ? [{ name: 'due', label: t('filter.due.label'), value: t(`filter.due.${due}`) }] : []),
    ...(waits ? [{ name: 'waits', label: t('filter.waits.label'), value: t(`filter.waits.${waits}`) }] : []),
    ...(found
      ? [{ name: 'found', label: t('filter.found.label'), value: t('filter.found.count', { count: found.length }) }]
      : []),
  ];
  return (
    <Chips
      chips={chips}
      path={path}
      params={params}
      remove={({ label, value }) => t('filter.remove', { label, value })}
    />
  );
}
