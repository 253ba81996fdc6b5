import { describe, expect, it } from 'vitest';
import { describeStep } from '@/lib/domain/clock/describe';
import type { WorkingStep } from '@/lib/domain/clock/types';
import { translator } from '@/lib/platform/i18n/translator';

const [en, bg, ru] = [translator('en', 'law'), translator('bg', 'law'), translator('ru', 'law')];

/** Each step as a reader of each language sees it, read sentence by sentence: a slip in a plural or a case shows here first. */
const READ: readonly (readonly [key: string, values: WorkingStep['values'], english: string, bulgarian: string, russian: string])[] = [
  [
    'received',
    { receivedOn: '2026-03-05', timezone: 'Europe/Sofia' },
    'The request reached the controller on Thursday 5 March 2026 (Europe/Sofia time). That day is not counted.',
    'Искането е получено от администратора на 5 март 2026 г. (четвъртък) (часова зона Europe/Sofia). Този ден не се брои.',
    'Запрос поступил контролёру 5 марта 2026 года (четверг), часовой пояс Europe/Sofia. Этот день не считается.',
  ],
  [
    'months',
    { length: 1, endOn: '2026-04-05' },
    'One month on, the same day of the month: Sunday 5 April 2026.',
    'Един месец по-късно, същият ден от месеца: 5 април 2026 г. (неделя).',
    'Через 1 месяц, то же число: 5 апреля 2026 года (воскресенье).',
  ],
  [
    'months',
    { length: 3, endOn: '2026-06-05' },
    '3 months on, the same day of the month: Friday 5 June 2026.',
    '3 месеца по-късно, същият ден от месеца: 5 юни 2026 г. (петък).',
    'Через 3 месяца, то же число: 5 июня 2026 года (пятница).',
  ],
  [
    'monthsShort',
    { length: 1, day: '31', endOn: '2026-02-28' },
    'One month on there is no day 31: the period ends on the last day of that month, Saturday 28 February 2026.',
    'Един месец по-късно няма дата 31: срокът изтича в последния ден на месеца, 28 февруари 2026 г. (събота).',
    'Через 1 месяц нет 31-го числа: срок истекает в последний день месяца, 28 февраля 2026 года (суббота).',
  ],
  [
    'days',
    { length: 45, endOn: '2026-07-16' },
    '45 calendar days later: Thursday 16 July 2026.',
    '45 календарни дни по-късно: 16 юли 2026 г. (четвъртък).',
    'Через 45 календарных дней: 16 июля 2026 года (четверг).',
  ],
  [
    'businessDays',
    { length: 15, place: 'US-FED', endOn: '2026-12-14' },
    '15 business days later, weekends and the holidays above left out: Monday 14 December 2026.',
    '15 работни дни по-късно, без почивните и празничните дни: 14 декември 2026 г. (понеделник).',
    'Через 15 рабочих дней, без выходных и праздников: 14 декабря 2026 года (понедельник).',
  ],
  [
    'weekend',
    { dayOn: '2026-04-05' },
    'Sunday 5 April 2026 is no working day: weekend.',
    '5 април 2026 г. (неделя): почивен ден.',
    '5 апреля 2026 года (воскресенье): выходной день.',
  ],
  [
    'holiday',
    { dayOn: '2026-04-06', name: 'Easter Monday' },
    'Monday 6 April 2026 is a public holiday: Easter Monday.',
    '6 април 2026 г. (понеделник): официален празник, Велики понеделник.',
    '6 апреля 2026 года (понедельник): праздничный день, Пасхальный понедельник.',
  ],
  [
    'holiday',
    { dayOn: '2026-09-07', name: 'Unification Day (substitute day)' },
    'Monday 7 September 2026 is a public holiday: Unification Day, substitute day.',
    '7 септември 2026 г. (понеделник): официален празник, Ден на Съединението, почивен ден вместо празника.',
    '7 сентября 2026 года (понедельник): праздничный день, День воссоединения, выходной вместо праздника.',
  ],
  [
    'holiday',
    { dayOn: '2026-06-24', name: 'Midsummer Festival' },
    'Wednesday 24 June 2026 is a public holiday: Midsummer Festival.',
    '24 юни 2026 г. (сряда): официален празник, Midsummer Festival.',
    '24 июня 2026 года (среда): праздничный день, Midsummer Festival.',
  ],
  [
    'addedDayOff',
    { dayOn: '2026-12-22', reason: 'Day of mourning' },
    'Tuesday 22 December 2026 is a day off that we added to the calendar: “Day of mourning”. Our log says who did, and when.',
    '22 декември 2026 г. (вторник): почивен ден, който добавихме в календара: „Day of mourning“. В дневника ни е записано кой и кога го е добавил.',
    '22 декабря 2026 года (вторник): нерабочий день, который мы добавили в календарь: «Day of mourning». Кто и когда это сделал, записано в нашем журнале.',
  ],
  [
    'declaredWorkingDay',
    { dayOn: '2026-04-06', reason: 'Made up for 10 April' },
    'Monday 6 April 2026 is a public holiday that counts as a working day here: “Made up for 10 April”. Our log says who declared it, and when.',
    '6 април 2026 г. (понеделник): официален празник, който тук се брои за работен ден: „Made up for 10 April“. В дневника ни е записано кой и кога го е обявил.',
    '6 апреля 2026 года (понедельник): праздник, который здесь считается рабочим днём: «Made up for 10 April». Кто и когда это решил, записано в нашем журнале.',
  ],
  [
    'moved',
    { endOn: '2026-04-07', place: 'LU' },
    'The last day moves to the next working day: Tuesday 7 April 2026.',
    'Последният ден се премества на следващия работен ден: 7 април 2026 г. (вторник).',
    'Последний день переносится на следующий рабочий день: 7 апреля 2026 года (вторник).',
  ],
  [
    'workingDay',
    { endOn: '2026-12-22', place: 'LU' },
    'Tuesday 22 December 2026 is a working day in Luxembourg: it does not move.',
    '22 декември 2026 г. (вторник): работен ден по календара на мястото (Люксембург), датата не се мести.',
    '22 декабря 2026 года (вторник): рабочий день (Люксембург), дата не переносится.',
  ],
  [
    'notRolled',
    { endOn: '2026-08-30' },
    'Sunday 30 August 2026 stays, even on a weekend or holiday: this law moves nothing.',
    '30 август 2026 г. (неделя) остава, дори да е почивен ден: този закон не мести срока.',
    '30 августа 2026 года (воскресенье) остаётся, даже если это выходной: этот закон срок не переносит.',
  ],
  [
    'calendarMissing',
    { place: 'LU', year: '2031', dayOn: '2031-02-08' },
    'The holidays of Luxembourg for 2031 are not known to us. Nothing is moved for Saturday 8 February 2031: the earlier date is the safe one.',
    'Не знаем официалните празници (Люксембург) за 2031 г. За 8 февруари 2031 г. (събота) нищо не се мести: по-ранната дата е сигурната.',
    'Праздники (Люксембург) на 2031 год нам неизвестны. Для 8 февраля 2031 года (суббота) ничего не переносится: более ранняя дата надёжнее.',
  ],
  [
    'paused',
    { cause: 'identity', askedOn: '2026-06-02', providedOn: '2026-06-03', days: 1 },
    'Paused for 1 day: we asked for proof of identity on Tuesday 2 June 2026 and had it on Wednesday 3 June 2026.',
    'Срокът спира за 1 ден: поискахме потвърждаване на самоличността на 2 юни 2026 г. (вторник) и го получихме на 3 юни 2026 г. (сряда).',
    'Срок приостановлен на 1 день: мы спросили о подтверждении личности 2 июня 2026 года (вторник), ответ получили 3 июня 2026 года (среда).',
  ],
  [
    'paused',
    { cause: 'clarification', askedOn: '2026-06-02', providedOn: '2026-06-07', days: 5 },
    'Paused for 5 days: we asked for a clarification on Tuesday 2 June 2026 and had it on Sunday 7 June 2026.',
    'Срокът спира за 5 дни: поискахме уточнение на 2 юни 2026 г. (вторник) и го получихме на 7 юни 2026 г. (неделя).',
    'Срок приостановлен на 5 дней: мы спросили об уточнении 2 июня 2026 года (вторник), ответ получили 7 июня 2026 года (воскресенье).',
  ],
  [
    'pauseOpen',
    { cause: 'identity', askedOn: '2026-06-02', days: 3 },
    'Paused since Tuesday 2 June 2026, 3 days so far: we wait for proof of identity. This is a tolerance of the authorities, so what does not depend on the answer goes on.',
    'Срокът е спрян от 2 юни 2026 г. (вторник), засега 3 дни: чакаме потвърждаване на самоличността. Надзорните органи само го допускат, затова останалото продължава.',
    'Срок приостановлен с 2 июня 2026 года (вторник), пока на 3 дня: ждём ответа о подтверждении личности. Надзорные органы это лишь допускают, поэтому остальная работа идёт.',
  ],
  [
    'pauseTooLate',
    { cause: 'identity', askedOn: '2026-06-29', byOn: '2026-06-08', days: 5 },
    'No pause: we asked for proof of identity on Monday 29 June 2026, later than 5 working days after receipt (Monday 8 June 2026). Only a question asked without undue delay stops the clock.',
    'Срокът не спира: поискахме потвърждаване на самоличността на 29 юни 2026 г. (понеделник), по-късно от 5 работни дни след получаването, тоест след 8 юни 2026 г. (понеделник). Само въпрос без излишно забавяне спира срока.',
    'Срок не приостановлен: мы спросили о подтверждении личности 29 июня 2026 года (понедельник), позже чем через 5 рабочих дней после получения, то есть после 8 июня 2026 года (понедельник). Срок останавливает только вопрос без неоправданной задержки.',
  ],
  [
    'pauseNotInLaw',
    { cause: 'identity', askedOn: '2026-03-05' },
    'No pause: asking for proof of identity (Thursday 5 March 2026) does not stop this clock.',
    'Срокът не спира: на 5 март 2026 г. (четвъртък) поискахме потвърждаване на самоличността, но това не влияе на този срок.',
    'Срок не приостановлен: 5 марта 2026 года (четверг) мы спросили о подтверждении личности, но на этот срок это не влияет.',
  ],
  [
    'pauseSmallQuantity',
    { askedOn: '2026-03-05' },
    'No pause: the question of Thursday 5 March 2026 which data are meant stops the clock only where a large quantity of data is processed.',
    'Срокът не спира: на 5 март 2026 г. (четвъртък) попитахме кои данни се имат предвид, но това спира срока само при голямо количество данни.',
    'Срок не приостановлен: 5 марта 2026 года (четверг) мы спросили, какие данные нужны, но это останавливает срок только при большом объёме данных.',
  ],
  [
    'pauseAdded',
    { days: 22, endOn: '2026-07-23' },
    'With 22 days of pause: Thursday 23 July 2026.',
    'С 22 дни спиране: 23 юли 2026 г. (четвъртък).',
    'С приостановкой на 22 дня: 23 июля 2026 года (четверг).',
  ],
  [
    'restarted',
    { cause: 'identity', providedOn: '2026-03-12' },
    'The period runs from Thursday 12 March 2026, when the proof of identity that we asked for arrived.',
    'Срокът тече от 12 март 2026 г. (четвъртък), когато получихме поисканото потвърждаване на самоличността.',
    'Срок идёт с 12 марта 2026 года (четверг): тогда пришёл ответ о подтверждении личности.',
  ],
  [
    'restartOpen',
    { cause: 'identity', askedOn: '2026-03-03', days: 4 },
    'The period has not begun: since Tuesday 3 March 2026 (4 days) we wait for proof of identity.',
    'Срокът още не е започнал: от 3 март 2026 г. (вторник), вече 4 дни, чакаме потвърждаване на самоличността.',
    'Срок ещё не начался: с 3 марта 2026 года (вторник), уже 4 дня, ждём ответа о подтверждении личности.',
  ],
  [
    'extensionPossible',
    { byOn: '2026-04-07' },
    'More time is possible once. A notice with reasons must go out by Tuesday 7 April 2026; the period would then be:',
    'Срокът може да бъде удължен веднъж. Уведомление с причините трябва да бъде изпратено до 7 април 2026 г. (вторник); тогава срокът ще бъде:',
    'Срок можно продлить один раз. Уведомление с причинами надо отправить до 7 апреля 2026 года (вторник) включительно; тогда срок будет таким:',
  ],
  [
    'noticeTarget',
    { targetOn: '2026-07-01' },
    'A notice of more time is safe only by Wednesday 1 July 2026: the statute counts from receipt and knows no pause.',
    'Уведомление за удължаване е сигурно само до 1 юли 2026 г. (сряда): законът брои от получаването и не познава спиране.',
    'Уведомление о продлении надёжно, только если отправлено до 1 июля 2026 года (среда): закон считает от получения и приостановки не знает.',
  ],
  [
    'extended',
    { noticeOn: '2026-02-10', byOn: '2026-02-16' },
    'More time: the notice with reasons went out on Tuesday 10 February 2026, in time (by Monday 16 February 2026). Counted from the start, not from the moved date:',
    'Срокът е удължен: уведомлението с причините е изпратено на 10 февруари 2026 г. (вторник), навреме: последният ден беше 16 февруари 2026 г. (понеделник). Брои се от началото, а не от преместената дата:',
    'Срок продлён: уведомление с причинами отправлено 10 февраля 2026 года (вторник), вовремя: последним днём было 16 февраля 2026 года (понедельник). Считается от начала, а не от перенесённой даты:',
  ],
  [
    'extensionVoid',
    { noticeOn: '2026-02-17', byOn: '2026-02-16', because: 'late' },
    'The notice of more time of Tuesday 17 February 2026 counts for nothing: the last day for it was Monday 16 February 2026.',
    'Уведомлението за удължаване от 17 февруари 2026 г. (вторник) няма действие: последният ден за него беше 16 февруари 2026 г. (понеделник).',
    'Уведомление о продлении от 17 февраля 2026 года (вторник) не действует: последним днём для него было 16 февраля 2026 года (понедельник).',
  ],
  [
    'extensionVoid',
    { noticeOn: '2026-02-10', byOn: '2026-02-16', because: 'noReasons' },
    'The notice of more time of Tuesday 10 February 2026 counts for nothing: it gives no reasons.',
    'Уведомлението за удължаване от 10 февруари 2026 г. (вторник) няма действие: в него няма причини.',
    'Уведомление о продлении от 10 февраля 2026 года (вторник) не действует: в нём нет причин.',
  ],
  [
    'extensionVoid',
    { noticeOn: '2026-02-10', byOn: '2026-02-16', because: 'noPromise' },
    'The notice of more time of Tuesday 10 February 2026 counts for nothing: it names no day.',
    'Уведомлението за удължаване от 10 февруари 2026 г. (вторник) няма действие: в него не е посочен ден.',
    'Уведомление о продлении от 10 февраля 2026 года (вторник) не действует: в нём не назван день.',
  ],
  [
    'promised',
    { endOn: '2026-08-15' },
    'The notice promises the answer by Saturday 15 August 2026.',
    'Уведомлението обещава отговор до 15 август 2026 г. (събота).',
    'В уведомлении обещан ответ до 15 августа 2026 года (суббота).',
  ],
  [
    'noticeBy',
    { byOn: '2026-02-16' },
    'A notice of more time, with reasons, counts only if it goes out by Monday 16 February 2026.',
    'Уведомление за удължаване с причините важи само ако бъде изпратено до 16 февруари 2026 г. (понеделник).',
    'Уведомление о продлении с причинами действует, только если отправлено до 16 февраля 2026 года (понедельник) включительно.',
  ],
  [
    'weekendsOnly',
    { length: 15, endOn: '2026-12-11' },
    'With weekends alone left out, the count of 15 ends on Friday 11 December 2026.',
    'Ако се изключат само съботите и неделите, 15 дни изтичат на 11 декември 2026 г. (петък).',
    'Если исключить только субботы и воскресенья, 15 дней истекают 11 декабря 2026 года (пятница).',
  ],
  [
    'civilCodeDays',
    { length: 15, endOn: '2026-12-09' },
    'Earliest defensible: 15 days by the Civil Code, which counts Saturdays and leaves out Sundays and state holidays, end on Wednesday 9 December 2026. Plan work to it.',
    'Най-ранна защитима дата: 15 дни по Гражданския кодекс, който брои съботите и изключва неделите и щатските празници, изтичат на 9 декември 2026 г. (сряда). Работете според нея.',
    'Самая ранняя обоснованная дата: 15 дней по Гражданскому кодексу, где субботы считаются, а воскресенья и праздники штата нет, истекают 9 декабря 2026 года (среда). Работу планируйте к ней.',
  ],
  [
    'receiptDayCounts',
    { endOn: '2026-07-15' },
    'If the day of receipt counts as the first day, the period ends on Wednesday 15 July 2026. Plan work to it.',
    'Ако денят на получаване се брои за първи, срокът изтича на 15 юли 2026 г. (сряда). Работете според тази дата.',
    'Если день получения считать первым, срок истекает 15 июля 2026 года (среда). Работу планируйте к этой дате.',
  ],
];

describe('the words of a step', () => {
  it.each(READ)('%s %j', (key, values, english, bulgarian, russian) => {
    const words = [en, bg, ru].map((say) => describeStep({ key, values, citation: '' }, say));
    expect(words).toEqual([english, bulgarian, russian]);
  });
});
