import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfMonth, type LocalDate, monthOf, yearOf } from '@/lib/domain/calendar/local-date';
import type { DraftAnswers, RawForm } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { completeAnswers } from '@/lib/domain/intake/complete';
import { journey } from '@/lib/domain/intake/journey';
import {
  agesAsked,
  footingsOffered,
  type IntakeController,
  lookbackOf,
  offeredRights,
  relationsAsked,
  relationsOffered,
} from '@/lib/domain/intake/offered';
import { otherCountries, placesOffered, placesWithLaws } from '@/lib/domain/intake/places';
import { type QuestionId, QUESTIONS } from '@/lib/domain/intake/questions';
import type { FormContext } from '@/lib/domain/intake/questions/question';
import { consentsOffered } from '@/lib/domain/intake/questions/consent';
import { DELETION_OF, ERASURE_GROUNDS } from '@/lib/domain/intake/questions/deletion';
import { MARKETING, usesOffered } from '@/lib/domain/intake/questions/objection';
import { RESTRICTION_GROUNDS } from '@/lib/domain/intake/questions/restriction';
import { offeredWishes } from '@/lib/domain/intake/wishes';
import { submittedAnswersSchema } from '@/lib/domain/intake/schema';
import {
  type DeskFact,
  deskFacts,
  type Phrase,
  type Summary,
  summaryOf,
  type SummaryRow,
} from '@/lib/domain/intake/summary';
import { LOCALES } from '@/lib/domain/locale';
import { deskText } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const line = fc.constantFrom('Anna', "  O'Neill-Šimková ", 'Мария Иванова', '王小明', 'a\u202Eb', '<b>x</b>');
const prose = fc.constantFrom('Everything,\r\nplease', 'всё', ' <i>old</i> number ');
const email = fc.constantFrom('anna@example.bg', ' Anna.K+x@Example.CO.UK', 'ann\uFF20example.org', 'x@пример.бг');
const phone = fc.constantFrom('+352 691 555 014', '＋٣٥٢٦٢١٠٠٠١١١', '(02) 555 0142');
const identifier = (kind: string) => (kind === 'email' ? email : kind === 'phone' ? phone : line);

/** A field for each kind of identifier, left empty or not where it may be. */
const identifiers = (kinds: { kind: string; required: boolean }[], prefix: string): fc.Arbitrary<RawForm> =>
  fc.record(
    Object.fromEntries(
      kinds.map(({ kind, required }) => [
        `${prefix}-${kind}`,
        required ? identifier(kind) : fc.oneof(fc.constantFrom('', ' '), identifier(kind)),
      ]),
    ),
  );

const since = (context: FormContext): fc.Arbitrary<RawForm> =>
  fc
    .date({
      min: new Date(lookbackOf(context.answers, context.controller, context.on)!.earliestOn),
      max: new Date(context.on),
      noInvalidDate: true,
    })
    .map((at) => at.toISOString().slice(0, 10) as LocalDate)
    .map((on) => ({
      period: 'since',
      'since-day': String(dayOfMonth(on)),
      'since-month': String(monthOf(on)),
      'since-year': String(yearOf(on)),
    }));

/** What the page of each question can send: every choice that it offers, and what people write. */
const SENDS: Record<QuestionId, (context: FormContext) => fc.Arbitrary<RawForm>> = {
  'for-whom': ({ controller, on }) =>
    fc.record(
      { forWhom: fc.constantFrom(...footingsOffered(controller, on)), young: fc.constant('yes') },
      { requiredKeys: ['forWhom'] },
    ),
  residence: ({ controller }) =>
    // Most questions are asked because of a law that holds where few live.
    fc.oneof(fc.constantFrom(...placesOffered()), fc.constantFrom(...placesWithLaws())).chain((place) =>
      fc.record({
        place: fc.constant(place),
        country: fc.constantFrom(...otherCountries(controller.establishment.country)),
      }),
    ),
  whose: ({ answers }) => fc.record({ subjectName: line, relation: fc.constantFrom(...relationsOffered(answers)) }),
  'found-by': ({ controller }) =>
    identifiers(
      controller.identifiers.map(({ kind }) => ({ kind, required: false })),
      'their',
    ),
  age: ({ answers, controller, on }) => fc.record({ ageBand: fc.constantFrom(...agesAsked(answers, controller, on)) }),
  relation: ({ answers, controller, on }) =>
    fc.record({
      connection: fc.oneof(fc.constant('customer'), fc.constantFrom(...relationsAsked(answers, controller, on))),
    }),
  rights: ({ answers, controller, on }) =>
    fc.record({
      rights: fc.subarray(
        offeredWishes(answers, controller, on).map(({ id }) => id),
        { minLength: 1 },
      ),
      details: fc.constantFrom('', 'Everything,\r\nplease', 'всё'),
    }),
  correction: () => fc.record({ wrong: prose, right: fc.oneof(fc.constant(''), prose) }),
  deletion: () =>
    fc.record({
      deletionOf: fc.constantFrom(...DELETION_OF),
      deletionWhich: prose,
      deletionGround: fc.constantFrom(...ERASURE_GROUNDS),
    }),
  restriction: () =>
    fc.record({
      restrictionGround: fc.constantFrom(...RESTRICTION_GROUNDS),
      restrictionWhich: fc.oneof(fc.constant(''), prose),
    }),
  objection: (context) =>
    fc.record({
      uses: fc.subarray(
        usesOffered(context).filter((use) => use !== MARKETING),
        { minLength: 1 },
      ),
      situation: fc.oneof(fc.constant(''), prose),
    }),
  consent: (context) => fc.record({ consents: fc.subarray([...consentsOffered(context)], { minLength: 1 }) }),
  portability: () =>
    fc.oneof(
      fc.constant({ receivedBy: 'self' }),
      fc.record({ receivedBy: fc.constant('other'), receiver: line, receiverAddress: line }),
    ),
  period: (context) => fc.oneof(fc.constantFrom({ period: 'recent' }, { period: 'all' }), since(context)),
  who: ({ answers, controller }) => {
    const own = answers.forWhom === 'self' ? controller.identifiers.filter(({ kind }) => kind !== 'email') : [];
    return fc
      .tuple(fc.record({ name: line, email }), identifiers([...own], 'identifier'))
      .map(([about, found]) => ({ ...about, ...found }));
  },
  california: () =>
    fc.record({
      street: line,
      city: line,
      zip: fc.constantFrom('90001', '94103-1234', '９４１０３', '95814–0001'),
      affirmed: fc.constant('yes'),
    }),
};

