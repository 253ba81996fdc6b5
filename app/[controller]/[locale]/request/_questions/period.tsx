import clsx from 'clsx';
import { Choice } from '@/lib/ui/choice';
import { describedBy, FieldError, Hint, WRONG } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { describeShortDate } from '@/lib/domain/wording';
import { dayOfMonth, monthOf, yearOf } from '@/lib/domain/calendar/local-date';
import { lookbackOf } from '@/lib/domain/intake/offered';
import { PERIODS } from '@/lib/domain/intake/questions/period';
import type { Lookback } from '@/lib/domain/law/types';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Period(page: Asked) {
  const {
    portal: { t, intake, todayOn },
    answers,
    chosen,
    field,
  } = page;
  const lookback = lookbackOf(answers, intake, todayOn);
  if (!lookback) return <Title>{t('question.period.title')}</Title>;
  const { months, citation } = lookback;
  return (
    <QuestionGroup question={t('question.period.title')}>
      <Choice
        {...field('period')}
        hint={t('period.hint', { months, citation })}
        kind="radio"
        name="period"
        chosen={chosen('period', answers.period ? [answers.period.of] : [])}
        options={PERIODS.map((value) => ({
          value,
          label: t(`period.${value}`, { months }),
          ...(value === 'since' && { more: <Since {...page} lookback={lookback} /> }),
        }))}
      />
    </QuestionGroup>
  );
}

/** The day in three parts: a calendar to leaf through is slower for a day years ago, and works nowhere the same. */
function Since({ portal: { t, law }, answers, value, field, lookback }: Asked & { lookback: Lookback }) {
  const { id, error, errorWord } = field('since');
  const hint = t('period.sinceHint', { earliest: describeShortDate(lookback.earliestOn, law) });
  const on = answers.period?.of === 'since' ? answers.period.on : null;
  const kept = { day: on && dayOfMonth(on), month: on && monthOf(on), year: on && yearOf(on) };
  return (
    <div className={clsx('space-y-3', error !== undefined && WRONG)}>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} errorWord={errorWord} />
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {(['day', 'month', 'year'] as const).map((part) => {
          const name = `${id}-${part}`;
          return (
            <p key={part}>
              <label className="block font-medium" htmlFor={part === 'day' ? id : name}>
                {t(`period.${part}`)}
              </label>
              <Input
                className="mt-1"
                width={part === 'year' ? 'year' : 'digits'}
                id={part === 'day' ? id : name}
                name={name}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={value(name, kept[part] === null ? '' : String(kept[part]))}
                aria-invalid={error === undefined ? undefined : true}
                aria-describedby={describedBy({ id, hint, error })}
              />
            </p>
          );
        })}
      </div>
    </div>
  );
}
