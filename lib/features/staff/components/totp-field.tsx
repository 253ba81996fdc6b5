import { deskText as t } from '@/lib/platform/i18n/desk';

/** The six digits of an authenticator app. */
export const TotpField = () => (
  <p>
    <label htmlFor="totp">{t('signIn.totp')}</label>
    <span className="hint small" id="totp-hint">
      {t('signIn.totpHint')}
    </span>
    <input
      id="totp"
      name="totp"
      className="input--sm input--code"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,7}"
      required
      aria-describedby="totp-hint"
    />
  </p>
);
