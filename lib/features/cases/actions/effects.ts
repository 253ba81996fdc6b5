'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { caseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { rightColumns } from '@/lib/features/case-file/schema/rows';
import { effectPlan } from '@/lib/features/cases/data/effect-plan';
import { confirmed } from '@/lib/features/cases/schema';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';

const shortText = z.string().trim().max(500, { error: 'tooLong' });

const effectsSchema = z.object({
  rightItemId: z.uuid(),
  facts: detailAnswer.optional(),
  confirmed,
  factId: z.string().max(80).optional(),
  wrong: shortText.optional(),
  right: shortText.optional(),
  evidence: detailAnswer.optional(),
});

/** Begins to write into the systems what a right asks for there; which they are the data map says. */
export const startEffectsAction = deskAction(
  effectsSchema,
  'workCases',
  async ({ rightItemId, facts = '', confirmed: words, factId, wrong, right, evidence = '' }, { caseId }) => {
    const row = await caseRow(caseId);
    const item = row?.rights.find(({ id }) => id === rightItemId);
    if (!row || !item) return 'incomplete';
    const correction = factId && wrong && right ? { factId, wrong, right, evidence } : null;
    const { dataMap } = controller(row.controllerId);
    const { identities } = await knownBy(row);
    const plan = effectPlan(rightColumns.shape.right.parse(item.right), correction, { dataMap, identities });
    const command: CaseCommand = {
      type: 'StartEffects',
      rightItemId,
      tasks: plan.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
      facts,
      confirmed: words,
      correction,
    };
    return command;
  },
);

const retrySchema = z.object({ effectId: z.uuid() });

export const retryEffectAction = deskAction(retrySchema, 'workCases', (given) => ({ type: 'RetryEffect', ...given }));
