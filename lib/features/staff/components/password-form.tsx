'use client';

import { useActionState } from 'react';
import { TotpField } from '@/lib/features/staff/components/totp-field';
import { changePasswordAction } from '@/lib/features/staff/actions/accounts';
import { NOTHING_SAID, PASSWORD_MIN } from '@/lib/features/staff/schema/accounts';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';

const FIELDS = [
  ['current', 'current-password'],
  ['next', 'new-password'],
  ['again', 'new-password'],
] as const;

/** A password of one's own, for the old one and a code. */
export function PasswordForm() {
  const [state, change] = useActionState(changePasswordAction, NOTHING_SAID);
  return (
    <form action={change} className="stack">
      <Said state={state} />
      {FIELDS.map(([name, autoComplete]) => (
        <p key={name}>
          <label htmlFor={name}>{t(`account.${name}`)}</label>
          {name === 'next' && (
            <span className="hint small" id="next-hint">
              {t('account.nextHint', { min: PASSWORD_MIN })}
            </span>
          )}
          <input
            id={name}
            name={name}
            type="password"
            className="input--sm"
            autoComplete={autoComplete}
            required
            maxLength={256}
            aria-describedby={name === 'next' ? 'next-hint' : undefined}
          />
        </p>
      ))}
      <TotpField />
      <button className="btn btn--main">{t('account.change')}</button>
    </form>
  );
}
