'use client';

import { DOUBTS, IDENTITY_MEANS, type IdentityMeans } from '@/lib/domain/case/reasons';
import type { ForWhom } from '@/lib/domain/intake/answers';
import { questionIdentityAction } from '@/lib/features/cases/actions/questions';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { type Asking, AskingEffects, LateReason, WordsField } from './asking-parts';
import { LookButton, NoticeSheet } from './notice-look';
import { useLook } from './use-look';
import { Button } from '@/lib/ui/button';
import { Group, Option, Radios } from '@/lib/ui/option';
import { ACTIONS, STACK } from '@/lib/ui/layout';

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
  const { state, submit, pending, look } = useLook(questionIdentityAction);
  // A mandate is in doubt only where somebody acts for another.
  const fits = (of: string) => forWhom !== 'self' || (of !== 'mandate' && of !== 'mandateNotShown');
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <Group legend={t('ask.doubt')}>
        <Radios
          name="doubt"
          of={DOUBTS.filter(fits)}
          chosen={state.typed.doubt?.[0]}
          label={(doubt) => t(`doubt.${doubt}`)}
        />
      </Group>
      <Group legend={t('ask.means')}>
        {IDENTITY_MEANS.filter(fits).map((means) => {
          const law = forbidden.find((one) => one.means === means)?.citation;
          return (
            <Option
              key={means}
              type="checkbox"
              name="means"
              value={means}
              disabled={law !== undefined}
              defaultChecked={state.typed.means?.includes(means)}
              hint={law === undefined ? t(`means.${means}.hint`) : t('ask.forbidden', { law })}
            >
              {t(`means.${means}.label`)}
            </Option>
          );
        })}
      </Group>
      <WordsField
        id="ask-identity"
        label={t('ask.words')}
        hint={t('ask.wordsHint', { language: asking.language })}
        lang={asking.lang}
        typed={state.typed.body?.[0] ?? ''}
      />
      <AskingEffects view={asking.view} />
      <LateReason id="ask-identity-late" asking={asking} typed={state.typed.lateBecause?.[0] ?? ''} />
      <div className={ACTIONS}>
        <Button aria-disabled={pending}>{t('ask.identityButton')}</Button>
        <LookButton onClick={look} aria-disabled={pending} />
      </div>
      <NoticeSheet state={state} />
    </form>
  );
}
