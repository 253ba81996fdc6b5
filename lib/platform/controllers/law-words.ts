import { OUTCOMES, RIGHT_IDS } from '@/lib/domain/law/types';
import { byLocale, LOCALES } from '@/lib/domain/locale';
import type { LawWords } from '@/lib/domain/portal/system';
import { translator } from '@/lib/platform/i18n/translator';

const SPEAKERS = byLocale((locale) => translator(locale, 'law'));

const named = (ids: readonly string[], key: (id: string) => string) =>
  Object.fromEntries(ids.map((id) => [id, byLocale((locale) => SPEAKERS[locale](key(id)))]));

/** What rights, answers and languages are called in every language. */
export const lawWords = (): LawWords => ({
  right: named(RIGHT_IDS, (id) => `right.${id}.plain`),
  outcome: named(OUTCOMES, (id) => `outcome.${id}`),
  language: Object.fromEntries(
    LOCALES.map((code) => [
      code,
      byLocale((locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code),
    ]),
  ),
});
