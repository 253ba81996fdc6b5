import { touched } from './plan';
import type { CollectionFacts, SystemFacts } from './types';

/** How what is there differs from what was approved. */
export type ErasureChange =
  | { readonly kind: 'schema'; readonly gone: readonly string[]; readonly new: readonly string[] }
  | {
      readonly kind: 'more' | 'others';
      readonly collectionId: string;
      readonly approved: number;
      readonly found: number;
    };

type Approved = Pick<SystemFacts, 'schema'> & {
  readonly collections: readonly Pick<
    CollectionFacts,
    'collectionId' | 'erased' | 'blanked' | 'anonymised' | 'fingerprint'
  >[];
};

/**
 * Whether a system still is what was approved: its tables the same, and no record beyond the plan. `more`: more records would change than were
 * approved; `others`: as many, and not the same ones. Fewer is what time does to data, and the person loses nothing by it.
 */
export function changesSince(approved: Approved, now: SystemFacts): ErasureChange[] {
  const gone = approved.schema.filter((sentence) => !now.schema.includes(sentence));
  const added = now.schema.filter((sentence) => !approved.schema.includes(sentence));
  const schema: ErasureChange[] = gone.length + added.length > 0 ? [{ kind: 'schema', gone, new: added }] : [];
  return [
    ...schema,
    ...now.collections.flatMap((found): ErasureChange[] => {
      const before = approved.collections.find(({ collectionId }) => collectionId === found.collectionId);
      const counts = {
        collectionId: found.collectionId,
        approved: before ? before.erased + before.blanked + before.anonymised : 0,
        found: touched(found),
      };
      if (counts.found > counts.approved) return [{ kind: 'more', ...counts }];
      return counts.found === counts.approved && counts.found > 0 && before?.fingerprint !== found.fingerprint
        ? [{ kind: 'others', ...counts }]
        : [];
    }),
  ];
}
