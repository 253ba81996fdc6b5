import { authorityFor } from '@/lib/domain/law/authorities';
import { WIDTH } from '@/lib/ui/page';
import type { Portal } from '../portal';
import { PolicyLink } from './policy-link';

export function Footer({ portal }: { portal: Portal }) {
  const { t, locale, definition } = portal;
  const authority = authorityFor(definition.authority);
  const { email, url } = definition.contact;
  return (
    <footer className="border-t border-line bg-sunken text-sm">
      <div
        className={`${WIDTH} flex flex-wrap items-center gap-x-6 gap-y-1 pt-6 pb-10 *:[a]:inline-flex *:[a]:min-h-target *:[a]:items-center *:[a]:text-ink`}
      >
        <PolicyLink portal={portal} />
        {(email ?? url) && <a href={email ? `mailto:${email}` : (url ?? '')}>{t('frame.contact')}</a>}
        {authority && (
          <a href={authority.site}>{t('frame.authority', { authority: authority.shortName ?? authority.name })}</a>
        )}
        <p className="basis-full text-ink-2">
          {t('frame.who', { controller: definition.legalName, contact: definition.contact.name[locale] })}
        </p>
      </div>
    </footer>
  );
}
