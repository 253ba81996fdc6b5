import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lackingOfDecision } from '@/lib/domain/case/contents';
import { caseRules } from '@/lib/domain/case/rules';
import type { RightItem } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { isGranting, requirementsOn } from '@/lib/domain/law/rights';
import { answerLetter, type AnsweredRight, missingFrom } from '@/lib/domain/letter/answer';
import { letterSchema } from '@/lib/domain/letter/schema';
import { mailedText } from '@/lib/domain/letter/types';
import { LOCALES } from '@/lib/domain/locale';
import { letterWords } from '@/lib/features/cases/data/letter';
import { rightItem } from '@/tests/support/effect-builders';

const AT = '2026-11-27T10:00:00.000Z';
const DAY = localDate('2026-11-27');
const PLACES = [
  { timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  { timezone: 'Europe/Sofia', calendar: 'BG', country: 'BG' },
  { timezone: 'Europe/Zurich', calendar: 'CH', country: 'CH' },
  { timezone: 'Europe/London', calendar: 'GB', country: 'GB' },
] as const;
const rulesIn = PLACES.map((place) => caseRules({ receivedAt: AT, ...place }, shippedCalendars));

// Every way in which a right of a law in force may end.
const ENDS = LAW.flatMap(({ id, rights }) =>
  [...new Set(rights.map(({ right }) => right))].flatMap((right) =>
    rulesIn[0]!.outcomes({ regime: id, right }).map((outcome) => ({ regime: id, right, outcome })),
  ),
);

const FACTS = 'We keep the invoices of 2024.\n\nThe rest is gone.';

type Given = {
  readonly end: (typeof ENDS)[number];
  readonly place: number;
  readonly grounds: boolean;
  readonly facts: boolean;
  readonly weighed: boolean;
  readonly stopped: boolean;
  readonly statement: boolean;
  readonly confirmed: readonly string[];
};

const givenOf = (end: (typeof ENDS)[number]) => {
  const owed = rulesIn[0]!.contents(end, end.outcome).map(({ id }) => id);
  return fc.record<Given>({
    end: fc.constant(end),
    place: fc.nat({ max: PLACES.length - 1 }),
    grounds: fc.boolean(),
    facts: fc.boolean(),
    weighed: fc.boolean(),
    stopped: fc.boolean(),
    statement: fc.boolean(),
    confirmed: fc.subarray(owed),
  });
};

function written(
  { end, place, grounds, facts, weighed, stopped, statement, confirmed }: Given,
  locale: (typeof LOCALES)[number],
) {
  const rules = rulesIn[place]!;
  const item: RightItem = rightItem({ ...end, stoppedAt: stopped ? AT : null });
  const right: AnsweredRight = {
    id: item.id,
    right: end.right,
    outcome: end.outcome,
    doneBy: rules.doneBy(item),
    copy: rules.needsCopy(item) && isGranting(end.outcome),
    statement: statement && isGranting(end.outcome),
    grounds: grounds ? ['GROUND (Art. 1)'] : [],
    weighing: weighed ? { kind: 'interests', uses: ['USE'], ours: 'OURS', theirs: 'THEIRS', why: 'WHY' } : null,
    facts: facts ? FACTS : '',
    confirmed,
    stoppedOn: stopped ? DAY : null,
    carriedOut: false,
    waitsForCopy: false,
    lastDayOn: localDate('2026-12-28'),
    owed: requirementsOn(rules.contents(item, end.outcome), DAY),
    ways: rules.ways(item, AT),
  };
  const letter = answerLetter(
    {
      reference: 'CA-5XN3-7RKT',
      controller: { name: 'CallsApp', legalName: 'CallsApp Media Sarl', contact: 'privacy@callsapp.example' },
      person: 'PERSON',
      receivedOn: localDate('2026-11-20'),
      on: DAY,
      rights: [right],
      others: 'none',
      bundleDays: 14,
      hidden: ['HIDDEN'],
      nothing: '',
      unstated: [],
      remedies: ['REMEDY'],
    },
    letterWords(locale),
  );
  const decided = {
    outcome: end.outcome,
    grounds: grounds ? ['some'] : [],
    hasFacts: facts || weighed,
    confirmed,
  };
  return { letter, right, rules, item, decided };
}

const idsOf = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id).sort();

describe.each(LOCALES)('the letter of an answer in %s', (locale) => {
  it.each(ENDS.map((end) => [`${end.regime} ${end.right} ${end.outcome}`, end] as const))(
    '%s: has what its law requires, or names it as missing, as the gate before it does',
    (_name, end) => {
      fc.assert(
        fc.property(givenOf(end), (given) => {
          const { letter, right, rules, item, decided } = written(given, locale);
          const missing = missingFrom(letter, [right]);
          expect(idsOf(missing)).toEqual(
            idsOf(
              lackingOfDecision(
                { unstated: [], statable: given.statement ? [end.right] : [] },
                item,
                decided,
                rules,
                AT,
              ),
            ),
          );
          // What is carried stands somewhere: in a part that says something.
          for (const { carries, paragraphs } of letter.parts)
            if (carries.length > 0) expect(paragraphs.join('').trim()).not.toBe('');
        }),
        { numRuns: 20 },
      );
    },
  );

  it('says that a use has ended, or that a copy is there, only where that is so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENDS).chain(givenOf), (given) => {
        const { letter, right } = written(given, locale);
        const { letter: t } = letterWords(locale);
        const all = letter.parts.flatMap(({ paragraphs }) => paragraphs);
        const copies = ['yes', 'no'].map((some) => t('answer.copy', { some, days: 14 }));
        expect(all.some((line) => copies.includes(line))).toBe(right.copy);
        expect(letter.copy).toBe(right.copy);
        expect(all.includes('HIDDEN')).toBe(right.copy);
        const outcome = letter.parts.find(({ id }) => id === 'outcome')!;
        if (outcome.carries.some(({ id }) => ['stopped', 'confirmed'].includes(id)))
          expect(right.stoppedOn !== null || right.copy || right.statement).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('tells the mail no name, no reason and no word of the desk, and keeps as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENDS).chain(givenOf), (given) => {
        const { letter } = written({ ...given, grounds: true, facts: true }, locale);
        expect(mailedText(letter)).not.toMatch(/PERSON|GROUND|invoices|REMEDY/);
        expect(mailedText(letter)).toContain('CA-5XN3-7RKT');
        expect(letterSchema.parse(JSON.parse(JSON.stringify(letter)))).toEqual(letter);
      }),
      { numRuns: 100 },
    );
  });
});
