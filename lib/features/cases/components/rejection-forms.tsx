'use client';

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
import { returnSchema } from '@/lib/features/cases/schema';
import type { Duty } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { LetterSheet } from './letter-sheet';
import { LookButton, NoticeSheet } from './notice-look';
import { useLook } from './use-look';
import { WordsField } from './asking-parts';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Option, Group } from '@/lib/ui/option';
import { Note } from '@/lib/ui/note';
import { Fold } from '@/lib/ui/fold';
import { Bubble } from '@/lib/ui/words';
import { ACTIONS, STACK } from '@/lib/ui/layout';

type Props = { target: Target; view: RejectionView; lang: string; language: string };

/** That identity was not shown: the ground, the facts, and what the person will get. A second person looks before anything happens. */
export function ProposeRejectionForm({
  target,
  view,
  lang,
  language,
  contains,
}: Props & { contains: readonly Duty[] }) {
  const { state, submit, pending, look } = useLook(proposeRejectionAction);
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <Group legend={t('rejection.grounds')}>
        {view.choices.map(({ id, citation, text, mustShow }) => (
          <Option
            key={id}
            type="checkbox"
            name="grounds"
            value={id}
            defaultChecked={state.typed.grounds?.includes(id)}
            hint={mustShow.join(' ')}
          >
            <b>{citation}</b> {text}
          </Option>
        ))}
      </Group>
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
        <Field
          id="unasked"
          label={t('rejection.unasked')}
          hint={t('rejection.unaskedHint', { days: view.daysToReply })}
        >
          <TextArea
            id="unasked"
            name="unaskedBecause"
            rows={2}
            maxLength={4000}
            required
            defaultValue={state.typed.unaskedBecause?.[0] ?? ''}
            aria-describedby="unasked-hint"
          />
        </Field>
      )}
      <div className={ACTIONS}>
        <Button aria-disabled={pending}>{t('rejection.propose')}</Button>
        <LookButton onClick={look} aria-disabled={pending} />
      </div>
      <NoticeSheet state={state} />
    </form>
  );
}

/** The second person has the letter as it will be sent, and what the first one wrote beside it. */
export function ApproveRejectionForms({ target, view, own }: Pick<Props, 'target' | 'view'> & { own: boolean }) {
  return (
    <div className={STACK}>
      {view.unaskedBecause && (
        <Bubble note>
          {t('rejection.unaskedWas')} {view.unaskedBecause}
        </Bubble>
      )}
      <p className="text-ink-2">{t('rejection.by', { name: view.proposedBy ?? '–' })}</p>
      {view.sheet && <LetterSheet of={view.sheet} file={`/desk/cases/${target.caseId}/letters/notShown`} />}
      {own ? (
        <Note>{t('approval.own')}</Note>
      ) : (
        <>
          <CommandForm action={approveRejectionAction} target={target}>
            <Button look="main">{t('rejection.approve')}</Button>
          </CommandForm>
          <Fold summary={t('return.heading')}>
            <ReturnForm
              target={target}
              reasons={returnSchema.shape.reason.options.filter(
                (reason) => reason === 'groundUnclear' || reason === 'other',
              )}
              action={returnRejectionAction}
            />
          </Fold>
        </>
      )}
    </div>
  );
}
