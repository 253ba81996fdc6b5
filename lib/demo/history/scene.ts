import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, type CaseRow, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';

/** Who works in the demo: one who decides, and one who agrees. */
export type Cast = {
  readonly desk: Actor & { readonly kind: 'staff' };
  readonly approver: Actor & { readonly kind: 'staff' };
};

export type Scene = { readonly caseId: string; readonly current: Case; readonly rules: CaseRules; readonly cast: Cast };

/** Nothing of the demo's history is broken off. */
export const never = new AbortController().signal;

export async function rowOf(caseId: string): Promise<CaseRow> {
  const row = await caseRow(caseId);
  if (!row) throw new Error(`There is no case ${caseId}`);
  return row;
}

export async function sceneOf(caseId: string, cast: Cast): Promise<Scene> {
  const row = await rowOf(caseId);
  return { caseId, cast, current: caseOf(row), rules: rulesOf(row, await calendarsInForce()) };
}

/** @throws Error where the case does not take it: then the story is wrong. */
export async function give(caseId: string, command: CaseCommand, actor: Actor): Promise<void> {
  const answer = await handle(caseId, command, actor);
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.reason} ${answer.detail ?? ''}`);
}
