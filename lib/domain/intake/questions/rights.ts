import { z } from 'zod';
import { choices, detailAnswer, field } from '../fields/schema';
import type { SummaryLine } from '../summary';
import { offeredWishes, rightsBroughtBy, wishesOf } from '../wishes';
import type { FormContext, Question } from './question';

const answers = {
  /** `<regime>:<right>` of lib/domain/law: every right by which the laws give what was wished. */
  rights: z
    .array(z.string().regex(/^[A-Z_]+:[a-z_]+$/))
    .min(1, 'empty')
    .transform((pairs) => [...new Set(pairs)]),
  /** That the browser asked, by the Global Privacy Control, not to sell or share: by itself a request to stop it (11 CCR 7025(c)). */
  optOutSignal: z.literal(true).optional(),
  /** What the person adds in their words; by no means required. */
  details: detailAnswer,
};

const offered = ({ answers, controller, on, law }: FormContext) => offeredWishes(answers, controller, on, law);

/** Whether there is something here that the signal of a browser stops for this person. */
export const isHeard = (context: FormContext): boolean => offered(context).some(({ id }) => id === 'noSale');

export const RIGHTS_QUESTION: Question<typeof answers> = {
  answers,
  concerns: () => true,
  // Whoever moves to another law sees what that law makes of the same wishes, and whether it still has each of them.
  isAnswered: (context) => {
    const { rights = [] } = context.answers;
    const brought = rightsBroughtBy(wishesOf({ rights }), offered(context));
    return rights.length > 0 && brought.length === rights.length && rights.every((pair) => brought.includes(pair));
  },
  page: (context) =>
    z
      .object({
        rights: choices(offered(context).map(({ id }) => id)).refine((ticked) => ticked.length > 0, 'empty'),
        details: field(detailAnswer),
      })
      .transform(({ rights: ticked, details }) => {
        const counts = context.optOutSignal === true && isHeard(context);
        return {
          rights: rightsBroughtBy(counts ? [...ticked, 'noSale'] : ticked, offered(context)),
          optOutSignal: counts ? true : undefined,
          details,
        };
      }),
  sends: ({ rights, optOutSignal, details = '' }) => ({ rights, optOutSignal, details }),
  summary: (context) => {
    const { rights = [], optOutSignal, details } = context.answers;
    const wishes = wishesOf({ rights });
    const lines = offered(context)
      .filter(({ id }) => wishes.includes(id))
      .map((wish, index): SummaryLine => ({
        part: 'wanted',
        label: { key: 'check.right', values: { number: index + 1 } },
        value: {
          rights: wish.rights,
          ...(optOutSignal && wish.id === 'noSale' && { note: { key: 'rights.signal.counted' } }),
        },
      }));
    return details
      ? [...lines, { part: 'ownWords', label: { key: 'check.details' }, value: { prose: details } }]
      : lines;
  },
  deskFacts: ({ optOutSignal }) =>
    optOutSignal ? [{ label: 'person.signal', value: { key: 'person.signalGpc' } }] : [],
};
