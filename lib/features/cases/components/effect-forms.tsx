'use client';

import { useActionState } from 'react';
import { startEffectsAction } from '@/lib/features/cases/actions/effects';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { AnswerConfirmations } from '@/lib/features/cases/components/right-duties';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, TextArea } from '@/lib/ui/input';
import { Group, Option } from '@/lib/ui/option';
import { Bubble } from '@/lib/ui/words';
import { STACK } from '@/lib/ui/layout';
import { EffectsPlan, names } from './effects-list';
import { FactsField } from './facts-field';

type Props = { target: Target; item: RightView; lang: string; language: string };

/** Carries out in the systems what was agreed; the words are sent once every one of them has confirmed it. */
export function StartEffectsForm({ target, item, lang, language }: Props) {
  const [state, submit, pending] = useActionState(startEffectsAction, NOTHING_TRIED);
  const id = (part: string) => `effects-${part}-${item.id}`;
  const typed = (name: string) => state.typed[name]?.[0] ?? '';
  if (!item.effects) return null;
  const { statement } = item.effects;
  return (
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={item.id} />
      <Refusal state={state} />
      {item.effects.step === 'rectify' ? (
        <>
          <Group legend={t('effects.fact')}>
            {item.effects.facts.map((fact) => (
              <Option
                key={fact.id}
                type="radio"
                name="factId"
                value={fact.id}
                required
                defaultChecked={typed('factId') === fact.id}
                hint={new Intl.ListFormat('en').format(fact.systems)}
              >
                {fact.title}
              </Option>
            ))}
            {statement && (
              <Option type="radio" name="factId" value="" required defaultChecked={typed('factId') === ''}>
                {t('effects.noFact')}
              </Option>
            )}
          </Group>
          <Field id={id('wrong')} label={t('effects.wrong')} hint={t('effects.wrongHint')}>
            <Input id={id('wrong')} name="wrong" required={!statement} maxLength={500} defaultValue={typed('wrong')} />
          </Field>
          <Field id={id('right')} label={t('effects.right')}>
            <Input id={id('right')} name="right" required={!statement} maxLength={500} defaultValue={typed('right')} />
          </Field>
          <Field id={id('evidence')} label={t('effects.evidence')}>
            <TextArea id={id('evidence')} name="evidence" rows={2} maxLength={4000} defaultValue={typed('evidence')} />
          </Field>
          {statement && (
            <Group legend={t('effects.statement')}>
              <Bubble lang={lang}>{statement.text}</Bubble>
              <Option
                type="checkbox"
                name="statement"
                value="kept"
                defaultChecked={state.turn === 0 || typed('statement') !== ''}
                hint={
                  <>
                    {statement.systems.length > 0 && <p>{t('effects.what', { systems: names(statement.systems) })}</p>}
                    {statement.byPerson.length > 0 && (
                      <p>{t('effects.byPerson', { systems: names(statement.byPerson) })}</p>
                    )}
                  </>
                }
              >
                {t('effects.keepStatement')}
              </Option>
            </Group>
          )}
        </>
      ) : (
        <EffectsPlan of={item.effects} />
      )}
      <FactsField
        id={id('facts')}
        label={t('effects.facts')}
        hint={t('effects.factsHint', { language })}
        lang={lang}
        value={typed('facts')}
        required
      />
      <AnswerConfirmations item={item} confirmed={state.typed.confirmed ?? []} doing />
      <Button look="main" aria-disabled={pending}>
        {t('effects.start')}
      </Button>
    </form>
  );
}
