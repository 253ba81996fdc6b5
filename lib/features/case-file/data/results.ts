import type { CollectionAnswer } from '@/lib/domain/case/types';
import { soughtSchema } from '@/lib/features/case-file/schema/sought';
import { resultColumns } from '@/lib/features/case-file/schema/rows';
import type { CaseRow } from './case';

export const resultsOf = ({ results }: Pick<CaseRow, 'results'>): CollectionAnswer[] =>
  results.map(({ collectionId, result, reason, records, sought }) => {
    const how = soughtSchema.parse(sought);
    return {
      collectionId,
      result: resultColumns.shape.result.parse(result),
      reason,
      records,
      ...(how && { sought: how }),
    };
  });
