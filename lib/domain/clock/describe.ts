import { parseLocalDate } from '../calendar/local-date';
import { cite, describeDate, describeHoliday, describePlace, describeShortDate, type Say } from '../wording';
import type { Clock, WorkingStep } from './types';

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
  const values = {
    length,
    citation: cite(clock.citation, say),
    onlyIf: clock.startOn === clock.receivedOn ? 'received' : 'started',
  };
  return say(`reason.${unit}`, values);
}

/** The year for which the end that binds could not be found a working day; null where it could. An extension that is only possible says nothing here. */
function unknownYear({ working, extension }: Clock): string | null {
  const more = extension?.state === 'valid' ? -1 : working.findIndex(({ key }) => key === 'extensionPossible');
  const missing = working.find(({ key }, at) => key === 'calendarMissing' && (more < 0 || at < more));
  return missing ? String(missing.values.year) : null;
}

/**
 * Why the requester hears by `clock.lastDayOn`: the period, and the one thing that moved its end (more time, our question, a day off),
 * or that it may have been left too early because the holidays of its year are not known. Sentences for a person, without working.
 */
export function publicReason(clock: Clock, say: Say): string {
  const { extension } = clock;
  const place = describePlace(clock.calendar, say);
  const year = unknownYear(clock);
  const unknown = year === null ? [] : [say('reason.unknownYear', { year, place })];
  if (extension?.state === 'valid' && extension.extendedToOn) {
    return [
      say('reason.extended', {
        citation: cite(clock.citation, say),
        dueOn: describeShortDate(extension.extendedToOn, say),
      }),
      ...unknown,
    ].join(' ');
  }
  const sentences = [whyThisLong(clock, say)];
  if (clock.pausedDays > 0) sentences.push(say('reason.paused', { days: clock.pausedDays }));
  if (clock.limitOn !== clock.nominalOn) {
    sentences.push(say('reason.moved', { nominalOn: describeShortDate(clock.nominalOn, say), place }));
  } else if (clock.working.some((step) => step.key === 'monthsShort')) {
    sentences.push(say('reason.shortMonth', { dueOn: describeShortDate(clock.limitOn, say) }));
  }
  return [...sentences, ...unknown].join(' ');
}
