import { db } from '@/lib/platform/db/client';
import { type AnswerNote, leaveForAnswer } from '@/lib/platform/answer-note';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { sealWithMaster } from '@/lib/platform/vault/secrets';
import { fieldsOf, writtenIn } from '@/lib/features/staff/schema/kept-words';

const PER_HOUR = 30;

/**
 * Keeps what somebody had written when their session turned out to have ended, sealed, for themselves alone.
 * @returns by which id, or null where nothing was written
 */
export async function keepWords(staffId: string, path: string, form: FormData, at: Date): Promise<string | null> {
  const fields = fieldsOf(form);
  if (writtenIn(fields).length === 0 || !(await withinLimit('kept-words', staffId, PER_HOUR, 3600, at))) return null;
  const id = newId();
  await db().keptWords.create({
    data: {
      id,
      staffId,
      path,
      sealedFields: sealWithMaster(JSON.stringify(fields), `kept-words:${id}`),
      createdAt: at,
    },
  });
  return id;
}

/**
 * Says why a form was not taken, on the page that is shown next: the form itself may be gone from there, because the case moved on.
 * @returns the mark that the form carries when it says so itself
 */
export const sayRefused = (said: AnswerNote['said'], form: FormData): Promise<string> =>
  leaveForAnswer({ said, fields: fieldsOf(form) });
