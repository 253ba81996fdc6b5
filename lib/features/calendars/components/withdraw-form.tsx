'use client';

import { useActionState } from 'react';
import { withdrawOverrideAction } from '@/lib/features/calendars/actions';
import { NOTHING_TRIED } from '@/lib/features/calendars/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Moves } from './moves';
import { Problem } from './problem';
import { Button } from '@/lib/ui/button';
import { STACK, ACTIONS } from '@/lib/ui/layout';

/** Takes an override back, after showing which last days that moves. */
export function WithdrawForm({ overrideId, calendar, date }: { overrideId: string; calendar: string; date: string }) {
  const [state, submit] = useActionState(withdrawOverrideAction, NOTHING_TRIED);
  const { preview } = state;
  return (
    <form action={submit} className={`${STACK} mt-2`} key={state.turn}>
      {preview && <Moves preview={preview} calendarOn={date} />}
      <Problem state={state} id={`withdraw-${overrideId}`} />
      {preview ? (
        <p className={ACTIONS}>
          <Button look="main" name="step" value="save">
            {t('calendars.withdraw.save')}
          </Button>
          <Button name="step" value="edit">
            {t('calendars.withdraw.keep')}
          </Button>
        </p>
      ) : (
        <Button size="small" name="step" value="preview">
          {t('calendars.withdraw.button')} <span className="sr-only">{date}</span>
        </Button>
      )}
      <input type="hidden" name="overrideId" value={overrideId} />
      <input type="hidden" name="calendar" value={calendar} />
      {preview && <input type="hidden" name="seen" value={preview.total} />}
    </form>
  );
}
