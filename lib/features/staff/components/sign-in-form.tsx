'use client';

import { TriangleAlert } from 'lucide-react';
import { useActionState } from 'react';
import { signInAction, type SignInState } from '@/lib/features/staff/actions/sign-in';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { TotpField } from './totp-field';

const START: SignInState = { failed: false, wait: 0, email: '' };

/** Address, password and code in one form; it posts by itself where no script runs. */
export function SignInForm({ back, kept }: { back: string | null; kept: string | null }) {
  const [state, action, pending] = useActionState(signInAction, START);
  return (
    <form action={action} className="stack">
      {state.failed && (
        <p className="refusal" role="alert">
          <TriangleAlert className="i" aria-hidden="true" />
          <span>{state.wait > 0 ? t('signIn.wait', { seconds: state.wait }) : t('signIn.failed')}</span>
        </p>
      )}
      {back && <input type="hidden" name="back" value={back} />}
      {kept && <input type="hidden" name="kept" value={kept} />}
      <p>
        <label htmlFor="email">{t('signIn.email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          className="input--sm"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={state.email}
          key={state.email}
        />
      </p>
      <p>
        <label htmlFor="password">{t('signIn.password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          className="input--sm"
          autoComplete="current-password"
          required
          maxLength={256}
        />
      </p>
      <TotpField />
      <button className="btn btn--main" aria-disabled={pending}>
        {t('signIn.submit')}
      </button>
    </form>
  );
}
