import { z } from 'zod';
import { choice, detailAnswer, field } from '../fields/schema';
import { hasGrounds, isAsked } from '../wishes';
import type { Question } from './question';

export const DELETION_OF = ['all', 'some'] as const;

/** The grounds of Art. 17(1)(a)–(f) GDPR in their order; nobody has to name one. */
export const ERASURE_GROUNDS = [
  'untold',
  'notNeeded',
  'consent',
  'objection',
  'unlawful',
  'lawRequires',
  'child',
] as const;

const answers = {
  /** What is to be deleted, and, if they say so, why. `which` is empty for everything. */
  deletion: z
    .strictObject({ of: z.enum(DELETION_OF), which: detailAnswer, ground: z.enum(ERASURE_GROUNDS) })
    .optional(),
};

export const DELETION_QUESTION: Question<typeof answers> = {
  answers,
  concerns: ({ answers }) => isAsked('deletion', answers),
  isAnswered: ({ answers: { deletion } }) => deletion !== undefined,
  page: ({ answers: before }) =>
    z
      .object({
        deletionOf: choice(DELETION_OF),
        deletionWhich: field(detailAnswer),
        deletionGround: field(z.enum(ERASURE_GROUNDS).catch('untold')),
      })
      .transform(({ deletionOf: of, deletionWhich: which, deletionGround }, context) => {
        if (of === 'some' && which === '') {
          context.addIssue({ code: 'custom', path: ['deletionWhich'], message: 'empty' });
          return z.NEVER;
        }
        // California's law knows no grounds to choose from.
        const ground = hasGrounds('deletion', before) ? deletionGround : 'untold';
        return { deletion: { of, which: of === 'some' ? which : '', ground } };
      }),
  summary: ({ answers: { deletion } }) =>
    deletion
      ? [
          { part: 'wanted', label: { key: 'deletion.of' }, value: { said: [{ key: `deletion.${deletion.of}` }] } },
          ...(deletion.which
            ? [{ part: 'wanted', label: { key: 'deletion.which' }, value: { prose: deletion.which } } as const]
            : []),
          ...(deletion.ground === 'untold'
            ? []
            : [
                {
                  part: 'wanted',
                  label: { key: 'deletion.why' },
                  value: { said: [{ key: `deletion.ground.${deletion.ground}` }] },
                } as const,
              ]),
        ]
      : [],
  deskFacts: ({ deletion }) =>
    deletion
      ? [
          { label: 'person.deletion', value: { key: `person.deletionOf.${deletion.of}` } },
          ...(deletion.which ? [{ label: 'person.deletionWhich', value: { prose: deletion.which } }] : []),
          ...(deletion.ground === 'untold'
            ? []
            : [{ label: 'person.erasureGround', value: { key: `person.erasureGroundOf.${deletion.ground}` } }]),
        ]
      : [],
};
