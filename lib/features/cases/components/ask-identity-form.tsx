'use client';

import { useActionState } from 'react';
import { DOUBTS, IDENTITY_MEANS, type IdentityMeans } from '@/lib/domain/case/types';
import type { ForWhom } from '@/lib/domain/intake/answers';
import { questionIdentityAction } from '@/lib/features/cases/actions/questions';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Asking, AskingEffects, LateReason, WordsField } from './asking-parts';

type Forbidden = readonly { readonly means: IdentityMeans; readonly citation: string }[];

/** Asks for more to show who somebody is: the doubt first, then the least that removes it (Art. 12(6) GDPR; EDPB Guidelines 01/2022, paras. 65 to 79). */
export function AskIdentityForm({
  target,
  forWhom,
  forbidden,
  asking,
}: {
  target: Target;
  forWhom: ForWhom;
  forbidden: Forbidden;
  asking: Asking;
}) {
  const [state, submit, pending] = useActionState(questionIdentityAction, NOTHING_TRIED);
  // A mandate is in doubt only where somebody acts for another.
  const fits = (of: string) => forWhom !== 'self' || (of !== 'mandate' && of !== 'mandateNotShown');
  return (
    <form action={submit} className="stack" key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <fieldset>
        <legend>{t('ask.doubt')}</legend>
        {DOUBTS.filter(fits).map((doubt) => (
          <label key={doubt} className="opt">
            <input type="radio" name="doubt" value={doubt} required defaultChecked={state.typed.doubt?.[0] === doubt} />
            <span>{t(`doubt.${doubt}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('ask.means')}</legend>
        {IDENTITY_MEANS.filter(fits).map((means) => {
          const law = forbidden.find((one) => one.means === means)?.citation;
          return (
            <label key={means} className="opt">
              <input
                type="checkbox"
                name="means"
                value={means}
                disabled={law !== undefined}
                defaultChecked={state.typed.means?.includes(means)}
              />
              <span>{t(`means.${means}.label`)}</span>
              <span className="sub">{law === undefined ? t(`means.${means}.hint`) : t('ask.forbidden', { law })}</span>
            </label>
          );
        })}
      </fieldset>
      <WordsField
        id="ask-identity"
        label={t('ask.words')}
        hint={t('ask.wordsHint', { language: asking.language })}
        lang={asking.lang}
        typed={state.typed.body?.[0] ?? ''}
      />
      <AskingEffects view={asking.view} />
      <LateReason id="ask-identity-late" asking={asking} typed={state.typed.lateBecause?.[0] ?? ''} />
      <button className="btn" aria-disabled={pending}>
        {t('ask.identityButton')}
      </button>
    </form>
  );
}
