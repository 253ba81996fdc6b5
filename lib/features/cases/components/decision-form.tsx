'use client';

import { useActionState } from 'react';
import { decideRightAction } from '@/lib/features/cases/actions/decisions';
import type { HiddenSoFar } from '@/lib/features/cases/types/page';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from './command-form';
import { Refusal } from './refusal';
import { AnswerConfirmations, RefusalDuties, RightDuties } from './right-duties';

type Props = { target: Target; item: RightView; hidden: HiddenSoFar; caseId: string; lang: string; language: string };

/**
 * Settles one right. Each outcome that gives less than was asked for has its own grounds; each ground says what must be on file for it.
 * Which of them show is a matter of CSS, so the form is whole without a script.
 */
export function DecisionForm({ target, item, hidden, caseId, lang, language }: Props) {
  const [state, submit, pending] = useActionState(decideRightAction, NOTHING_TRIED);
  // Less than everything is handed over where something is hidden: the form begins there, with the grounds it was hidden on.
  const steered =
    item.outcome === null && hidden.count > 0 && item.choices.some((choice) => choice.outcome === 'partlyGranted')
      ? 'partlyGranted'
      : item.outcome;
  const outcome = state.typed.outcome?.[0] ?? steered;
  const before = item.outcome === null && steered !== null ? hidden.grounds : item.grounds.map(({ id }) => id);
  const chosen = new Set((state.turn === 0 ? before : state.typed[`grounds.${outcome}`]) ?? []);
  const draft = item.facts === '' && steered === 'partlyGranted' ? hidden.facts : item.facts;
  const id = (part: string) => `${part}-${item.id}`;
  return (
    <form action={submit} className="stack decision" key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={item.id} />
      <Refusal state={state} />
      <RightDuties duties={item.duties} doneBy={item.doneBy} />
      <fieldset>
        <legend>{t('decide.outcome')}</legend>
        {item.choices.map((choice) => (
          <label key={choice.outcome} className="opt">
            <input
              type="radio"
              name="outcome"
              value={choice.outcome}
              required
              defaultChecked={choice.outcome === outcome}
            />
            <span>{t(`outcome.${choice.outcome}.label`)}</span>
            <span className="sub">{t(`outcome.${choice.outcome}.hint`, { doneBy: item.doneBy })}</span>
          </label>
        ))}
      </fieldset>
      {hidden.toDecide > 0 && (
        <p className="note">
          {t('decide.toDecide', { count: hidden.toDecide })}{' '}
          <a href={`/desk/cases/${caseId}/review`}>{t('decide.toThem', { count: hidden.toDecide })}</a>
        </p>
      )}
      {hidden.count > 0 && item.choices.some((choice) => choice.outcome === 'partlyGranted') && (
        <>
          <p className="note">{t('decide.hidden', { count: hidden.count })}</p>
          <p>
            <label htmlFor={id('despite')}>{t('decide.despite')}</label>
            <textarea
              id={id('despite')}
              name="despiteHidden"
              className="input--sm"
              rows={2}
              maxLength={4000}
              defaultValue={state.typed.despiteHidden?.[0] ?? ''}
            />
          </p>
        </>
      )}
      {item.choices
        .filter(({ grounds }) => grounds.length > 0)
        .map((choice) => (
          <fieldset key={choice.outcome} className={`decision__grounds decision__grounds--${choice.outcome}`}>
            <legend>{t('decide.grounds', { outcome: t(`outcome.${choice.outcome}.label`) })}</legend>
            {choice.grounds.map((ground) => (
              <label key={ground.id} className="opt">
                <input
                  type="checkbox"
                  name={`grounds.${choice.outcome}`}
                  value={ground.id}
                  defaultChecked={choice.outcome === outcome && chosen.has(ground.id)}
                />
                <span>
                  <b>{ground.citation}</b> {ground.text}
                </span>
                <span className="sub decision__show">
                  {ground.mustShow.map((line) => (
                    <span key={line}>{line}</span>
                  ))}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      <RefusalDuties duties={item.duties} confirmed={state.typed.confirmed ?? []} />
      <AnswerConfirmations item={item} confirmed={state.typed.confirmed ?? []} />
      <p>
        <label htmlFor={id('facts')}>{t('decide.facts')}</label>
        <span className="hint small" id={id('facts-hint')}>
          {t('decide.factsHint', { language })}
        </span>
        <textarea
          id={id('facts')}
          name="facts"
          lang={lang}
          className="input--sm"
          rows={4}
          maxLength={4000}
          defaultValue={state.typed.facts?.[0] ?? draft}
          aria-describedby={id('facts-hint')}
        />
      </p>
      <button className="btn btn--main" aria-disabled={pending}>
        {t('decide.submit')}
      </button>
    </form>
  );
}
