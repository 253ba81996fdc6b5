import type { StoryWords } from '@/lib/domain/audit/story';
import { localDate } from '@/lib/domain/calendar/local-date';
import { allRules } from '@/lib/domain/law/rights';
import { ELSEWHERE } from '@/lib/domain/case/carry-out';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';

/** What ids in the log stand for. */
export type StoryNames = {
  readonly staff: ReadonlyMap<string, string>;
  readonly systems: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, string>;
  /** Kinds of notices by id. */
  readonly notices: ReadonlyMap<string, string>;
};

const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

const citations = (ids: readonly string[]): string =>
  [
    ...new Set(
      allRules()
        .filter(({ id }) => ids.includes(id))
        .map(({ citation }) => citation),
    ),
  ].join('; ') || 'none';

/** The words in which the desk reads the story of a case. */
export function storyWords({ staff, systems, recipients, notices }: StoryNames): StoryWords {
  const system = (id: string): string => (id === ELSEWHERE ? t('carryOut.elsewhere') : (systems.get(id) ?? id));
  return {
    t,
    day: (on) => longDate(localDate(on), 'en'),
    list,
    language: (locale) => languageNames([locale], 'en'),
    citations,
    staff: (id) => staff.get(id) ?? '–',
    system,
    systems: (ids) => list(ids.map(system)) || 'none',
    recipient: (id) => recipients.get(id) ?? id,
    notice: (id) => t(`notice.${notices.get(id) ?? ''}`),
  };
}
