import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import { letterSchema } from '@/lib/domain/letter/schema';
import type { Letter, LetterKind } from '@/lib/domain/letter/types';
import { db } from '@/lib/platform/db/client';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';

/** By what the letter of a notice is sealed. */
export const letterLabel = (noticeId: string): string => `letter:${noticeId}`;

/** What the log has of a letter: it means nothing once the key of the case is destroyed. */
export const letterDigest = (key: CaseKey, letter: Letter): string =>
  createHmac('sha256', key).update(canonicalJson(letter)).digest('hex');

/** A letter of a case as it was sent, under the id of the notice with which it leaves. `left`: it has. */
export type KeptLetter = { readonly id: string; readonly at: Date; readonly left: boolean; readonly letter: Letter };

// More time counts, and a restriction may end, once their notice has left: until then the page does not tell of them either (ADR 007).
const COUNTS_ONCE_LEFT: readonly LetterKind[] = ['moreTime', 'lifting'];

export const isTold = ({ left, letter }: KeptLetter): boolean => left || !COUNTS_ONCE_LEFT.includes(letter.kind);

/** Every letter of a case, newest first, to the letter as it was sent. */
export async function keptLetters(caseId: string, key: CaseKey): Promise<KeptLetter[]> {
  const rows = await db().notice.findMany({
    where: { caseId, sealedLetter: { not: null } },
    select: { id: true, createdAt: true, state: true, sealedLetter: true },
    orderBy: { createdAt: 'desc' },
  });
  return rows.flatMap(({ id, createdAt, state, sealedLetter }) =>
    sealedLetter
      ? [
          {
            id,
            at: createdAt,
            left: state === 'sent' || state === 'told',
            letter: letterSchema.parse(openJson(key, sealedLetter, letterLabel(id))),
          },
        ]
      : [],
  );
}

/** One of them; null for an id that is none of this case. */
export async function keptLetter(caseId: string, key: CaseKey, id: string): Promise<KeptLetter | null> {
  return z.uuid().safeParse(id).success
    ? ((await keptLetters(caseId, key)).find((letter) => letter.id === id) ?? null)
    : null;
}
