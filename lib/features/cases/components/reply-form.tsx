'use client';

import { useActionState } from 'react';
import type { PauseCause } from '@/lib/domain/law/types';
import { recordReplyAction } from '@/lib/features/cases/actions/questions';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { WayChoice } from './way-choice';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';

/** Records an answer that did not come over the portal. The clock goes on from the day it came, not from the day it is recorded. */
export function ReplyForm({ target, cause }: { target: Target; cause: PauseCause }) {
  const [state, submit, pending] = useActionState(recordReplyAction, NOTHING_TRIED);
  const id = (part: string) => `reply-${cause}-${part}`;
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="cause" value={cause} />
      <Refusal state={state} />
      <WayChoice legend={t(`reply.legend.${cause}`)} chosen={state.typed.way?.[0]} />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Field id={id('on')} label={t('reply.on')}>
          <Input
            width="day"
            id={id('on')}
            name="on"
            type="date"

            required
            defaultValue={state.typed.on?.[0] ?? ''}
          />
        </Field>
        <Field id={id('time')} label={t('reply.time')}>
          <Input width="day" id={id('time')} name="time" type="time" defaultValue={state.typed.time?.[0] ?? ''} />
        </Field>
      </div>
      <Button aria-disabled={pending}>{t('reply.button')}</Button>
    </form>
  );
}
