import type { Erased } from '@/lib/connectors/erase-port';
import type { ErasureChangeKind } from '@/lib/domain/erasure/types';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What is not as it was agreed to, in sentences for the desk: names of tables and counts, never a value. */
export function describeChanges({ changes, obstacles }: Extract<Erased, { kind: 'changed' }>): {
  kinds: readonly ErasureChangeKind[];
  detail: readonly string[];
} {
  const detail = changes.flatMap((change) =>
    change.kind === 'schema'
      ? [
          ...change.gone.map((sentence) => t('erasure.change.gone', { sentence })),
          ...change.new.map((sentence) => t('erasure.change.new', { sentence })),
        ]
      : [
          t(`erasure.change.${change.kind}`, {
            collection: change.collectionId,
            approved: change.approved,
            found: change.found,
          }),
        ],
  );
  const kinds = [...changes.map(({ kind }) => kind), ...(obstacles.length > 0 ? (['obstacle'] as const) : [])];
  return { kinds: [...new Set(kinds)], detail: [...detail, ...obstacles.map((one) => one.detail)] };
}
