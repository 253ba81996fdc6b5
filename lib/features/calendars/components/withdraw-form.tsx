'use client';

import { useActionState } from 'react';
import { withdrawOverrideAction } from '@/lib/features/calendars/actions';
import { NOTHING_TRIED } from '@/lib/features/calendars/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Moves } from './moves';
import { Problem } from './problem';

/** Takes an override back, after showing which last days that moves. */
export function WithdrawForm({ overrideId, calendar, date }: { overrideId: string; calendar: string; date: string }) {
  const [state, submit] = useActionState(withdrawOverrideAction, NOTHING_TRIED);
  const { preview } = state;
  return (
    <form action={submit} className="stack" key={state.turn}>
      {preview && <Moves preview={preview} calendarOn={date} />}
      <Problem state={state} id={`withdraw-${overrideId}`} />
      {preview ? (
        <p className="actions">
          <button className="btn btn--main" name="step" value="save">
            {t('calendars.withdraw.save')}
          </button>
          <button className="btn" name="step" value="edit">
            {t('calendars.withdraw.keep')}
          </button>
        </p>
      ) : (
        <button className="btn btn--sm" name="step" value="preview">
          {t('calendars.withdraw.button')} <span className="sr">{date}</span>
        </button>
      )}
      <input type="hidden" name="overrideId" value={overrideId} />
      <input type="hidden" name="calendar" value={calendar} />
      {preview && <input type="hidden" name="seen" value={preview.total} />}
    </form>
  );
}
