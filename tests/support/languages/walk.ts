import { noticeMail } from '@/emails/notice';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { clocksFor } from '@/lib/domain/clock/clocks';
import { publicReason } from '@/lib/domain/clock/describe';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { completeAnswers } from '@/lib/domain/intake/complete';
import type { DraftAnswers, RawForm } from '@/lib/domain/intake/answers';
import type { QuestionId } from '@/lib/domain/intake/questions';
import { summaryOf } from '@/lib/domain/intake/summary';
import { isLocale } from '@/lib/domain/locale';
import { wordingOf } from '@/lib/documents/wording';
import { loadFonts } from '@/lib/documents/report/fonts';
import { renderReport } from '@/lib/documents/report/render';
import { longDate } from '@/lib/platform/i18n/dates';
import { languageName } from '@/lib/platform/i18n/language-name';
import { translator } from '@/lib/platform/i18n/translator';
import { sampleFacts } from '../../integration/bundle/sample';
import { LUXEMBOURG, TODAY } from '../../unit/intake/controllers';

// Run in a checkout that has one more language: says what a person is told on their way, as JSON.
const locale = process.argv[2] ?? '';
if (!isLocale(locale)) throw new Error(`${locale} is no language of this checkout`);
const [t, law] = [translator(locale, 'public'), translator(locale, 'law')];

const PAGES: readonly [QuestionId, RawForm][] = [
  ['for-whom', { forWhom: 'self' }],
  ['residence', { place: 'own' }],
  ['rights', { rights: 'copy' }],
  ['who', { name: 'Nadia Weber', email: 'nadia.weber@example.lu' }],
];

let answers: DraftAnswers = {};
const form = PAGES.map(([question, raw]) => {
  const checked = checkAnswer(question, raw, answers, { controller: LUXEMBOURG, locale, on: TODAY });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  answers = checked.answers;
  return t(`question.${question}.title`, { forWhom: 'self' });
});
const { you } = summaryOf({ answers, controller: LUXEMBOURG, on: TODAY });
const check = you.map(({ label }) => ('key' in label ? t(label.key, label.values) : label.identifier));
const sent = completeAnswers(answers, locale, LUXEMBOURG, TODAY);

const [clock] = clocksFor(
  {
    regime: 'GDPR',
    right: 'access',
    receivedAt: `${TODAY}T10:00:00Z`,
    timezone: 'Europe/Luxembourg',
    calendar: 'LU',
    events: [],
  },
  shippedCalendars,
);
const dueOn = longDate(clock!.lastDayOn, locale);
const status = [t('status.now.received.title'), publicReason(clock!, law), law('right.access.plain'), dueOn];

const mail = noticeMail(
  { kind: 'confirmEmail', words: { dueOn, until: dueOn, checks: 'identity', searches: 'yes', told: null } },
  { locale, controller: 'CallsApp', accent: '#1655d1', reference: 'CA-5XN3-7RKT' },
  { link: 'https://rights.example.com/confirm/x', code: '012345' },
);

await loadFonts();
const facts = sampleFacts({ locale });
const pdf = await renderReport({ facts, categories: [], keyFingerprint: 'ab'.repeat(32) });

console.log(
  JSON.stringify({
    name: languageName(locale),
    form,
    check,
    sent: sent.ok && sent.value.locale,
    status,
    mail: [mail.subject, mail.text],
    title: wordingOf(facts).t('title'),
    pdf: Buffer.from(pdf).toString('base64'),
  }),
);
