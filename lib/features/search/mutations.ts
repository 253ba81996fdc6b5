import { submittedAnswersSchema, type SubmittedAnswers } from '@/lib/domain/intake/schema';
import { FORMS_VERSION, searchForms } from '@/lib/domain/search/forms';
import type { IndexEntry } from '@/lib/features/case-file/types/index-entry';
import { replaceIndex } from '@/lib/features/case-file/upkeep/search-entries';
import { db, transaction } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { blindIndex, indexKeyId } from '@/lib/platform/vault/blind-index';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

const BATCH = 100;

/** Names the forms and the key of an index: cases that bear another mark are indexed anew. */
const markNow = (): string => `${FORMS_VERSION}:${indexKeyId()}`;

const entriesOf = (reference: string, answers: SubmittedAnswers): IndexEntry[] =>
  searchForms(reference, answers).map(({ kind, form }) => ({ kind, digest: blindIndex(kind, form) }));

/** What the row of a new case says of its index. */
export const indexed = (reference: string, answers: SubmittedAnswers) => ({
  indexedAs: markNow(),
  entries: entriesOf(reference, answers),
});

// Both bounds instead of "not equal", so that PostgreSQL finds the few that are left by their index.
const behind = (mark: string): Prisma.CaseWhereInput => ({
  OR: [{ indexedAs: null }, { indexedAs: { lt: mark } }, { indexedAs: { gt: mark } }],
});

/** Cases that are not yet found by the current forms and key. */
export const leftToIndex = (): Promise<number> => db().case.count({ where: behind(markNow()) });

/**
 * Indexes cases anew after a change of INDEX_KEY or of the forms, some at a time; can be broken off and begun again at any moment.
 * A case whose key is destroyed is forgotten: its entries go.
 * @param most cases of this run
 * @returns how many were indexed
 */
export async function reindexCases(
  most: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const mark = markNow();
  let done = 0;
  while (done < most) {
    const rows = await db().case.findMany({
      where: behind(mark),
      take: Math.min(BATCH, most - done),
      select: { id: true, reference: true, requestId: true, key: true, request: { select: { sealedAnswers: true } } },
    });
    if (rows.length === 0) return done;
    await transaction(async (tx) => {
      await replaceIndex(tx, mark, new Map(rows.map((row) => [row.id, newEntries(row)])));
    });
    done += rows.length;
    onProgress(done);
  }
  return done;
}

type Row = {
  id: string;
  reference: string;
  requestId: string;
  key: { wrappedKey: Uint8Array | null } | null;
  request: { sealedAnswers: Uint8Array };
};

function newEntries({ reference, requestId, key, request }: Row): IndexEntry[] {
  if (!key?.wrappedKey) return [];
  const answers = submittedAnswersSchema.parse(
    openJson(unwrapCaseKey(key.wrappedKey), request.sealedAnswers, `answers:${requestId}`),
  );
  return entriesOf(reference, answers);
}
