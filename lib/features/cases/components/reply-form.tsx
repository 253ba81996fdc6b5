'use client';

import { useActionState } from 'react';
import type { PauseCause } from '@/lib/domain/law/types';
import { recordReplyAction } from '@/lib/features/cases/actions/questions';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { WayChoice } from './way-choice';

/** Records an answer that did not come over the portal. The clock goes on from the day it came, not from the day it is recorded. */
export function ReplyForm({ target, cause }: { target: Target; cause: PauseCause }) {
  const [state, submit, pending] = useActionState(recordReplyAction, NOTHING_TRIED);
  const id = (part: string) => `reply-${cause}-${part}`;
  return (
    <form action={submit} className="stack" key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="cause" value={cause} />
      <Refusal state={state} />
      <WayChoice legend={t(`reply.legend.${cause}`)} chosen={state.typed.way?.[0]} />
      <div className="pair">
        <p>
          <label htmlFor={id('on')}>{t('reply.on')}</label>
          <input
            id={id('on')}
            name="on"
            type="date"
            className="input--sm input--day"
            required
            defaultValue={state.typed.on?.[0] ?? ''}
          />
        </p>
        <p>
          <label htmlFor={id('time')}>{t('reply.time')}</label>
          <input
            id={id('time')}
            name="time"
            type="time"
            className="input--sm input--day"
            defaultValue={state.typed.time?.[0] ?? ''}
          />
        </p>
      </div>
      <button className="btn" aria-disabled={pending}>
        {t('reply.button')}
      </button>
    </form>
  );
}
