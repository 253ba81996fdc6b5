'use client';

import clsx from 'clsx';
import { useActionState } from 'react';
import { decideRightAction } from '@/lib/features/review/actions';
import { NOT_DECIDED } from '@/lib/features/review/types';
import type { HiddenSoFar } from '@/lib/features/cases/types/page';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { LetterSheet } from '@/lib/features/cases/components/letter-sheet';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { AnswerConfirmations, RefusalDuties, RightDuties } from '@/lib/features/cases/components/right-duties';
import { Group, Option } from '@/lib/ui/option';
import { Note } from '@/lib/ui/note';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Button } from '@/lib/ui/button';
import { ACTIONS, STACK } from '@/lib/ui/layout';
import { useLetter } from './use-letter';
import { WeighingFields } from './weighing-fields';
import { FactsField } from '@/lib/features/cases/components/facts-field';

const SHOWN_WITH: { readonly [outcome: string]: string } = {
  partlyGranted: 'hidden group-has-[input[value=partlyGranted]:checked]/decision:block',
  refused: 'hidden group-has-[input[value=refused]:checked]/decision:block',
  notIdentifiable: 'hidden group-has-[input[value=notIdentifiable]:checked]/decision:block',
};

type Props = { target: Target; item: RightView; hidden: HiddenSoFar; lang: string; language: string };

/**
 * Settles one right. Each outcome that gives less than was asked for has its own grounds; each ground says what must be on file for it.
 * Which of them show is a matter of CSS, so the form is whole without a script.
 */
export function DecisionForm({ target, item, hidden, lang, language }: Props) {
  const [state, submit, pending] = useActionState(decideRightAction, NOT_DECIDED);
  const { form, lookNow, lookSoon } = useLetter(submit);
  const { typed, letter } = state;
  // Without a script a look at the letter sends the form, and what was typed comes back with it.
  const isFirst = state.turn === 0 && state.looked === 0;
  // Less than everything is handed over where something is hidden: the form begins there, with the grounds it was hidden on.
  const steered =
    item.outcome === null && hidden.count > 0 && item.choices.some((choice) => choice.outcome === 'partlyGranted')
      ? 'partlyGranted'
      : item.outcome;
  const outcome = typed.outcome?.[0] ?? steered;
  const before = item.outcome === null && steered !== null ? hidden.grounds : item.grounds.map(({ id }) => id);
  const chosen = new Set((isFirst ? before : typed[`grounds.${outcome}`]) ?? []);
  const draft = item.facts === '' && steered === 'partlyGranted' ? hidden.facts : item.facts;
  const id = (part: string) => `${part}-${item.id}`;
  return (
    <div className="grid grid-cols-[minmax(20rem,2fr)_minmax(0,3fr)] gap-x-8 gap-y-5 @max-narrow:grid-cols-1">
      <form
        action={submit}
        ref={form}
        onChange={lookSoon}
        className={clsx(STACK, 'group/decision content-start')}
        key={state.turn}
      >
        <TargetFields target={target} />
        <input type="hidden" name="rightItemId" value={item.id} />
        <Refusal state={state} />
        <RightDuties duties={item.duties} doneBy={item.doneBy} />
        <Group legend={t('decide.outcome')}>
          {item.choices.map((choice) => (
            <Option
              key={choice.outcome}
              type="radio"
              name="outcome"
              value={choice.outcome}
              required
              defaultChecked={choice.outcome === outcome}
              hint={t(`outcome.${choice.outcome}.hint`, { doneBy: item.doneBy })}
            >
              {t(`outcome.${choice.outcome}.label`)}
            </Option>
          ))}
        </Group>
        {hidden.count > 0 && item.choices.some((choice) => choice.outcome === 'partlyGranted') && (
          <>
            <Note>{t('decide.hidden', { count: hidden.count })}</Note>
            <Field id={id('despite')} label={t('decide.despite')}>
              <TextArea
                id={id('despite')}
                name="despiteHidden"
                rows={2}
                maxLength={4000}
                defaultValue={typed.despiteHidden?.[0] ?? ''}
              />
            </Field>
          </>
        )}
        {item.choices
          .filter(({ grounds }) => grounds.length > 0)
          .map((choice) => (
            <Group
              key={choice.outcome}
              className={SHOWN_WITH[choice.outcome] ?? 'hidden'}
              legend={t('decide.grounds', { outcome: t(`outcome.${choice.outcome}.label`) })}
            >
              {choice.grounds.map((ground) => (
                <Option
                  key={ground.id}
                  type="checkbox"
                  name={`grounds.${choice.outcome}`}
                  value={ground.id}
                  data-weighs={ground.weighs ?? undefined}
                  defaultChecked={choice.outcome === outcome && chosen.has(ground.id)}
                  hintClass="hidden group-has-checked/option:block"
                  hint={
                    <>
                      {ground.mustShow.map((line) => (
                        <span
                          key={line}
                          className="relative block ps-3.5 before:absolute before:start-0 before:content-['–']"
                        >
                          {line}
                        </span>
                      ))}
                    </>
                  }
                >
                  <b>{ground.citation}</b> {ground.text}
                </Option>
              ))}
            </Group>
          ))}
        {item.weighing && (
          <WeighingFields
            of={item.weighing}
            id={item.id}
            lang={lang}
            language={language}
            typed={isFirst ? null : typed}
          />
        )}
        <FactsField
          id={id('facts')}
          label={t('decide.facts')}
          hint={t('decide.factsHint', { language })}
          lang={lang}
          value={typed.facts?.[0] ?? draft}
        />
        <RefusalDuties duties={item.duties} confirmed={typed.confirmed ?? []} />
        <AnswerConfirmations item={item} confirmed={typed.confirmed ?? []} />
        <p className={ACTIONS}>
          <Button look="main" aria-disabled={pending}>
            {t('decide.submit')}
          </Button>
          <Button
            name="look"
            value="yes"
            aria-disabled={pending}
            onClick={(event) => {
              event.preventDefault();
              lookNow();
            }}
          >
            {t('letter.look')}
          </Button>
        </p>
      </form>
      <section
        aria-label={t('letter.label')}
        aria-live="polite"
        aria-busy={pending}
        className="self-start @narrow:sticky @narrow:top-4"
      >
        {letter ? (
          <LetterSheet of={letter} uncounted={letter.uncounted} file={null} />
        ) : (
          <p className="rounded-lg border border-dashed border-line-strong p-5 text-ink-2">{t('letter.none')}</p>
        )}
      </section>
    </div>
  );
}
