import { type LocalDate, toLocalDate } from '@/lib/domain/calendar/local-date';
import { soughtForms } from '@/lib/domain/suppression/forms';
import { db } from '@/lib/platform/db/client';
import { blindIndex, blindIndexes, indexKeyIds } from '@/lib/platform/vault/blind-index';

const mark = (controllerId: string, kind: string, form: string): string => `suppressed:${controllerId}:${kind}:${form}`;

export const suppressionDigest = (controllerId: string, kind: string, form: string): Uint8Array<ArrayBuffer> =>
  blindIndex('account', mark(controllerId, kind, form));

/** How many entries a controller has, and how many of them were made with a key that is not in INDEX_KEY any more: these are found by nothing. */
export async function suppressionCounts(controllerId: string): Promise<{ entries: number; unreadable: number }> {
  const [entries, unreadable] = await Promise.all([
    db().suppression.count({ where: { controllerId } }),
    db().suppression.count({ where: { controllerId, keyId: { notIn: indexKeyIds() } } }),
  ]);
  return { entries, unreadable };
}

/** An identifier that somebody wants to bring back or in. */
export type Brought = { readonly line: number; readonly kind: string; readonly value: string };

export type Suppressed = Brought & { readonly erasedOn: LocalDate };

/** Which of these were erased, in their order. One query for all of them, whatever their number in one call. */
export async function suppressedAmong(
  controllerId: string,
  brought: readonly Brought[],
): Promise<readonly Suppressed[]> {
  const digests = brought.map(({ kind, value }) =>
    soughtForms(kind, value).flatMap((form) => blindIndexes('account', mark(controllerId, kind, form))),
  );
  const rows = await db().suppression.findMany({
    where: { controllerId, digest: { in: digests.flat() } },
    select: { digest: true, erasedOn: true },
  });
  const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');
  const erased = new Map(rows.map(({ digest, erasedOn }) => [hex(digest), toLocalDate(erasedOn)]));
  return brought.flatMap((one, index) => {
    const erasedOn = digests[index]!.map((digest) => erased.get(hex(digest))).find((on) => on !== undefined);
    return erasedOn === undefined ? [] : [{ ...one, erasedOn }];
  });
}
