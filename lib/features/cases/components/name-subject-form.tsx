'use client';

import { useActionState } from 'react';
import { addIdentifierAction } from '@/lib/features/cases/actions/identity';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Field } from '@/lib/ui/field';
import { Input, Select } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Button } from '@/lib/ui/button';

/** Takes down by what the person can be found whose data it is, once the requester has told or the desk knows. */
export function NameSubjectForm({
  target,
  kinds,
  main,
}: {
  target: Target;
  kinds: readonly { readonly kind: string; readonly label: string }[];
  main: boolean;
}) {
  const [state, submit, pending] = useActionState(addIdentifierAction, NOTHING_TRIED);
  return (
    <form action={submit} className={STACK} key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Field id="identifier-kind" label={t('subject.kind')}>
          <Select id="identifier-kind" name="kind" defaultValue={state.typed.kind?.[0] ?? kinds[0]?.kind}>
            {kinds.map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="identifier-value" label={t('subject.value')}>
          <Input
            id="identifier-value"
            name="value"

            required
            autoComplete="off"
            spellCheck={false}
            defaultValue={state.typed.value?.[0] ?? ''}
          />
        </Field>
      </div>
      <p className="text-sm text-ink-2">{t('subject.hint')}</p>
      <Button look={main ? 'main' : 'normal'} aria-disabled={pending}>
        {t('subject.button')}
      </Button>
    </form>
  );
}
