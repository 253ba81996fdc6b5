'use client';

import { useActionState } from 'react';
import { REOPEN_REASONS } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { reopenCaseAction, withdrawCaseAction } from '@/lib/features/cases/actions/endings';
import type { MailPreview as Mail } from '@/lib/features/cases/types/page';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { MailPreview } from './mail-preview';
import { WayChoice } from './way-choice';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';

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
    <form action={submit} className="stack mt" key={state.turn}>
      <TargetFields target={target} />
      <p className="muted small">{t('case.withdraw.why')}</p>
      <Refusal state={state} />
      <WayChoice legend={t('case.withdraw.way')} chosen={state.typed.way?.[0]} />
      <p>
        <label htmlFor="withdrawn-on">{t('case.withdraw.on')}</label>
        <input
          id="withdrawn-on"
          name="on"
          type="date"
          className="input--sm input--day"
          required
          max={today}
          defaultValue={state.typed.on?.[0] ?? today}
        />
      </p>
      <p>
        <label htmlFor="withdrawn-words">{t('case.withdraw.words')}</label>
        <textarea
          id="withdrawn-words"
          name="words"
          className="input--sm"
          rows={2}
          maxLength={4000}
          required
          defaultValue={state.typed.words?.[0] ?? ''}
        />
      </p>
      <MailPreview mail={mail} lang={lang} />
      <button className="btn" aria-disabled={pending}>
        {t('case.withdraw.button')}
      </button>
    </form>
  );
}

/** A closed case goes on where it was; the requester is told. */
export function ReopenForm({ target }: { target: Target }) {
  const [state, submit, pending] = useActionState(reopenCaseAction, NOTHING_TRIED);
  return (
    <form action={submit} className="stack mt" key={state.turn}>
      <TargetFields target={target} />
      <p className="muted small">{t('case.reopen.why')}</p>
      <Refusal state={state} />
      <fieldset>
        <legend>{t('case.reopen.reasons')}</legend>
        {REOPEN_REASONS.map((reason) => (
          <label key={reason} className="opt">
            <input
              type="radio"
              name="reason"
              value={reason}
              required
              defaultChecked={state.typed.reason?.[0] === reason}
            />
            <span>{t(`case.reopen.reason.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      <button className="btn" aria-disabled={pending}>
        {t('case.reopen.button')}
      </button>
    </form>
  );
}