const EVERY_LAW: IntakeController = { ...BULGARIA, regimes: ['GDPR', 'CCPA', 'CA_SHINE_THE_LIGHT'] };

const rowsOf = ({ wanted, person, you }: Summary): readonly SummaryRow[] => [...wanted, ...person, ...you];

const texts = LOCALES.map((locale) => translator(locale, 'public'));

const saidIn = (rows: readonly SummaryRow[]): Phrase[] =>
  rows.flatMap(({ label, value }) => [
    ...('key' in label ? [label] : []),
    ...('said' in value ? value.said : []),
    ...('named' in value ? value.named.filter((one) => 'key' in one) : []),
    ...('note' in value && value.note ? [value.note] : []),
  ]);

const phrasesIn = (value: DeskFact['value']): Phrase[] =>
  'key' in value ? [value] : 'named' in value ? value.named.filter((one) => 'key' in one) : [];

/** The texts of some answers, wherever they are kept. */
const writtenIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(writtenIn)
      : [];

// What people write is shown as they wrote it, but for what nobody sees; what they choose, as the words of the page.
const CHOSEN = ['forWhom', 'residence', 'rights', 'relation', 'ageBand', 'period', 'consent', 'locale'];
const writtenAnswers = (answers: DraftAnswers): string[] =>
  Object.entries(answers).flatMap(([name, value]) => {
    if (CHOSEN.includes(name)) return [];
    if (typeof value !== 'object') return writtenIn(value);
    // Of each, what was chosen rather than written.
    const { relation: _, of: __, ground: ___, uses: ____, to: _____, ...words } = value as Record<string, unknown>;
    return writtenIn(words);
  });

describe('every question of the form', () => {
  const seen = new Set<QuestionId>();

  test.each([
    ['Luxembourg', LUXEMBOURG],
    ['Bulgaria', BULGARIA],
    ['a company under every law', EVERY_LAW],
  ])('takes what its page can send, and shows it before it is sent: %s', (_, controller) => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        let answers: DraftAnswers = {};
        for (const question of QUESTIONS) {
          const context = { answers, controller, on: TODAY };
          if (!journey(answers, controller, TODAY).questions.includes(question)) continue;
          // Where the law gives an heir nothing, the page of rights has nothing to send.
          if (question === 'rights' && offeredRights(answers, controller, TODAY).length === 0) return;
          seen.add(question);
          const raw = gen(SENDS[question], context);
          const checked = checkAnswer(question, raw, answers, { controller, on: TODAY, locale: 'en' });
          if (!checked.ok) throw new Error(`${question} ${JSON.stringify(raw)}: ${JSON.stringify(checked.problems)}`);
          answers = checked.answers;
          const rows = rowsOf(summaryOf({ ...context, answers }));
          expect(rows.map((row) => row.question)).toContain(question);
        }
        const whole = completeAnswers(answers, 'en', controller, TODAY);
        if (!whole.ok) throw new Error(JSON.stringify(whole));
        expect(submittedAnswersSchema.parse(whole.value)).toEqual(whole.value);

        const rows = rowsOf(summaryOf({ answers, controller, on: TODAY }));
        const { questions } = journey(answers, controller, TODAY);
        expect(new Set(rows.map(({ question }) => question))).toEqual(new Set(questions));
        const shown = rows.map(({ value }) =>
          'written' in value ? value.written : 'prose' in value ? value.prose : '',
        );
        const unseen = writtenAnswers(whole.value).filter(
          (text) => text !== '' && !shown.some((one) => one.includes(text)),
        );
        expect(unseen).toEqual([]);
        for (const { key, values } of saidIn(rows)) for (const t of texts) expect(t(key, values)).not.toContain(key);
        for (const { label, value } of deskFacts(whole.value, controller))
          for (const { key, values } of [{ key: label, values: {} }, ...phrasesIn(value)])
            expect(deskText(key, values)).not.toContain(key);
      }),
      { numRuns: 150 },
    );
  });

  test('was asked in one of those walks', () => expect([...seen].sort()).toEqual([...QUESTIONS].sort()));
});
