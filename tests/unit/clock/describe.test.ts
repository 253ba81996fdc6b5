import { describe, expect, it } from 'vitest';
import { clocksFor, respondClock } from '@/lib/domain/clock/clocks';
import { describeStep, publicReason } from '@/lib/domain/clock/describe';
import { ELSEWHERE, UNTOLD } from '@/lib/domain/intake/places';
import { cite, describeDate, describePlace, describeShortDate } from '@/lib/domain/wording';
import { addDays, addMonths, localDate } from '@/lib/domain/calendar/local-date';
import type { ClockInput, WorkingStep } from '@/lib/domain/clock/types';
import { EEA } from '@/lib/domain/calendar/holidays/places';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import {
  accessOn,
  californiaOn,
  clarificationProvided,
  clarificationRequested,
  extended,
  idProvided,
  idRequested,
  ukOn,
} from './inputs';

const [en, bg, ru] = [translator('en', 'law'), translator('bg', 'law'), translator('ru', 'law')];
const clock = (input: ClockInput) => respondClock(input, shippedCalendars);

describe('a day in words', () => {
  it('has its weekday and month in each language', () => {
    const easterTuesday = localDate('2026-04-07');
    expect(describeDate(easterTuesday, en)).toBe('Tuesday 7 April 2026');
    expect(describeDate(easterTuesday, bg)).toBe('7 април 2026 г. (вторник)');
    expect(describeDate(easterTuesday, ru)).toBe('7 апреля 2026 года (вторник)');
    expect(describeShortDate(easterTuesday, en)).toBe('7 April 2026');
    expect(describeShortDate(easterTuesday, bg)).toBe('7 април 2026 г.');
    expect(describeShortDate(easterTuesday, ru)).toBe('7 апреля 2026 года');
  });

  it.each(LOCALES)('agrees with the platform’s own names in %s', (locale) => {
    const say = translator(locale, 'law');
    for (let month = 0; month < 12; month += 1) {
      const date = addMonths(localDate('2026-01-31'), month);
      const instant = new Date(`${date}T12:00:00Z`);
      const platform = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      const monthName = platform({ day: 'numeric', month: 'long' })
        .formatToParts(instant)
        .find(({ type }) => type === 'month')?.value;
      expect(describeShortDate(date, say)).toContain(monthName);
    }
    for (let day = 0; day < 7; day += 1) {
      const date = addDays(localDate('2026-11-16'), day);
      const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }).format(
        new Date(`${date}T12:00:00Z`),
      );
      expect(describeDate(date, say)).toContain(name);
    }
  });
});

describe('a place in words', () => {
  it('is the country of a calendar', () => {
    expect(describePlace('LU', en)).toBe('Luxembourg');
    expect(describePlace('DE-BY', bg)).toBe('Германия');
    expect(describePlace('GB-SCT', ru)).toBe('Великобритания');
    expect(describePlace('US-FED', en)).toBe('the United States');
  });

  it('has a name for each country of the EEA in each language', () => {
    for (const locale of LOCALES) {
      const names = EEA.map((country) => describePlace(country, translator(locale, 'law')));
      expect(new Set(names).size).toBe(30);
      expect(names.every((name) => name.length > 3)).toBe(true);
    }
  });

  it('can be somewhere else, or not be said', () => {
    for (const locale of LOCALES)
      for (const id of [ELSEWHERE, UNTOLD])
        expect(describePlace(id, translator(locale, 'law'))).toMatch(/^\p{Ll}+ ?\p{Ll}/u);
  });

  it('is its id where it has no name', () => {
    expect(describePlace('AQ', en)).toBe('AQ');
  });
});

