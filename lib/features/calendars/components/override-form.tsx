'use client';

import { useActionState } from 'react';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import { overrideHolidayAction } from '@/lib/features/calendars/actions';
import { NOTHING_TRIED, type OverrideState, REASON_MAX } from '@/lib/features/calendars/schema';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Moves } from './moves';
import { Problem } from './problem';

type FormProps = {
  readonly calendar: string;
  /** First and last day of the years that are known. */
  readonly between: readonly [string, string];
};

/** Adds a day off or declares a holiday a working day: asks, shows what it would move, and only then saves. */
export function OverrideForm({ calendar, between }: FormProps) {
  const [state, submit] = useActionState(overrideHolidayAction, NOTHING_TRIED);
  return (
    <form action={submit} className="stack" key={state.turn} noValidate>
      {state.preview ? <Confirm state={state} preview={state.preview} /> : <Fields state={state} between={between} />}
      <input type="hidden" name="calendar" value={calendar} />
    </form>
  );
}

function Fields({ state, between: [min, max] }: { state: OverrideState; between: FormProps['between'] }) {
  const { typed, problem } = state;
  const wrong = (field: string) =>
    problem?.field === field ? { 'aria-invalid': true, 'aria-describedby': 'override-problem' } : {};
  return (
    <>
      <fieldset>
        <legend className="sr">{t('calendars.form.change')}</legend>
        {(['add', 'remove'] as const).map((change) => (
          <label key={change} className="opt">
            <input
              type="radio"
              name="change"
              value={change}
              defaultChecked={(typed.change || 'add') === change}
              {...wrong('change')}
            />
            <span>{t(`calendars.form.${change}`)}</span>
            <span className="sub">{t(`calendars.form.${change}Hint`)}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor="override-on">{t('calendars.form.on')}</label>
        <input
          id="override-on"
          name="on"
          type="date"
          className="input--sm"
          min={min}
          max={max}
          defaultValue={typed.on ?? ''}
          {...wrong('on')}
        />
      </p>
      <p>
        <label htmlFor="override-reason">{t('calendars.form.reason')}</label>
        <span className="hint small" id="override-reason-hint">
          {t('calendars.form.reasonHint', { max: REASON_MAX })}
        </span>
        <input
          id="override-reason"
          name="reason"
          className="input--sm"
          defaultValue={typed.reason ?? ''}
          autoComplete="off"
          aria-describedby="override-reason-hint"
          {...wrong('reason')}
        />
      </p>
      <Problem state={state} id="override-problem" />
      <button className="btn" name="step" value="preview">
        {t('calendars.form.preview')}
      </button>
    </>
  );
}

function Confirm({
  state: { typed },
  preview,
}: {
  state: OverrideState;
  preview: NonNullable<OverrideState['preview']>;
}) {
  const on = parseLocalDate(typed.on ?? '');
  const date = on ? longDate(on, 'en') : '';
  return (
    <>
      <p className="strong">{t(`calendars.confirm.${typed.change}`, { date })}</p>
      <p>{t('calendars.confirm.reason', { reason: typed.reason ?? '' })}</p>
      <Moves preview={preview} calendarOn={date} />
      <p className="actions">
        <button className="btn btn--main" name="step" value="save">
          {t('calendars.confirm.save')}
        </button>
        <button className="btn" name="step" value="edit">
          {t('calendars.confirm.edit')}
        </button>
      </p>
      {['change', 'on', 'reason'].map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
      ))}
      <input type="hidden" name="seen" value={preview.total} />
    </>
  );
}
