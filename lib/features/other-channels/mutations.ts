import { settleMail } from '@/lib/features/incoming-mail/mutations';
import { type Submission, submitRequest } from '@/lib/features/requests/mutations';
import { transaction } from '@/lib/platform/db/client';

/** Undoes what was begun: a colleague with the same mail before them was faster. */
class MailIsGone extends Error {}

/** Makes a mail that waits a request, and settles the mail with it. @returns the case, or null where somebody had settled the mail */
export async function submitFromMail(submission: Required<Submission>, mailId: string): Promise<string | null> {
  const { by, at } = submission.entered;
  try {
    return await transaction(async (tx) => {
      const { caseId } = await submitRequest(tx, submission);
      if (!(await settleMail(tx, mailId, { state: 'entered', caseId }, by, at))) throw new MailIsGone();
      return caseId;
    });
  } catch (error) {
    if (error instanceof MailIsGone) return null;
    throw error;
  }
}
