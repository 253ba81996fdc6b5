'use client';

import { askClarificationAction } from '@/lib/features/cases/actions/questions';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Asking, AskingEffects, LateReason, WordsField } from './asking-parts';
import { LookButton, NoticeSheet } from './notice-look';
import { useLook } from './use-look';
import { Button } from '@/lib/ui/button';
import { Group, Radios } from '@/lib/ui/option';
import { ACTIONS, STACK } from '@/lib/ui/layout';

/** Asks which data are meant. Only where a large quantity is processed may that move a clock (Recital 63 GDPR). */
export function AskClarificationForm({ target, records, asking }: { target: Target; records: number; asking: Asking }) {
  const { state, submit, pending, look } = useLook(askClarificationAction);
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <Group legend={t('ask.quantity')}>
        <p className="mb-1 text-sm text-ink-2">{t('ask.quantityHint', { records })}</p>
        <Radios
          name="largeQuantity"
          of={['yes', 'no']}
          chosen={state.typed.largeQuantity?.[0]}
          label={(answer) => t(`ask.large.${answer}.label`)}
          hint={(answer) => t(`ask.large.${answer}.hint`)}
        />
      </Group>
      <WordsField
        id="ask-clarification"
        label={t('ask.words')}
        hint={t('ask.clarifyHint', { language: asking.language })}
        lang={asking.lang}
        typed={state.typed.body?.[0] ?? ''}
      />
      <AskingEffects view={asking.view} />
      <LateReason id="ask-clarification-late" asking={asking} typed={state.typed.lateBecause?.[0] ?? ''} />
      <div className={ACTIONS}>
        <Button aria-disabled={pending}>{t('ask.clarificationButton')}</Button>
        <LookButton onClick={look} aria-disabled={pending} />
      </div>
      <NoticeSheet state={state} />
    </form>
  );
}
