import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '../../calendar/local-date';
import { asciiDigits, withoutUnseen } from '../clean';
import { choice, field } from '../fields/schema';
import { lookbackOf } from '../offered';
import type { AnswerProblem } from '../problems';
import type { Phrase } from '../summary';
import type { FormContext, Question } from './question';

export const PERIODS = ['recent', 'since', 'all'] as const;

const day = z.string().transform((text, context): LocalDate => {
  const on = parseLocalDate(text);
  if (on) return on;
  context.addIssue({ code: 'custom', message: 'notADate' });
  return z.NEVER;
});

const answers = {
  /** For which time somebody wants to know: as far back as the law gives without asking, since a day, or everything that is held. */
  period: z
    .discriminatedUnion('of', [
      z.strictObject({ of: z.literal('recent') }),
      z.strictObject({ of: z.literal('since'), on: day }),
      z.strictObject({ of: z.literal('all') }),
    ])
    .optional(),
};

const lookback = ({ answers, controller, on, law }: FormContext) => lookbackOf(answers, controller, on, law);

const part = field(z.string().transform((text) => asciiDigits(withoutUnseen(text))));
const DAY_FIELDS = { 'since-day': part, 'since-month': part, 'since-year': part };

/** The parts of a date as a person writes them; 1 and 01 are the same month. */
function dayFrom(
  { 'since-day': day, 'since-month': month, 'since-year': year }: z.output<z.ZodObject<typeof DAY_FIELDS>>,
  earliestOn: LocalDate,
  today: LocalDate,
): LocalDate | AnswerProblem {
  if (!year && !month && !day) return { key: 'empty' };
  const on = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!on) return { key: 'notADate' };
  if (on < earliestOn) return { key: 'tooEarly', values: { earliestOn } };
  return on <= today ? on : { key: 'inFuture' };
}

export const PERIOD_QUESTION: Question<typeof answers> = {
  answers,
  concerns: (context) => lookback(context) !== null,
  isAnswered: ({ answers: { period } }) => period !== undefined,
  page: (context) =>
    z.object({ period: choice(PERIODS), ...DAY_FIELDS }).transform(({ period: of, ...parts }, issues) => {
      const reach = lookback(context);
      // Nobody is asked who chose nothing that reaches back; what is sent all the same changes nothing.
      if (!reach) return {};
      if (of !== 'since') return { period: { of } };
      const on = dayFrom(parts, reach.earliestOn, context.on);
      if (typeof on === 'string') return { period: { of, on } };
      issues.addIssue({ code: 'custom', path: ['since'], message: on.key, params: on.values });
      return z.NEVER;
    }),
  summary: (context) => {
    const { period } = context.answers;
    const months = lookback(context)?.months;
    if (!period || months === undefined) return [];
    const said: Phrase =
      period.of === 'since'
        ? { key: 'period.sinceOn', values: { on: period.on } }
        : { key: `period.${period.of}`, values: { months } };
    return [{ part: 'wanted', label: { key: 'check.period' }, value: { said: [said] } }];
  },
  deskFacts: ({ period }) =>
    period
      ? [
          {
            label: 'person.period',
            value: { key: `person.periodOf.${period.of}`, ...(period.of === 'since' && { values: { on: period.on } }) },
          },
        ]
      : [],
};
