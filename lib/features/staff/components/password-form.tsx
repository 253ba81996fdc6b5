'use client';

import { useActionState } from 'react';
import { TotpField } from '@/lib/features/staff/components/totp-field';
import { changePasswordAction } from '@/lib/features/staff/actions/accounts';
import { NOTHING_SAID, PASSWORD_MIN } from '@/lib/features/staff/schema/accounts';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';
import { Button } from '@/lib/ui/button';
import { Input } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Field } from '@/lib/ui/field';

const FIELDS = [
  ['current', 'current-password'],
  ['next', 'new-password'],
  ['again', 'new-password'],
] as const;

/** A password of one's own, for the old one and a code. */
export function PasswordForm() {
  const [state, change] = useActionState(changePasswordAction, NOTHING_SAID);
  return (
    <form action={change} className={STACK}>
      <Said state={state} />
      {FIELDS.map(([name, autoComplete]) => (
        <Field
          key={name}
          id={name}
          label={t(`account.${name}`)}
          hint={name === 'next' ? t('account.nextHint', { min: PASSWORD_MIN }) : undefined}
        >
          <Input
            id={name}
            name={name}
            type="password"
            autoComplete={autoComplete}
            required
            maxLength={256}
            aria-describedby={name === 'next' ? 'next-hint' : undefined}
          />
        </Field>
      ))}
      <TotpField />
      <Button look="main">{t('account.change')}</Button>
    </form>
  );
}
