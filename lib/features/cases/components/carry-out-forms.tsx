'use client';

import { useActionState } from 'react';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { recordCarriedOutAction } from '@/lib/features/cases/actions/carry-out';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { AnswerConfirmations } from '@/lib/features/cases/components/right-duties';
import { ELSEWHERE, NOTHING_TRIED } from '@/lib/features/cases/schema';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

type Props = {
  target: Target;
  rights: readonly RightView[];
  systems: readonly { readonly id: string; readonly name: string }[];
  today: LocalDate;
  lang: string;
  language: string;
};

/** What was agreed and is still to be done, right by right, and the record that says what was done, where and when. */
export function CarryOutForms({ rights, ...form }: Props) {
  return (
    <ul className="stack">
      {rights.map((item) => (
        <li key={item.id}>
          <p className="lab">
            {t(`right.${item.right}`)} <span className="faint">{item.citation}</span>{' '}
            {item.dueOn && <span className="muted">{t('next.by', { date: shortDate(item.dueOn, 'en') })}</span>}
          </p>
          <details open={rights.length === 1}>
            <summary>{t('carryOut.open')}</summary>
            <CarryOutForm item={item} {...form} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function CarryOutForm({ target, item, systems, today, lang, language }: Omit<Props, 'rights'> & { item: RightView }) {
  const [state, submit, pending] = useActionState(recordCarriedOutAction, NOTHING_TRIED);
  const id = (part: string) => `done-${part}-${item.id}`;
  const places = [...systems, { id: ELSEWHERE, name: t('carryOut.elsewhere') }];
  return (
    <form action={submit} className="stack mt" key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={item.id} />
      <Refusal state={state} />
      <p>
        <label htmlFor={id('on')}>{t('carryOut.on')}</label>
        <input
          id={id('on')}
          name="on"
          type="date"
          className="input--sm input--day"
          required
          max={today}
          defaultValue={state.typed.on?.[0] ?? today}
        />
      </p>
      <fieldset>
        <legend>{t('carryOut.where')}</legend>
        {places.map((place) => (
          <label key={place.id} className="opt">
            <input
              type="checkbox"
              name="systems"
              value={place.id}
              defaultChecked={state.typed.systems?.includes(place.id)}
            />
            <span>{place.name}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor={id('facts')}>{t('carryOut.facts')}</label>
        <span className="hint small" id={id('hint')}>
          {t('carryOut.factsHint', { language })}
        </span>
        <textarea
          id={id('facts')}
          name="facts"
          lang={lang}
          className="input--sm"
          rows={3}
          maxLength={4000}
          required
          defaultValue={state.typed.facts?.[0] ?? ''}
          aria-describedby={id('hint')}
        />
      </p>
      <AnswerConfirmations item={item} confirmed={state.typed.confirmed ?? []} doing />
      <button className="btn btn--main" aria-disabled={pending}>
        {t('carryOut.button')}
      </button>
    </form>
  );
}
