import { ELSEWHERE, UNTOLD } from '@/lib/domain/intake/places';
import type { Portal } from './portal';

/** A country as its language calls it. */
export const countryName = (code: string, locale: Portal['locale']): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;

/** A residence in words: a country, a state with laws of its own, elsewhere, or not said. */
export function residenceName(residence: string, { t, law, locale }: Pick<Portal, 't' | 'law' | 'locale'>): string {
  if (residence === ELSEWHERE || residence === UNTOLD) return t(`place.${residence}`);
  const [country = '', state] = residence.split('-');
  return state === undefined
    ? countryName(country, locale)
    : `${law(`place.${residence}`)}, ${countryName(country, locale)}`;
}
