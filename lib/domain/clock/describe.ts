import { HOLIDAY_KEYS, SUBSTITUTE } from '../law/holidays/names';
import { EEA } from '../law/holidays/places';
import { LAW } from '../law/law';
import { dayOf, type LocalDate, monthOf, parseLocalDate, weekdayOf, yearOf } from './local-date';
import type { Clock, WorkingStep } from './types';

/** Speaks one language out of the `law` texts: key and values in, text out. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Every place that a law is about has a name in the `place` texts; the rest are shown by their id. */
const NAMED_PLACES: ReadonlySet<string> = new Set([...EEA, ...LAW.flatMap(({ residences, establishments }) => [...residences, ...establishments]), 'US']);

const dateParts = (date: LocalDate) => ({
  weekday: String(weekdayOf(date)),
  day: String(dayOf(date)),
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

/** A citation in the words of the reader's language; what is no article of the GDPR stays as its law writes it. */
export const cite = (citation: string, say: Say): string => citation.split('; ').map((one) => citeOne(one, say)).join('; ');

function citeOne(citation: string, say: Say): string {
  const parts = ARTICLE.exec(citation);
  if (!parts) return citation;
  const [, article, paragraph, letter, act] = parts;
  return say('citation.article', { article: article ?? '', paragraph: paragraph ?? 'none', letter: letter ?? 'none', act: act ?? '' });
}

/** A holiday by its name in the snapshots; one that has no words of its own keeps that name. */
export function describeHoliday(name: string, say: Say): string {
  if (name.endsWith(SUBSTITUTE)) return say('holiday.substitute', { name: describeHoliday(name.slice(0, -SUBSTITUTE.length), say) });
  const key = HOLIDAY_KEYS.get(name);
  return key ? say(`holiday.${key}`) : name;
}

function spokenValue(name: string, value: string | number, say: Say): string | number {
  const date = name.endsWith('On') ? parseLocalDate(String(value)) : null;
  if (date) return describeDate(date, say);
  if (name === 'place') return describePlace(String(value), say);
  return name === 'name' ? describeHoliday(String(value), say) : value;
}

/** Values as a reader sees them: names ending in `On` are days, `place` is a country, `name` a holiday. */
const spoken = (values: WorkingStep['values'], say: Say): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spokenValue(name, value, say)]));

/** One step of a clock's working as a sentence; its citation stands beside it. */
export const describeStep = (step: WorkingStep, say: Say): string => say(`step.${step.key}`, spoken(step.values, say));

function whyThisLong(clock: Clock, say: Say): string {
  const { length, unit } = clock.period;
  const values = { length, citation: cite(clock.citation, say), onlyIf: clock.startOn === clock.receivedOn ? 'received' : 'started' };
  return say(`reason.${unit}`, values);
}

/** The year for which the end that binds could not be found a working day; null where it could. An extension that is only possible says nothing here. */
function unknownYear({ working, extension }: Clock): string | null {
  const more = extension?.state === 'valid' ? -1 : working.findIndex(({ key }) => key === 'extensionPossible');
  const missing = working.find(({ key }, at) => key === 'calendarMissing' && (more < 0 || at < more));
  return missing ? String(missing.values.year) : null;
}

/**
 * Why the requester hears by `clock.bindingOn`: the period, and the one thing that moved its end (more time, our question, a day off),
 * or that it may have been left too early because the holidays of its year are not known. Sentences for a person, without working.
 */
export function publicReason(clock: Clock, say: Say): string {
  const { extension } = clock;
  const place = describePlace(clock.calendar, say);
  const year = unknownYear(clock);
  const unknown = year === null ? [] : [say('reason.unknownYear', { year, place })];
  if (extension?.state === 'valid' && extension.dueOn) {
    return [say('reason.extended', { citation: cite(clock.citation, say), dueOn: describeShortDate(extension.dueOn, say) }), ...unknown].join(' ');
  }
  const sentences = [whyThisLong(clock, say)];
  if (clock.pausedDays > 0) sentences.push(say('reason.paused', { days: clock.pausedDays }));
  if (clock.dueOn !== clock.nominalOn) {
    sentences.push(say('reason.moved', { nominalOn: describeShortDate(clock.nominalOn, say), place }));
  } else if (clock.working.some((step) => step.key === 'monthsShort')) {
    sentences.push(say('reason.shortMonth', { dueOn: describeShortDate(clock.dueOn, say) }));
  }
  return [...sentences, ...unknown].join(' ');
}
