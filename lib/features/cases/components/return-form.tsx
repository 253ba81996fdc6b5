'use client';

import { useActionState } from 'react';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type CommandAction, type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Group, Radios } from '@/lib/ui/option';
import { STACK } from '@/lib/ui/layout';

/** Sends a decision back with a reason, and in words what should be different. */
export function ReturnForm({
  target,
  reasons,
  action,
  children,
}: {
  target: Target;
  reasons: readonly string[];
  action: CommandAction;
  /** What is sent back, where there is a choice. */
  children?: React.ReactNode;
}) {
  const [state, submit] = useActionState(action, NOTHING_TRIED);
  return (
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      {children}
      <Group legend={t('return.question')}>
        <Radios
          name="reason"
          of={reasons}
          chosen={state.typed.reason?.[0]}
          label={(reason) => t(`return.reason.${reason}`)}
        />
      </Group>
      <Field id="return-note" label={t('return.note')}>
        <TextArea id="return-note" name="note" rows={3} maxLength={4000} defaultValue={state.typed.note?.[0] ?? ''} />
      </Field>
      <Refusal state={state} />
      <Button>{t('return.button')}</Button>
    </form>
  );
}
