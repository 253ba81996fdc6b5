import { ELSEWHERE, UNTOLD } from '@/lib/domain/intake/places';
import type { Portal } from './portal';

/** A country as its language calls it. */
export const countryName = (code: string, locale: Portal['locale']): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;

/** A residence in words: a country, California, elsewhere, or not said. */
export function residenceName(residence: string, { t, locale }: Pick<Portal, 't' | 'locale'>): string {
  if (residence === ELSEWHERE || residence === UNTOLD || residence === 'US-CA') return t(`place.${residence}`);
  return countryName(residence, locale);
}
