import type { Due } from '@/lib/domain/case/due-today';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { DatedRule } from './dated-rule';
import { StateWords } from './state';

export const dueWords = ({ state, daysLeft }: Due): string =>
  state === 'done' || state === 'answered'
    ? t(`due.${state}`)
    : state === 'paused'
      ? t('due.paused')
      : daysLeft < 0
        ? t('due.late', { days: -daysLeft })
        : t('due.left', { days: daysLeft });

/** How long it is to the last day. Late is the only label that is filled. @param look of every other state */
export const DueWords = ({ due, look = 'plain' }: { due: Due; look?: 'plain' | 'tint' }) => (
  <StateWords state={due.state} look={due.state === 'late' ? 'fill' : look}>
    {dueWords(due)}
  </StateWords>
);

export const DueRule = ({ due, className }: { due: Due; className?: string }) => (
  <DatedRule
    spent={due.spent}
    over={due.state === 'done' || due.state === 'answered'}
    state={due.state}
    {...(className && { className })}
  />
);
