'use client';

import { useActionState } from 'react';
import {
  approveRejectionAction,
  proposeRejectionAction,
  returnRejectionAction,
} from '@/lib/features/cases/actions/rejection';
import { CommandForm, type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { Confirmations } from '@/lib/features/cases/components/right-duties';
import { ReturnForm } from '@/lib/features/cases/components/return-form';
import type { RejectionView } from '@/lib/features/cases/types/page';
import { NOTHING_TRIED, returnSchema } from '@/lib/features/cases/schema';
import type { Duty } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { MailPreview } from './mail-preview';
import { WordsField } from './asking-parts';

type Props = { target: Target; view: RejectionView; lang: string; language: string };

/** That identity was not shown: the ground, the facts, and what the person will get. A second person looks before anything happens. */
export function ProposeRejectionForm({
  target,
  view,
  lang,
  language,
  contains,
}: Props & { contains: readonly Duty[] }) {
  const [state, submit, pending] = useActionState(proposeRejectionAction, NOTHING_TRIED);
  return (
    <form action={submit} className="stack" key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <fieldset>
        <legend>{t('rejection.grounds')}</legend>
        {view.choices.map(({ id, citation, text, mustShow }) => (
          <label key={id} className="opt">
            <input type="checkbox" name="grounds" value={id} defaultChecked={state.typed.grounds?.includes(id)} />
            <span>
              <b>{citation}</b> {text}
            </span>
            <span className="sub">{mustShow.join(' ')}</span>
          </label>
        ))}
      </fieldset>
      <WordsField
        id="rejection"
        name="facts"
        label={t('rejection.facts')}
        hint={t('rejection.factsHint', { language })}
        lang={lang}
        typed={state.typed.facts?.[0] ?? view.facts}
      />
      <Confirmations legend={t('duties.confirmRefusal')} of={contains} confirmed={state.typed.confirmed ?? []} />
      {!view.hadTheirChance && (
        <p>
          <label htmlFor="unasked">{t('rejection.unasked')}</label>
          <span className="hint small" id="unasked-hint">
            {t('rejection.unaskedHint', { days: view.daysToReply })}
          </span>
          <textarea
            id="unasked"
            name="unaskedBecause"
            className="input--sm"
            rows={2}
            maxLength={4000}
            required
            defaultValue={state.typed.unaskedBecause?.[0] ?? ''}
            aria-describedby="unasked-hint"
          />
        </p>
      )}
      <MailPreview mail={view.mail} lang={lang} />
      <button className="btn" aria-disabled={pending}>
        {t('rejection.propose')}
      </button>
    </form>
  );
}

/** The same for the second person, with what the first one wrote. */
export function ApproveRejectionForms({ target, view, lang, own }: Props & { own: boolean }) {
  return (
    <div className="stack">
      {view.choices
        .filter(({ id }) => view.grounds.includes(id))
        .map(({ id, citation, text }) => (
          <p key={id}>
            <b>{citation}</b> {text}
          </p>
        ))}
      <p className="bubble" lang={lang}>
        {view.facts}
      </p>
      {view.unaskedBecause && (
        <p className="bubble bubble--note">
          {t('rejection.unaskedWas')} {view.unaskedBecause}
        </p>
      )}
      <p className="muted">{t('rejection.by', { name: view.proposedBy ?? '–' })}</p>
      <MailPreview mail={view.mail} lang={lang} />
      {own ? (
        <p className="note">{t('approval.own')}</p>
      ) : (
        <>
          <CommandForm action={approveRejectionAction} target={target}>
            <button className="btn btn--main">{t('rejection.approve')}</button>
          </CommandForm>
          <details>
            <summary>{t('return.heading')}</summary>
            <ReturnForm
              target={target}
              reasons={returnSchema.shape.reason.options.filter(
                (reason) => reason === 'groundUnclear' || reason === 'other',
              )}
              action={returnRejectionAction}
            />
          </details>
        </>
      )}
    </div>
  );
}
