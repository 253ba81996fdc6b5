'use client';

import { useActionState } from 'react';
import { decideRightAction } from '@/lib/features/cases/actions';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import type { RightView } from '@/lib/features/rights/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';

type Props = { target: Target; item: RightView; redactions: number; lang: string; language: string };

/**
 * Settles one right. Grounds show only with an outcome that gives less than was asked for; each says what must be on file for it.
 * Which fields show is a matter of CSS, so the form is whole without a script.
 */
export function DecisionForm({ target, item, redactions, lang, language }: Props) {
  const [state, submit, pending] = useActionState(decideRightAction, NOTHING_TRIED);
  const outcome = state.typed.outcome?.[0] ?? item.outcome;
  const grounds = state.typed.grounds ?? item.grounds.map(({ id }) => id);
  const id = (part: string) => `${part}-${item.id}`;
  return (
    <form action={submit} className="stack decision" key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={item.id} />
      <Refusal state={state} />
      {item.choices.checks.length > 0 && (
        <div>
          <p className="lab">{t('decide.checks')}</p>
          <ul className="bullets">{item.choices.checks.map((check) => <li key={check}>{check}</li>)}</ul>
        </div>
      )}
      <fieldset>
        <legend>{t('decide.outcome')}</legend>
        {item.choices.outcomes.map((choice) => (
          <label key={choice} className="opt">
            <input type="radio" name="outcome" value={choice} required defaultChecked={choice === outcome} />
            <span>{t(`outcome.${choice}.label`)}</span>
            <span className="sub">{t(`outcome.${choice}.hint`)}</span>
          </label>
        ))}
      </fieldset>
      {redactions > 0 && item.choices.outcomes.includes('partlyGranted') && <p className="note">{t('decide.hidden', { count: redactions })}</p>}
      {item.choices.grounds.length > 0 && (
        <fieldset className="decision__grounds">
          <legend>{t('decide.grounds')}</legend>
          {item.choices.grounds.map((ground) => (
            <label key={ground.id} className="opt">
              <input type="checkbox" name="grounds" value={ground.id} defaultChecked={grounds.includes(ground.id)} />
              <span>
                <b>{ground.citation}</b> {ground.text}
              </span>
              <span className="sub decision__show">{ground.mustShow.map((line) => <span key={line}>{line}</span>)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p>
        <label htmlFor={id('facts')}>{t('decide.facts')}</label>
        <span className="hint small" id={id('facts-hint')}>{t('decide.factsHint', { language })}</span>
        <textarea id={id('facts')} name="facts" lang={lang} className="input--sm" rows={4} maxLength={4000} defaultValue={state.typed.facts?.[0] ?? item.facts} aria-describedby={id('facts-hint')} />
      </p>
      <button className="btn btn--main" aria-disabled={pending}>{t('decide.submit')}</button>
    </form>
  );
}