describe('a citation', () => {
  it.each([
    ['Art. 12(3) GDPR', 'Art. 12(3) GDPR', 'чл. 12, параграф 3 от GDPR', 'ст. 12(3) GDPR'],
    ['Art. 15 GDPR', 'Art. 15 GDPR', 'чл. 15 от GDPR', 'ст. 15 GDPR'],
    ['Art. 17(3)(b) GDPR', 'Art. 17(3)(b) GDPR', 'чл. 17, параграф 3, буква „б“ от GDPR', 'ст. 17(3)(b) GDPR'],
    ['Art. 17(3)(d) GDPR', 'Art. 17(3)(d) GDPR', 'чл. 17, параграф 3, буква „г“ от GDPR', 'ст. 17(3)(d) GDPR'],
    ['Art. 12A UK GDPR', 'Art. 12A UK GDPR', 'чл. 12A от UK GDPR', 'ст. 12A UK GDPR'],
    [
      'Art. 15(4) GDPR; Recital 63',
      'Art. 15(4) GDPR; Recital 63 GDPR',
      'чл. 15, параграф 4 от GDPR; съображение 63 от GDPR',
      'ст. 15(4) GDPR; пункт 63 преамбулы GDPR',
    ],
    ['Recitals 38, 58', 'Recitals 38, 58 GDPR', 'съображения 38, 58 от GDPR', 'пункты 38, 58 преамбулы GDPR'],
    [
      'Arts. 38(1), 38a ZZLD (Bulgaria)',
      'Art. 38(1), Art. 38a of the Bulgarian Personal Data Protection Act (ZZLD)',
      'чл. 38, ал. 1, чл. 38а от ЗЗЛД',
      'ст. 38(1), ст. 38а болгарского Закона о защите персональных данных (ЗЗЛД)',
    ],
    [
      'Art. 39(1), (4) ZZLD (Bulgaria)',
      'Art. 39(1, 4) of the Bulgarian Personal Data Protection Act (ZZLD)',
      'чл. 39, ал. 1, 4 от ЗЗЛД',
      'ст. 39(1, 4) болгарского Закона о защите персональных данных (ЗЗЛД)',
    ],
    [
      'Art. 25z(3)(2) ZZLD',
      'Art. 25z(3)(2) of the Bulgarian Personal Data Protection Act (ZZLD)',
      'чл. 25з, ал. 3, т. 2 от ЗЗЛД',
      'ст. 25з(3)(2) болгарского Закона о защите персональных данных (ЗЗЛД)',
    ],
    [
      'Cal. Civ. Code 1798.83(b)(1)',
      'Cal. Civ. Code 1798.83(b)(1)',
      'Cal. Civ. Code 1798.83(b)(1)',
      'Cal. Civ. Code 1798.83(b)(1)',
    ],
  ])('%s', (citation, english, bulgarian, russian) => {
    expect([cite(citation, en), cite(citation, bg), cite(citation, ru)]).toEqual([english, bulgarian, russian]);
  });
});

