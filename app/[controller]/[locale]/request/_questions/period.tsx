import { Choice } from '@/lib/ui/choice';
import { FieldError } from '@/lib/ui/field';
import { describeShortDate } from '@/lib/domain/wording';
import { dayOf, monthOf, yearOf } from '@/lib/domain/calendar/local-date';
import { lookbackOf } from '@/lib/domain/intake/offered';
import { PERIODS } from '@/lib/domain/intake/questions/period';
import type { Lookback } from '@/lib/domain/law/types';
import type { Asked } from '../asked';
import { Legend } from './legend';

export function Period(page: Asked) {
  const {
    portal: { t, definition, todayOn },
    answers,
    chosen,
    field,
  } = page;
  const lookback = lookbackOf(answers, definition, todayOn);
  if (!lookback) return <h1 className="title">{t('question.period.title')}</h1>;
  const { months, citation } = lookback;
  return (
    <fieldset className="question">
      <Legend>{t('question.period.title')}</Legend>
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
    </fieldset>
  );
}

/** The day in three parts: a calendar to leaf through is slower for a day years ago, and works nowhere the same. */
function Since({ portal: { t, law }, answers, value, field, lookback }: Asked & { lookback: Lookback }) {
  const { id, error, errorWord } = field('since');
  const on = answers.period?.of === 'since' ? answers.period.on : null;
  const kept = { day: on && dayOf(on), month: on && monthOf(on), year: on && yearOf(on) };
  return (
    <div className={error === undefined ? undefined : 'field--error'}>
      <p className="hint" id={`${id}-hint`}>
        {t('period.sinceHint', { earliest: describeShortDate(lookback.earliestOn, law) })}
      </p>
      <FieldError id={id} error={error} errorWord={errorWord} />
      <div className="day">
        {(['day', 'month', 'year'] as const).map((part) => {
          const name = `${id}-${part}`;
          return (
            <p key={part}>
              <label htmlFor={part === 'day' ? id : name}>{t(`period.${part}`)}</label>
              <input
                className={`input day__${part}`}
                id={part === 'day' ? id : name}
                name={name}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={value(name, kept[part] === null ? '' : String(kept[part]))}
                aria-invalid={error === undefined ? undefined : true}
                aria-describedby={[`${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')}
              />
            </p>
          );
        })}
      </div>
    </div>
  );
}
