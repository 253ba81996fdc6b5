import { authorityFor } from '@/lib/domain/law/authorities';
import type { Portal } from '../portal';

export function Footer({ portal: { t, locale, definition } }: { portal: Portal }) {
  const authority = authorityFor(definition.authority);
  const { email, url } = definition.contact;
  return (
    <footer className="foot">
      <div className="wrap">
        <a href={definition.privacyPolicyUrl}>{t('frame.privacyPolicy')}</a>
        {(email ?? url) && <a href={email ? `mailto:${email}` : (url ?? '')}>{t('frame.contact')}</a>}
        {authority && (
          <a href={authority.site}>{t('frame.authority', { authority: authority.shortName ?? authority.name })}</a>
        )}
        <p>{t('frame.who', { controller: definition.legalName, contact: definition.contact.name[locale] })}</p>
      </div>
    </footer>
  );
}
