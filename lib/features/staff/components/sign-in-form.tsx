'use client';

import { TriangleAlert } from 'lucide-react';
import { useActionState } from 'react';
import { signInAction, type SignInState } from '@/lib/features/staff/actions/sign-in';
import type { SignInError } from '@/lib/features/staff/schema/sign-in';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { TotpField } from './totp-field';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { Note } from '@/lib/ui/note';
import { STACK } from '@/lib/ui/layout';

/** Address, password and code in one form; it posts by itself where no script runs. */
export function SignInForm({ back, kept, error }: { back: string | null; kept: string | null; error: SignInError }) {
  const [state, action, pending] = useActionState<SignInState, FormData>(signInAction, { error, email: '' });
  return (
    <form action={action} className={STACK}>
      {state.error && (
        <Note tone="refused" icon={TriangleAlert} role="alert">
          {state.error.wait > 0 ? t('signIn.wait', { seconds: state.error.wait }) : t('signIn.failed')}
        </Note>
      )}
      {back && <input type="hidden" name="back" value={back} />}
      {kept && <input type="hidden" name="kept" value={kept} />}
      <Field id="email" label={t('signIn.email')}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={state.email}
          key={state.email}
        />
      </Field>
      <Field id="password" label={t('signIn.password')}>
        <Input id="password" name="password" type="password" autoComplete="current-password" required maxLength={256} />
      </Field>
      <TotpField />
      <Button look="main" aria-disabled={pending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
