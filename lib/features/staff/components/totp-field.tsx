import { deskText as t } from '@/lib/platform/i18n/desk';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';

/** The six digits of an authenticator app. */
export const TotpField = () => (
  <Field id="totp" label={t('signIn.totp')} hint={t('signIn.totpHint')}>
    <Input
      width="code"
      id="totp"
      name="totp"

      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,7}"
      required
      aria-describedby="totp-hint"
    />
  </Field>
);
