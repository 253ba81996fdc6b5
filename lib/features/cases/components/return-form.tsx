'use client';

import { useActionState } from 'react';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type CommandAction, type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';

/** Sends a decision back with a reason, and in words what should be different. */
export function ReturnForm({
  target,
  reasons,
  action,
}: {
  target: Target;
  reasons: readonly string[];
  action: CommandAction;
}) {
  const [state, submit] = useActionState(action, NOTHING_TRIED);
  return (
    <form action={submit} className="stack mt" key={state.turn}>
      <TargetFields target={target} />
      <fieldset>
        <legend>{t('return.question')}</legend>
        {reasons.map((reason) => (
          <label key={reason} className="opt">
            <input
              type="radio"
              name="reason"
              value={reason}
              required
              defaultChecked={state.typed.reason?.[0] === reason}
            />
            <span>{t(`return.reason.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor="return-note">{t('return.note')}</label>
        <textarea
          id="return-note"
          name="note"
          className="input--sm"
          rows={3}
          maxLength={4000}
          defaultValue={state.typed.note?.[0] ?? ''}
        />
      </p>
      <Refusal state={state} />
      <button className="btn">{t('return.button')}</button>
    </form>
  );
}
