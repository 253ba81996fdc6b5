'use server';

import { z } from 'zod';
import { detailAnswer } from '@/lib/domain/intake/fields/schema';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { answersOf, caseRow } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { rightColumns } from '@/lib/features/case-file/schema/rows';
import { effectPlan, supplementPlan } from '@/lib/features/cases/data/effect-plan';
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
  statement: z.literal('kept').optional(),
});

const tasksOf = (planned: readonly { readonly systemId: string; readonly byPerson: boolean }[]) =>
  planned.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson }));

/** Begins to write into the systems what a right asks for there; which they are the data map says. */
export const startEffectsAction = deskAction(
  effectsSchema,
  'workCases',
  async (
    { rightItemId, facts = '', confirmed: words, factId = '', wrong = '', right = '', evidence = '', ...given },
    { caseId },
  ) => {
    const row = await caseRow(caseId);
    const item = row?.rights.find(({ id }) => id === rightItemId);
    if (!row || !item) return 'incomplete';
    const asked = rightColumns.shape.right.parse(item.right);
    const correction = `${factId}${wrong}${right}` === '' ? null : { factId, wrong, right, evidence };
    const where = { dataMap: controller(row.controllerId).dataMap, identities: (await knownBy(row)).identities };
    // Its words are the person's, and nobody else's: the form only says whether they are taken.
    const text = given.statement ? (await answersOf(row)).correction?.statement : undefined;
    const command: CaseCommand = {
      type: 'StartEffects',
      rightItemId,
      tasks: tasksOf(effectPlan(asked, correction, where)),
      facts,
      confirmed: words,
      correction,
      supplement: text ? { text, tasks: tasksOf(supplementPlan(asked, text, where)) } : null,
    };
    return command;
  },
);

const retrySchema = z.object({ effectId: z.uuid() });

export const retryEffectAction = deskAction(retrySchema, 'workCases', (given) => ({ type: 'RetryEffect', ...given }));
