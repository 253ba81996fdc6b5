import { z } from 'zod';
import { RESTRICTED_FOR } from '../../law/restriction';
import { choice, detailAnswer, field } from '../fields/schema';
import { isAsked } from '../wishes';
import type { Question } from './question';

/** Nobody has to name a case of Art. 18(1) GDPR. */
export const RESTRICTION_GROUNDS = [...RESTRICTED_FOR, 'untold'] as const;

const answers = {
  /** Why the use is to pause, and which data; `which` is empty for all of them. */
  restriction: z.strictObject({ ground: z.enum(RESTRICTION_GROUNDS), which: detailAnswer }).optional(),
};

export const RESTRICTION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('pause', answers),
  isAnswered: ({ answers: { restriction } }) => restriction !== undefined,
  page: () =>
    z
      .object({ restrictionGround: choice(RESTRICTION_GROUNDS), restrictionWhich: field(detailAnswer) })
      .transform(({ restrictionGround: ground, restrictionWhich: which }) => ({ restriction: { ground, which } })),
  summary: ({ answers: { restriction } }) =>
    restriction
      ? [
          {
            part: 'wanted',
            label: { key: 'restriction.why' },
            value: { said: [{ key: `restriction.ground.${restriction.ground}` }] },
          },
          ...(restriction.which
            ? [{ part: 'wanted', label: { key: 'restriction.which' }, value: { prose: restriction.which } } as const]
            : []),
        ]
      : [],
  deskFacts: ({ restriction }) =>
    restriction
      ? [
          { label: 'person.restriction', value: { key: `person.restrictionGround.${restriction.ground}` } },
          ...(restriction.which ? [{ label: 'person.restrictionWhich', value: { prose: restriction.which } }] : []),
        ]
      : [],
};
