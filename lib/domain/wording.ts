import { HOLIDAY_KEYS, SUBSTITUTE } from './calendar/holidays/names';
import { EEA } from './calendar/holidays/places';
import { dayOfMonth, type LocalDate, monthOf, weekdayOf, yearOf } from './calendar/local-date';
import { ELSEWHERE, UNTOLD } from './intake/places';
import { LAW } from './law/law';

/** Speaks one language out of the `law` texts: key and values in, text out. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What has a name in the `place` texts: every place that a law is about, and what somebody can say instead of one. The rest are shown by their id. */
export const NAMED_PLACES: ReadonlySet<string> = new Set([
  ...EEA,
  ...LAW.flatMap(({ residences, establishments }) => [...residences, ...establishments]),
  'US',
  ELSEWHERE,
  UNTOLD,
]);

const dateParts = (date: LocalDate) => ({
  weekday: String(weekdayOf(date)),
  day: String(dayOfMonth(date)),
  month: String(monthOf(date)),
  year: String(yearOf(date)),
});

/** 'Tuesday 7 April 2026', from the texts alone: no time zone and no runtime data can change it. */
export const describeDate = (date: LocalDate, say: Say): string => say('date.long', dateParts(date));

/** '7 April 2026'. */
export const describeShortDate = (date: LocalDate, say: Say): string => say('date.short', dateParts(date));

/** The country of a calendar or a residence by name, its id where the texts have none. */
export function describePlace(id: string, say: Say): string {
  if (NAMED_PLACES.has(id)) return say(`place.${id}`);
  const country = id.split('-')[0] ?? id;
  return NAMED_PLACES.has(country) ? say(`place.${country}`) : id;
}

const ARTICLE = /^Art\. (\d+[A-Z]?)(?:\((\d+)\))?(?:\(([a-z])\))? (GDPR|UK GDPR)$/;
const RECITALS = /^Recitals? ([\d, ]+?)(?: GDPR)?$/;
/** The Bulgarian act, which people in Bulgaria know by its Cyrillic letters: 'Arts. 38(1), 38a ZZLD (Bulgaria)'. */
const BULGARIAN = /^Arts?\. (.+?) ZZLD(?: \(Bulgaria\))?$/;
const BULGARIAN_ARTICLE = /(\d+)([a-z]?)(\(\d+\)(?:, \(\d+\))*)?(?:\((\d+)\))?/g;

/** A citation in the words of the reader's language; what is of no law that these know stays as its law writes it. */
export const cite = (citation: string, say: Say): string =>
  citation
    .split('; ')
    .map((one) => citeOne(one, say))
    .join('; ');

function citeOne(citation: string, say: Say): string {
  const [, article, paragraph = 'none', letter = 'none', act] = ARTICLE.exec(citation) ?? [];
  if (article && act) return say('citation.article', { article, paragraph, letter, act });
  const [, numbers] = RECITALS.exec(citation) ?? [];
  if (numbers) return say('citation.recital', { numbers, count: numbers.split(',').length });
  const [, bulgarian] = BULGARIAN.exec(citation) ?? [];
  return bulgarian ? citeBulgarian(bulgarian, say) : citation;
}

function citeBulgarian(articles: string, say: Say): string {
  const each = [...articles.matchAll(BULGARIAN_ARTICLE)].map(([, article = '', letter, paragraphs, point = 'none']) =>
    say('citation.bulgarianArticle', {
      article,
      letter: letter || 'none',
      paragraphs: paragraphs?.match(/\d+/g)?.join(', ') ?? 'none',
      point,
    }),
  );
  return say('citation.bulgarianAct', { articles: each.join(', ') });
}

/** A holiday by its name in the snapshots; one that has no words of its own keeps that name. */
export function describeHoliday(name: string, say: Say): string {
  if (name.endsWith(SUBSTITUTE))
    return say('holiday.substitute', { name: describeHoliday(name.slice(0, -SUBSTITUTE.length), say) });
  const key = HOLIDAY_KEYS.get(name);
  return key ? say(`holiday.${key}`) : name;
}