describe('the working in words', () => {
  const lines = (input: ClockInput, say = en) => clock(input).working.map((step) => describeStep(step, say));

  it('tells how Easter moved a date', () => {
    expect(lines(accessOn('2026-03-05')).slice(0, 5)).toEqual([
      'The request reached the controller on Thursday 5 March 2026 (Europe/Luxembourg time). That day is not counted.',
      'One month on, the same day of the month: Sunday 5 April 2026.',
      'Sunday 5 April 2026 is no working day: weekend.',
      'Monday 6 April 2026 is a public holiday: Easter Monday.',
      'The last day moves to the next working day: Tuesday 7 April 2026.',
    ]);
  });

  it('cites a source at each step', () => {
    const steps = clock(
      accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09'), extended('2026-07-02')]),
    ).working;
    expect(steps.every(({ citation }) => citation.length > 5)).toBe(true);
  });

  const everyStep: readonly WorkingStep[] = [
    accessOn('2026-01-31', [idRequested('2026-02-02'), idProvided('2026-02-04'), extended('2026-02-20')]),
    accessOn('2026-03-05', [idRequested('2026-03-25'), extended('2026-05-01')]),
    accessOn('2026-03-05', [idRequested('2026-03-06'), clarificationRequested('2026-03-07', false)]),
    accessOn('2026-03-05', [
      clarificationRequested('2026-03-06'),
      clarificationProvided('2026-03-08'),
      extended('2026-03-09', ''),
    ]),
    accessOn('2031-03-05'),
    accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-09')]),
    accessOn('2026-11-23'),
    ukOn('2026-03-02', [idRequested('2026-03-03'), idProvided('2026-03-05'), idRequested('2026-03-06')]),
    ukOn('2026-03-02', [clarificationRequested('2026-03-02'), clarificationProvided('2026-03-10')]),
    ukOn('2026-03-02', [
      { type: 'feeAsked', at: '2026-03-03T10:00:00Z' },
      { type: 'feePaid', at: '2026-03-10T10:00:00Z' },
    ]),
    {
      ...accessOn('2026-06-01', [{ type: 'feeAsked', at: '2026-06-03T10:00:00Z' }]),
      regime: 'CH_FADP' as const,
      calendar: 'CH',
    },
    californiaOn('2026-07-02', { right: 'opt_out_sale_sharing' }),
    californiaOn('2026-07-02', { events: [idRequested('2026-07-03')] }),
    {
      ...accessOn('2026-06-01', [{ ...extended('2026-06-20'), promisedOn: localDate('2026-08-15') }]),
      regime: 'CH_FADP' as const,
      calendar: 'CH',
    },
    accessOn('2026-06-01', [{ type: 'liftingPlanned', at: '2026-08-03T10:00:00Z' }], { right: 'restriction' }),
  ]
    .flatMap((input) => clocksFor(input, shippedCalendars))
    .flatMap(({ working }) => working);

  it.each(LOCALES)('has words for each step in %s, without a gap', (locale) => {
    const say = translator(locale, 'law');
    for (const step of everyStep) {
      const words = describeStep(step, say);
      expect(words).toMatch(/[.:]$/);
      expect(words).not.toMatch(/[{}]|\d{4}-\d{2}-\d{2}/);
    }
  });

  it('was tried with each kind of step that a clock can make', () => {
    expect([...new Set(everyStep.map(({ key }) => key))].sort()).toEqual([
      'begun',
      'businessDays',
      'calendarMissing',
      'civilCodeDays',
      'days',
      'daysBefore',
      'extended',
      'extensionPossible',
      'extensionVoid',
      'holiday',
      'months',
      'monthsShort',
      'moved',
      'notRolled',
      'noticeBy',
      'noticeTarget',
      'pauseAdded',
      'pauseNotInLaw',
      'pauseOpen',
      'pauseOverlap',
      'pauseSmallQuantity',
      'pauseTooLate',
      'paused',
      'promised',
      'receiptDayCounts',
      'received',
      'reflection',
      'restartOpen',
      'restarted',
      'weekend',
      'weekendsOnly',
      'workingDay',
    ]);
  });
});

