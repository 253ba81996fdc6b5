import { languageNames } from '@/lib/platform/i18n/language-name';
import type { Portal } from '../portal';

/** The policy itself is the controller's: where it was not written in the reader's language, the link says so before it is followed. */
export function PolicyLink({ portal: { t, locale, definition } }: { portal: Portal }) {
  const { privacyPolicyUrl, privacyPolicyLanguages: written } = definition;
  const here = written.includes(locale);
  return (
    <a href={privacyPolicyUrl} hrefLang={here ? locale : written[0]}>
      {here ? t('frame.privacyPolicy') : t('frame.policyIn', { languages: languageNames(written, locale) })}
    </a>
  );
}
