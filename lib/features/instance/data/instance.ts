import { db } from '@/lib/platform/db/client';
import { mailServerName } from '@/lib/platform/mail';

/** Whether the mail server of SMTP_URL takes addresses beyond ASCII before the @, as it said last; null while it has not been asked. */
export async function mailServerTakesUtf8(): Promise<boolean | null> {
  const row = await db().instance.findUnique({ where: { id: 1 }, select: { mailServer: true, smtpUtf8: true } });
  return row && row.mailServer === mailServerName() ? row.smtpUtf8 : null;
}
