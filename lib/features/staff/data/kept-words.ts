import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import { openWithMaster } from '@/lib/platform/vault/secrets';

const fieldsSchema = z.array(z.tuple([z.string(), z.string()]));

export type KeptWords = { readonly path: string; readonly fields: readonly (readonly [name: string, value: string])[] };

/** What this person had written; null for another's, or what is gone. */
export async function keptWords(id: string, staffId: string): Promise<KeptWords | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().keptWords.findFirst({ where: { id, staffId } });
  return (
    row && {
      path: row.path,
      fields: fieldsSchema.parse(JSON.parse(openWithMaster(row.sealedFields, `kept-words:${id}`))),
    }
  );
}