describe('the reason for the requester', () => {
  const reasons = (input: ClockInput) => [en, bg, ru].map((say) => publicReason(clock(input), say));

  it('is the month alone where nothing moved', () => {
    expect(reasons(accessOn('2026-11-22'))).toEqual([
      'One month from the day your request reached us; that day itself is not counted (Art. 12(3) GDPR).',
      'Един месец от деня, в който искането ви стигна до нас; самият този ден не се брои (чл. 12, параграф 3 от GDPR).',
      'Один месяц со дня, когда ваш запрос дошёл до нас; сам этот день не считается (ст. 12(3) GDPR).',
    ]);
  });

  it('names the day off that moved it', () => {
    expect(reasons(accessOn('2026-03-05')).map((reason) => reason.split('). ')[1])).toEqual([
      '5 April 2026 is not a working day in Luxembourg, so the date moves to the next one.',
      '5 април 2026 г. не е работен ден (Люксембург), затова датата се мести на следващия работен ден.',
      '5 апреля 2026 года — нерабочий день (Люксембург), поэтому дата переносится на следующий рабочий день.',
    ]);
  });

  it('names a shorter month', () => {
    expect(reasons(accessOn('2026-08-31'))[0]).toContain(
      'That month is shorter, so its last day counts: 30 September 2026.',
    );
  });

  it('says that we had to wait for an answer', () => {
    const [english, bulgarian, russian] = reasons(
      accessOn('2026-06-01', [idRequested('2026-06-02'), idProvided('2026-06-04')]),
    );
    expect(english).toContain('2 days are added, because we had to wait for your answer.');
    expect(bulgarian).toContain('Добавяме 2 дни, защото трябваше да изчакаме отговора ви.');
    expect(russian).toContain('Добавлено 2 дня: мы ждали вашего ответа.');
  });

  it('says that more time was told, and until when', () => {
    expect(reasons(accessOn('2026-01-15', [extended('2026-02-10')]))).toEqual([
      'We told you in time that we need longer, and why. We must answer by 15 April 2026 at the latest (Art. 12(3) GDPR).',
      'Уведомихме ви навреме, че ни трябва повече време и защо. Трябва да отговорим най-късно до 15 април 2026 г. (чл. 12, параграф 3 от GDPR).',
      'Мы вовремя сообщили вам, что нам нужно больше времени и почему. Мы обязаны ответить до 15 апреля 2026 года включительно (ст. 12(3) GDPR).',
    ]);
  });

  it('says that the holidays of a year are not known, and that nothing moved for it', () => {
    // 5 January 2031 is a Sunday.
    expect(clock(accessOn('2030-12-05'))).toMatchObject({ calendarKnown: false, limitOn: '2031-01-05' });
    expect(reasons(accessOn('2030-12-05')).map((reason) => reason.split('). ')[1])).toEqual([
      'The holidays of Luxembourg for 2031 are not known to us yet, so the earlier date holds.',
      'Официалните празници за 2031 г. (Люксембург) още не са ни известни, затова важи по-ранната дата.',
      'Праздники на 2031 год (Люксембург) нам пока неизвестны, поэтому действует более ранняя дата.',
    ]);
    expect(reasons(accessOn('2030-10-15', [extended('2030-11-10')]))[0]).toMatch(
      /by 15 January 2031 at the latest .* for 2031 are not known/,
    );
    expect(reasons(californiaOn('2030-12-18', { right: 'opt_out_sale_sharing' }))[0]).toContain(
      'for 2031 are not known',
    );
  });

  it('is silent where only an extension that nobody asked for would need the year', () => {
    expect(clock(accessOn('2030-10-15'))).toMatchObject({ calendarKnown: false, limitOn: '2030-11-15' });
    expect(reasons(accessOn('2030-10-15'))[0]).not.toContain('not known');
  });

  it('counts from what arrived where the month began anew', () => {
    const restarted = ukOn('2026-03-02', [idRequested('2026-03-03'), idProvided('2026-03-12')]);
    expect(reasons(restarted)[0]).toMatch(/^One month from the day we had what we asked you for;/);
  });

  it('speaks of days in California', () => {
    expect(reasons(californiaOn('2026-06-01', {}))[0]).toMatch(
      /^45 days from the day your request reached us \(Cal\. Civ\. Code/,
    );
    expect(reasons(californiaOn('2026-06-01', { right: 'opt_out_sale_sharing' }))).toEqual([
      'At most 15 business days from the day your request reached us; we act as soon as we can (11 CCR 7026(f)).',
      'Най-много 15 работни дни от деня, в който искането ви стигна до нас; действаме възможно най-бързо (11 CCR 7026(f)).',
      'Не более 15 рабочих дней со дня, когда ваш запрос дошёл до нас; сделаем, как только сможем (11 CCR 7026(f)).',
    ]);
  });
});
