import { z } from 'zod';
import type { Finding } from '@/lib/domain/case/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { unstatedOf } from '@/lib/domain/datamap/gaps';
import type { MapFact } from '@/lib/domain/datamap/types';
import { countOf, undecided } from '@/lib/domain/fulfilment/marked';
import { resultColumns } from '@/lib/features/case-file/schema/rows';
import { controller } from '@/lib/platform/controllers/registry';
import type { CaseRow } from './case';

const markedSchema = z
  .object({ toDecide: z.record(z.string(), z.number()), hidden: z.record(z.string(), z.number()) })
  .nullable();

/** What each collection answered, with what of it nobody has decided on yet. */
export function findingsOf({
  results,
  redactions,
  shownValues,
}: Pick<CaseRow, 'results' | 'redactions' | 'shownValues'>): Finding[] {
  return results.map(({ collectionId, result, records, marked }) => {
    const counted = markedSchema.parse(marked) ?? { toDecide: {}, hidden: {} };
    const settled = [
      ...shownValues.filter((one) => one.collectionId === collectionId),
      ...redactions
        .filter((one) => one.collectionId === collectionId)
        .flatMap(({ recordNo, decides }) => decides.map((field) => ({ field, recordNo }))),
    ];
    return {
      collectionId,
      result: resultColumns.shape.result.parse(result),
      records,
      toDecide: undecided(counted, settled),
      hidden: countOf(counted.hidden),
    };
  });
}

/** What the controller's data map does not say of the collections in which something was found, each once. */
export function unstatedFor({ controllerId, results }: Pick<CaseRow, 'controllerId' | 'results'>): MapFact[] {
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  return [
    ...new Set(
      collectionsOf(controller(controllerId).held)
        .filter(({ id }) => found.has(id))
        .flatMap(unstatedOf),
    ),
  ];
}
