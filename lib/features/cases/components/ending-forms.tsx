'use client';

import { useActionState } from 'react';
import { REOPEN_REASONS } from '@/lib/domain/case/reasons';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { reopenCaseAction, withdrawCaseAction } from '@/lib/features/cases/actions/endings';
import type { MailPreview as Mail } from '@/lib/features/cases/types/look';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { MailPreview } from './mail-preview';
import { WayChoice } from './way-choice';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, TextArea } from '@/lib/ui/input';
import { Group, Radios } from '@/lib/ui/option';
import { STACK } from '@/lib/ui/layout';

/** For a requester who took the request back by telephone or letter: how and when they said so, and what they will be sent. */
export function WithdrawForm({
  target,
  today,
  mail,
  lang,
}: {
  target: Target;
  today: LocalDate;
  mail: Mail;
  lang: string;
}) {
  const [state, submit, pending] = useActionState(withdrawCaseAction, NOTHING_TRIED);
  return (
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      <p className="text-sm text-ink-2">{t('case.withdraw.why')}</p>
      <Refusal state={state} />
      <WayChoice legend={t('case.withdraw.way')} chosen={state.typed.way?.[0]} />
      <Field id="withdrawn-on" label={t('case.withdraw.on')}>
        <Input
          width="day"
          id="withdrawn-on"
          name="on"
          type="date"

          required
          max={today}
          defaultValue={state.typed.on?.[0] ?? today}
        />
      </Field>
      <Field id="withdrawn-words" label={t('case.withdraw.words')}>
        <TextArea
          id="withdrawn-words"
          name="words"
          rows={2}
          maxLength={4000}
          required
          defaultValue={state.typed.words?.[0] ?? ''}
        />
      </Field>
      <MailPreview mail={mail} lang={lang} />
      <Button aria-disabled={pending}>{t('case.withdraw.button')}</Button>
    </form>
  );
}

/** A closed case goes on where it was; the requester is told. */
export function ReopenForm({ target }: { target: Target }) {
  const [state, submit, pending] = useActionState(reopenCaseAction, NOTHING_TRIED);
  return (
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      <p className="text-sm text-ink-2">{t('case.reopen.why')}</p>
      <Refusal state={state} />
      <Group legend={t('case.reopen.reasons')}>
        <Radios
          name="reason"
          of={REOPEN_REASONS}
          chosen={state.typed.reason?.[0]}
          label={(reason) => t(`case.reopen.reason.${reason}`)}
        />
      </Group>
      <Button aria-disabled={pending}>{t('case.reopen.button')}</Button>
    </form>
  );
}
