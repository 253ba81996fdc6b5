import { z } from 'zod';
import { choices, detailAnswer, field } from '../fields/schema';
import { offeredRights, pairOf } from '../offered';
import type { SummaryLine } from '../summary';
import type { FormContext, Question } from './question';

const answers = {
  /** `<regime>:<right>` of lib/domain/law. */
  rights: z
    .array(z.string().regex(/^[A-Z_]+:[a-z_]+$/))
    .min(1, 'empty')
    .transform((pairs) => [...new Set(pairs)]),
  /** What the person wants to be done, in their words; by no means required. */
  details: detailAnswer,
};

const offered = ({ answers, controller, on, law }: FormContext) => offeredRights(answers, controller, on, law);

export const RIGHTS_QUESTION: Question<typeof answers> = {
  answers,
  concerns: () => true,
  // Whoever moves to another law chooses again from what that law gives.
  isAnswered: (context) => {
    const pairs = new Set(offered(context).map(pairOf));
    const { rights = [] } = context.answers;
    return rights.length > 0 && rights.every((pair) => pairs.has(pair));
  },
  page: (context) =>
    z.object({
      rights: choices(offered(context).map(pairOf)).pipe(answers.rights),
      details: field(detailAnswer),
    }),
  sends: ({ rights, details = '' }) => ({ rights, details }),
  summary: (context) => {
    const { rights, details } = context.answers;
    const chosen = offered(context).filter((right) => rights?.includes(pairOf(right)));
    const lines = chosen.map((right, index): SummaryLine => ({
      part: 'wanted',
      label: { key: 'check.right', values: { number: index + 1 } },
      value: { right },
    }));
    return details
      ? [...lines, { part: 'ownWords', label: { key: 'check.details' }, value: { prose: details } }]
      : lines;
  },
};
