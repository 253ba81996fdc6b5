'use client';

import { useActionState } from 'react';
import { parseLocalDate } from '@/lib/domain/calendar/local-date';
import { overrideHolidayAction } from '@/lib/features/calendars/actions';
import { NOTHING_TRIED, type OverrideState, REASON_MAX } from '@/lib/features/calendars/schema';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Moves } from './moves';
import { Problem } from './problem';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { Option, Group } from '@/lib/ui/option';
import { STACK, ACTIONS } from '@/lib/ui/layout';

type FormProps = {
  readonly calendar: string;
  /** First and last day of the years that are known. */
  readonly between: readonly [string, string];
};

/** Adds a day off or declares a holiday a working day: asks, shows what it would move, and only then saves. */
export function OverrideForm({ calendar, between }: FormProps) {
  const [state, submit] = useActionState(overrideHolidayAction, NOTHING_TRIED);
  return (
    <form action={submit} className={STACK} key={state.turn} noValidate>
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
      <Group legend={t('calendars.form.change')} hideLegend>
        {(['add', 'remove'] as const).map((change) => (
          <Option
            key={change}
            type="radio"
            name="change"
            value={change}
            defaultChecked={(typed.change || 'add') === change}
            {...wrong('change')}
            hint={t(`calendars.form.${change}Hint`)}
          >
            {t(`calendars.form.${change}`)}
          </Option>
        ))}
      </Group>
      <Field id="override-on" label={t('calendars.form.on')}>
        <Input
          id="override-on"
          name="on"
          type="date"
          min={min}
          max={max}
          defaultValue={typed.on ?? ''}
          {...wrong('on')}
        />
      </Field>
      <Field
        id="override-reason"
        label={t('calendars.form.reason')}
        hint={t('calendars.form.reasonHint', { max: REASON_MAX })}
      >
        <Input
          id="override-reason"
          name="reason"
          defaultValue={typed.reason ?? ''}
          autoComplete="off"
          aria-describedby="override-reason-hint"
          {...wrong('reason')}
        />
      </Field>
      <Problem state={state} id="override-problem" />
      <Button name="step" value="preview">
        {t('calendars.form.preview')}
      </Button>
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
      <p className="font-bold">{t(`calendars.confirm.${typed.change}`, { date })}</p>
      <p>{t('calendars.confirm.reason', { reason: typed.reason ?? '' })}</p>
      <Moves preview={preview} calendarOn={date} />
      <p className={ACTIONS}>
        <Button look="main" name="step" value="save">
          {t('calendars.confirm.save')}
        </Button>
        <Button name="step" value="edit">
          {t('calendars.confirm.edit')}
        </Button>
      </p>
      {['change', 'on', 'reason'].map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
      ))}
      <input type="hidden" name="seen" value={preview.total} />
    </>
  );
}
