'use client';

import { useActionState, useState } from 'react';
import { writeAction } from '@/lib/features/cases/actions/conversation';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';

/** Writes to the requester, or a note for the desk. The two must not be taken for one another, so the choice is said in words above the button. */
export function ComposeForm({
  target,
  name,
  language,
  canWrite,
}: {
  target: Target;
  name: string;
  language: string;
  canWrite: boolean;
}) {
  const [state, submit, pending] = useActionState(writeAction, NOTHING_TRIED);
  const [audience, setAudience] = useState(canWrite ? 'requester' : 'desk');
  return (
    <form action={submit} className="compose">
      <TargetFields target={target} />
      <textarea
        key={state.turn}
        name="body"
        rows={2}
        maxLength={4000}
        required
        defaultValue={state.typed.body?.[0] ?? ''}
        aria-label={t(`compose.label.${audience}`, { name })}
        placeholder={t(`compose.hint.${audience}`, { name, language })}
      />
      <Refusal state={state} />
      <footer>
        {canWrite && (
          <label className="who">
            <input
              type="radio"
              name="audience"
              value="requester"
              checked={audience === 'requester'}
              onChange={() => setAudience('requester')}
            />
            {t('compose.message')}
          </label>
        )}
        <label className="who">
          <input
            type="radio"
            name="audience"
            value="desk"
            checked={audience === 'desk'}
            onChange={() => setAudience('desk')}
          />
          {t('compose.note')}
        </label>
        <button className="btn btn--sm end" aria-disabled={pending}>
          {t(`compose.send.${audience}`)}
        </button>
      </footer>
    </form>
  );
}
