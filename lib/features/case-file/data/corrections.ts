import type { CaseRow } from '@/lib/features/case-file/data/case';
import { correctionSchema, effectInSchema } from '@/lib/features/case-file/schema/effects';
import type { CorrectedIn, Correction } from '@/lib/features/case-file/types/corrections';
import { controller } from '@/lib/platform/controllers/registry';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';

/** What was corrected in a case, or is being corrected, each value once. */
export function correctionsOf(row: CaseRow, key: CaseKey): readonly Correction[] {
  const { dataMap } = controller(row.controllerId);
  const corrections = new Map<string, Correction>();
  for (const { id, rightItemId, systemId, sealedCorrection, collections, confirmedAt } of row.effects) {
    if (sealedCorrection === null) continue;
    const { factId, wrong, right } = correctionSchema.parse(openJson(key, sealedCorrection, `correction:${id}`));
    const what = `${rightItemId}\0${factId}\0${wrong}\0${right}`;
    const before = corrections.get(what);
    const read = effectInSchema.parse(collections) ?? [];
    const name = dataMap.systems.find((system) => system.id === systemId)?.name;
    const done: CorrectedIn[] =
      confirmedAt && name
        ? [
            {
              system: name,
              // What held the right value before counts as well: it holds it now.
              records: read.reduce((sum, { found, other }) => sum + found - other, 0),
              left: read.reduce((sum, { other }) => sum + other, 0),
              at: confirmedAt,
            },
          ]
        : [];
    corrections.set(what, {
      rightItemId,
      fact: dataMap.facts[factId]?.title ?? null,
      factId,
      before: wrong,
      after: right,
      systems: [...(before?.systems ?? []), ...done],
    });
  }
  return [...corrections.values()];
}
