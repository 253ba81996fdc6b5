import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { isLocale, type Locale, LOCALES } from '@/lib/domain/locale';
import { controllers } from '@/lib/platform/controllers/registry';
import type { LoadedController } from '@/lib/platform/controllers/load';
import { translator, type Translate } from '@/lib/platform/i18n/translator';

export type PortalParams = Promise<{ controller: string; locale: string }>;

export type Portal = LoadedController & {
  readonly locale: Locale;
  /** `/callsapp/en`: every address of this portal begins so. */
  readonly home: string;
  readonly languages: readonly Locale[];
  readonly t: Translate;
  readonly law: Translate;
  /** The day it is at the controller's place. */
  readonly todayOn: LocalDate;
};

const open = cache((id: string, locale: string): Portal => {
  const loaded = controllers().get(id);
  if (!loaded || !isLocale(locale)) notFound();
  const { languages } = loaded.definition;
  return {
    ...loaded,
    locale,
    home: `/${id}/${locale}`,
    languages: [...languages, ...LOCALES.filter((other) => !languages.includes(other))],
    t: translator(locale, 'public'),
    law: translator(locale, 'law'),
    todayOn: localDateOf(new Date().toISOString(), loaded.definition.timezone),
  };
});

/**
 * The portal to whose addresses a path belongs, in its language where it has one, else in the portal's own; null for any other path.
 * For pages that say that there is nothing at the address.
 */
export function portalAt(path: string): Portal | null {
  const [id = '', locale = ''] = path.split('/').slice(1);
  const loaded = controllers().get(id);
  return loaded ? open(id, isLocale(locale) ? locale : (loaded.definition.languages[0] ?? 'en')) : null;
}

/** The controller and language that an address names; not found for any other. */
export const portal = async (params: PortalParams): Promise<Portal> => {
  const { controller, locale } = await params;
  return open(controller, locale);
};
