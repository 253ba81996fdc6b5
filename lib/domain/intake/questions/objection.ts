import { z } from 'zod';
import type { DraftAnswers } from '../answers';
import { choices, detailAnswer, field } from '../fields/schema';
import type { SummaryValue } from '../summary';
import { isAsked, offeredWishes, rightsBroughtBy, wishesOf } from '../wishes';
import type { FormContext, Question } from './question';

/** Every use that rests on such a ground: nobody has to know how a company calls what it does. */
export const ALL_USES = 'all';

/** All advertising: another right, which knows no weighing (Art. 21(2)-(3) GDPR). */
export const MARKETING = 'marketing';

/** The uses that can be objected to by one's situation: those for a legitimate interest or a public task (Art. 21(1) GDPR). */
const purposes = ({ controller }: Pick<FormContext, 'controller'>) =>
  controller.uses.filter(
    ({ basis, directMarketing }) => !directMarketing && (basis === 'legitimateInterests' || basis === 'publicTask'),
  );

/** What the page offers: advertising first, where it was not chosen already; then each purpose; then all of them. */
export function usesOffered(context: FormContext): readonly string[] {
  const { answers, controller, on, law } = context;
  const marketing = offeredWishes(answers, controller, on, law).some(({ id }) => id === 'noMarketing');
  return [
    ...(marketing && !wishesOf(answers).includes('noMarketing') ? [MARKETING] : []),
    ...purposes(context).map(({ id }) => id),
    ALL_USES,
  ];
}

const answers = {
  /** Which uses, by the ids of the data map's purposes, or `all`; and what is special about their situation, if they say so. */
  objection: z.strictObject({ uses: z.array(z.string()).min(1, 'empty'), situation: detailAnswer }).optional(),
};

/** Advertising is taken up as the right that it is; whoever means nothing else objects to nothing else. */
function rightsAfter(context: FormContext, uses: readonly string[]): DraftAnswers {
  const { answers: before, controller, on, law } = context;
  if (!uses.includes(MARKETING)) return {};
  const wishes = [...wishesOf(before).filter((wish) => wish !== 'noUse' || uses.length > 1), 'noMarketing' as const];
  return { rights: rightsBroughtBy(wishes, offeredWishes(before, controller, on, law)) };
}

export const OBJECTION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('uses', answers),
  isAnswered: ({ answers: { objection } }) => objection !== undefined,
  page: (context) =>
    z
      .object({
        uses: choices(usesOffered(context)).refine((uses) => uses.length > 0, 'empty'),
        situation: field(detailAnswer),
      })
      .transform(({ uses, situation }) => {
        const objected = uses.filter((use) => use !== MARKETING);
        return {
          ...rightsAfter(context, uses),
          objection: objected.length > 0 ? { uses: objected, situation } : undefined,
        };
      }),
  summary: ({ answers: { objection }, controller }) =>
    objection
      ? [
          { part: 'wanted', label: { key: 'objection.uses' }, value: usesNamed(objection.uses, controller) },
          ...(objection.situation
            ? [
                {
                  part: 'wanted',
                  label: { key: 'objection.situation' },
                  value: { prose: objection.situation },
                } as const,
              ]
            : []),
        ]
      : [],
  deskFacts: ({ objection }, controller) =>
    objection
      ? [
          { label: 'person.objectionTo', value: usesNamed(objection.uses, controller, 'person.allUses') },
          ...(objection.situation ? [{ label: 'person.situation', value: { prose: objection.situation } }] : []),
        ]
      : [],
};

/** Uses as their purposes are called; one that the map no longer has by its id. */
export const usesNamed = (
  uses: readonly string[],
  controller: FormContext['controller'],
  all = 'uses.all',
): Extract<SummaryValue, { named: unknown }> => ({
  named: uses.map((use) =>
    use === ALL_USES ? { key: all } : { text: controller.uses.find(({ id }) => id === use)?.title ?? use },
  ),
});
