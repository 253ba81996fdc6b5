import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { sealWithMaster } from '@/lib/platform/vault/secrets';

const PER_HOUR = 30;
// React's own fields, and ids and versions that the page writes by itself.
const NOT_WRITTEN = /^\$|Id$|^(seenVersion|step|seen|back|audience)$/;

/**
 * Keeps what somebody had written when their session turned out to have ended, sealed, for themselves alone.
 * @returns by which id, or null where nothing was written
 */
export async function keepWords(staffId: string, path: string, form: FormData, at: Date): Promise<string | null> {
  const fields: [string, string][] = [];
  for (const [name, value] of form) if (typeof value === 'string' && value.trim() !== '' && !NOT_WRITTEN.test(name)) fields.push([name, value]);
  if (fields.length === 0 || !(await withinLimit('kept-words', staffId, PER_HOUR, 3600, at))) return null;
  const id = newId();
  await db().keptWords.create({ data: { id, staffId, path, sealedFields: sealWithMaster(JSON.stringify(fields), `kept-words:${id}`), createdAt: at } });
  return id;
}
