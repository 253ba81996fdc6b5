'use client';

import { useActionState } from 'react';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { settleRecipientAction } from '@/lib/features/cases/actions/recipients';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import type { RecipientWords } from '@/lib/features/cases/data/recipients';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { describedBy, Field } from '@/lib/ui/field';
import { Fold } from '@/lib/ui/fold';
import { Input, TextArea } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Group, Option } from '@/lib/ui/option';

type Props = { target: Target; today: LocalDate; language: string };

const HOW = ['told', 'impossible', 'disproportionate'] as const;

/** Each recipient whom a person has to tell, and the record that they did, or why they did not. */
export function RecipientForms({ recipients, ...form }: Props & { recipients: readonly RecipientWords[] }) {
  const due = recipients.filter(({ standing }) => standing === 'due');
  return (
    <ul className={STACK}>
      {due.map((one) => (
        <li key={one.id}>
          <p className="font-medium">{one.name}</p>
          <p className="text-ink-2">{t(`recipients.what.${one.step}`, { data: one.data })}</p>
          <p className="text-ink-2">
            {one.failure
              ? t('recipients.mailFailed', { reason: t(`mailFailure.${one.failure}`) })
              : t('recipients.noAddress')}
          </p>
          <Fold open={due.length === 1} summary={t('recipients.open')}>
            <SettleForm recipient={one} {...form} />
          </Fold>
        </li>
      ))}
    </ul>
  );
}

function SettleForm({ target, today, language, recipient }: Props & { recipient: RecipientWords }) {
  const [state, submit, pending] = useActionState(settleRecipientAction, NOTHING_TRIED);
  const id = (part: string) => `recipient-${part}-${recipient.id}`;
  const hint = t('recipients.wordsHint', { language });
  return (
    <form action={submit} className={`${STACK} mt-3`} key={state.turn}>
      <TargetFields target={target} />
      <input type="hidden" name="recipientNoticeId" value={recipient.id} />
      <Refusal state={state} />
      <Group legend={t('recipients.how')}>
        {HOW.map((how) => (
          <Option
            key={how}
            type="radio"
            name="how"
            value={how}
            defaultChecked={(state.typed.how?.[0] ?? 'told') === how}
          >
            {t(`recipients.howOf.${how}`)}
          </Option>
        ))}
      </Group>
      <Field id={id('on')} label={t('recipients.on')}>
        <Input
          width="day"
          id={id('on')}
          name="on"
          type="date"
          max={today}
          defaultValue={state.typed.on?.[0] ?? today}
        />
      </Field>
      <Field id={id('words')} label={t('recipients.words')} hint={hint}>
        <TextArea
          id={id('words')}
          name="words"
          rows={3}
          maxLength={4000}
          required
          defaultValue={state.typed.words?.[0] ?? ''}
          aria-describedby={describedBy({ id: id('words'), hint })}
        />
      </Field>
      <Button look="main" aria-disabled={pending}>
        {t('recipients.button')}
      </Button>
    </form>
  );
}
