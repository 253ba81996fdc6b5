import type { Case } from '@/lib/domain/case/types';
import { caseOf, type CaseRow } from '@/lib/features/case-file/data/case';
import { correctionSchema, effectInSchema } from '@/lib/features/case-file/schema/effects';
import type { CorrectedIn, Correction, StatementKept } from '@/lib/features/case-file/types/corrections';
import { controller } from '@/lib/platform/controllers/registry';
import { type CaseKey, openJson, openText } from '@/lib/platform/vault/case-key';

type EffectRow = CaseRow['effects'][number];

const nameOf = ({ systemId }: EffectRow, row: CaseRow) =>
  controller(row.controllerId).dataMap.systems.find(({ id }) => id === systemId)?.name;

/** What one system has confirmed; empty while it has not. */
function confirmedIn(effect: EffectRow, row: CaseRow): readonly CorrectedIn[] {
  const system = nameOf(effect, row);
  if (!effect.confirmedAt || !system) return [];
  const read = effectInSchema.parse(effect.collections) ?? [];
  return [
    {
      system,
      // What held the right value before counts as well: it holds it now.
      records: read.reduce((sum, { found, other }) => sum + found - other, 0),
      left: read.reduce((sum, { other }) => sum + other, 0),
      at: effect.confirmedAt,
    },
  ];
}

/** What was corrected in a case, or is being corrected, each value once. */
export function correctionsOf(row: CaseRow, key: CaseKey): readonly Correction[] {
  const { dataMap } = controller(row.controllerId);
  const corrections = new Map<string, Correction>();
  for (const effect of row.effects) {
    const { id, rightItemId, sealedCorrection } = effect;
    if (sealedCorrection === null) continue;
    const { factId, wrong, right } = correctionSchema.parse(openJson(key, sealedCorrection, `correction:${id}`));
    const what = `${rightItemId}\0${factId}\0${wrong}\0${right}`;
    corrections.set(what, {
      rightItemId,
      fact: dataMap.facts[factId]?.title ?? null,
      factId,
      before: wrong,
      after: right,
      systems: [...(corrections.get(what)?.systems ?? []), ...confirmedIn(effect, row)],
    });
  }
  return [...corrections.values()];
}

const stands = ({ systems, byHand }: StatementKept): boolean =>
  byHand.length > 0 || systems.some(({ records }) => records > 0);

/** The person's own statements that stand beside their data somewhere, each once. */
export function statementsKept(row: CaseRow, key: CaseKey, current: Case = caseOf(row)): readonly StatementKept[] {
  const kept = new Map<string, StatementKept>();
  for (const effect of row.effects) {
    const { id, rightItemId, systemId, sealedStatement } = effect;
    if (sealedStatement === null) continue;
    const before = kept.get(rightItemId);
    const done = current.rights.find((item) => item.id === rightItemId)?.carriedOut;
    const system = nameOf(effect, row);
    const confirmed = confirmedIn(effect, row);
    // What a system left as it was, somebody sees to.
    const open = confirmed.length === 0 || confirmed.some(({ left }) => left > 0);
    const byHand = done && system && open && done.systems.includes(systemId) ? [{ system, on: done.on }] : [];
    kept.set(rightItemId, {
      rightItemId,
      text: openText(key, sealedStatement, `statement:${id}`),
      systems: [...(before?.systems ?? []), ...confirmed],
      byHand: [...(before?.byHand ?? []), ...byHand],
    });
  }
  return [...kept.values()].filter(stands);
}
