'use client';

import { useActionState } from 'react';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { LIFT_REASONS, type LiftReason, RESTRICTED_FOR, type RestrictedFor } from '@/lib/domain/law/restriction';
import { announceLiftingAction, nameRestrictionGroundAction } from '@/lib/features/cases/actions/restriction';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { describedBy, Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { ACTIONS, STACK } from '@/lib/ui/layout';
import { Group, Radios } from '@/lib/ui/option';
import { type Target, TargetFields } from './command-form';
import { FactsField } from './facts-field';
import { LookButton, NoticeSheet } from './notice-look';
import { Refusal } from './refusal';
import { useLook } from './use-look';

export type LiftFormProps = {
  readonly target: Target;
  readonly suggested: LiftReason | null;
  /** The first day that may be named, and the one that is proposed. */
  readonly days: { readonly first: LocalDate; readonly proposed: LocalDate };
  readonly lang: string;
  readonly language: string;
};

/** Says why and from when a restriction ends; the person is told before anything is lifted: Art. 18(3) GDPR. */
export function LiftForm({ target, suggested, days, lang, language }: LiftFormProps) {
  const { state, submit, pending, look } = useLook(announceLiftingAction);
  const typed = (name: string, else_: string): string => state.typed[name]?.[0] ?? else_;
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <p className="text-sm text-ink-2">{t('restriction.liftLead')}</p>
      <Refusal state={state} />
      <Group legend={t('restriction.whyLabel')}>
        <Radios
          name="why"
          of={LIFT_REASONS}
          chosen={typed('why', suggested ?? '')}
          label={(why) => t(`restriction.why.${why}`)}
        />
      </Group>
      <Field id="lift-on" label={t('restriction.on')} hint={t('restriction.onHint')}>
        <Input
          width="day"
          id="lift-on"
          name="liftOn"
          type="date"
          required
          min={days.first}
          defaultValue={typed('liftOn', days.proposed)}
          aria-describedby={describedBy({ id: 'lift-on', hint: t('restriction.onHint') })}
        />
      </Field>
      <FactsField
        id="lift-facts"
        label={t('restriction.facts')}
        hint={t('restriction.factsHint', { language })}
        lang={lang}
        value={typed('facts', '')}
        required
      />
      <div className={ACTIONS}>
        <Button look="main" aria-disabled={pending}>
          {t('restriction.liftButton')}
        </Button>
        <LookButton onClick={look} aria-disabled={pending} />
      </div>
      <NoticeSheet state={state} />
    </form>
  );
}

/** On which case of Art. 18(1) GDPR a restriction rests. */
export function GroundForm({
  target,
  rightItemId,
  ground,
}: {
  target: Target;
  rightItemId: string;
  ground: RestrictedFor | null;
}) {
  const [state, submit, pending] = useActionState<CommandState, FormData>(nameRestrictionGroundAction, NOTHING_TRIED);
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="rightItemId" value={rightItemId} />
      <Refusal state={state} />
      <Group legend={t('restriction.changeGround')} hideLegend>
        <Radios
          name="ground"
          of={RESTRICTED_FOR}
          chosen={state.typed.ground?.[0] ?? ground}
          label={(one) => t(`restriction.ground.${one}`)}
          hint={(one) => t(`restriction.letter.${one}`)}
        />
      </Group>
      <Button aria-disabled={pending}>{t('restriction.groundButton')}</Button>
    </form>
  );
}
