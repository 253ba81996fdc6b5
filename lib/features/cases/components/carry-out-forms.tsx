'use client';

import { useActionState } from 'react';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { recordCarriedOutAction } from '@/lib/features/cases/actions/carry-out';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { AnswerConfirmations } from '@/lib/features/cases/components/right-duties';
import { ELSEWHERE } from '@/lib/domain/case/carry-out';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import type { EffectsOfRight } from '@/lib/features/cases/loaders/effects';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { wishFor } from '@/lib/domain/law/wishes';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { Option, Group } from '@/lib/ui/option';
import { Note } from '@/lib/ui/note';
import { Fold } from '@/lib/ui/fold';
import { STACK } from '@/lib/ui/layout';
import { StartEffectsForm } from './effect-forms';
import { FactsField } from './facts-field';

type Props = {
  target: Target;
  rights: readonly RightView[];
  systems: readonly { readonly id: string; readonly name: string }[];
  today: LocalDate;
  lang: string;
  language: string;
};

const canBegin = ({ effects, systems, facts, statement }: EffectsOfRight): boolean =>
  effects.length === 0 && (systems.length > 0 || facts.length > 0 || statement !== null);

/** What two laws give alike is done once: the first of them, with what every one of them wants to be told. */
function wishes(
  rights: readonly RightView[],
): readonly { readonly item: RightView; readonly all: readonly RightView[] }[] {
  const same = (one: RightView) => rights.filter(({ right }) => wishFor(right) === wishFor(one.right));
  return rights
    .filter((item) => same(item)[0] === item)
    .map((item) => {
      const answerContains = same(item).flatMap(({ duties }) => duties.answerContains);
      return { all: same(item), item: { ...item, duties: { ...item.duties, answerContains } } };
    });
}

/** What was agreed and is still to be done, wish by wish, and the record that says what was done, where and when. */
export function CarryOutForms({ rights, ...form }: Props) {
  return (
    <ul className={STACK}>
      {wishes(rights).map(({ item, all }) => (
        <li key={item.id}>
          <p className="mb-1 font-medium">
            {t(`right.${item.right}`)}{' '}
            <span className="text-ink-3">{all.map(({ citation }) => citation).join('; ')}</span>{' '}
            {item.lastDayOn && (
              <span className="text-ink-2">{t('next.by', { date: shortDate(item.lastDayOn, 'en') })}</span>
            )}
          </p>
          {item.effects && canBegin(item.effects) && (
            <Fold open={rights.length === 1} summary={t('effects.start')}>
              <StartEffectsForm item={item} target={form.target} lang={form.lang} language={form.language} />
            </Fold>
          )}
          <Fold open={rights.length === 1 && !(item.effects && canBegin(item.effects))} summary={t('carryOut.open')}>
            <CarryOutForm item={item} {...form} />
          </Fold>
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
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={item.id} />
      <Refusal state={state} />
      {item.byName && <Note>{t('carryOut.byName')}</Note>}
      <Field id={id('on')} label={t('carryOut.on')}>
        <Input
          width="day"
          id={id('on')}
          name="on"
          type="date"

          required
          max={today}
          defaultValue={state.typed.on?.[0] ?? today}
        />
      </Field>
      <Group legend={t('carryOut.where')}>
        {places.map((place) => (
          <Option
            key={place.id}
            type="checkbox"
            name="systems"
            value={place.id}
            defaultChecked={state.typed.systems?.includes(place.id)}
          >
            {place.name}
          </Option>
        ))}
      </Group>
      <FactsField
        id={id('facts')}
        label={t('carryOut.facts')}
        hint={t('carryOut.factsHint', { language })}
        lang={lang}
        value={state.typed.facts?.[0] ?? ''}
        required
      />
      <AnswerConfirmations item={item} confirmed={state.typed.confirmed ?? []} doing />
      <Button look="main" aria-disabled={pending}>
        {t('carryOut.button')}
      </Button>
    </form>
  );
}
