import { db } from '@/lib/platform/db/client';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { mailSchema } from './schema';
import type { KeptMail } from './types';

/** The newest mails of the outbox, to requesters and to the staff. */
export async function newestMails(count: number): Promise<KeptMail[]> {
  const [notices, others] = await Promise.all([newestNotices(count), newestStaffMails(count)]);
  return [...notices, ...others].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, count);
}

async function newestStaffMails(count: number): Promise<KeptMail[]> {
  const rows = await db().staffMail.findMany({
    orderBy: { createdAt: 'desc' },
    take: count,
    include: { staff: { select: { email: true } } },
  });
  return rows.map(({ id, createdAt, subject, text, staff }) => ({
    id,
    locale: 'en',
    at: createdAt,
    to: staff.email,
    subject,
    text,
  }));
}

/** Opened; those of a forgotten case cannot be opened any more and are left out. */
async function newestNotices(count: number): Promise<KeptMail[]> {
  const rows = await db().notice.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: count,
    include: { case: { select: { key: true } } },
  });
  return rows
    .map(({ id, locale, createdAt, sealedMail, case: { key } }) => {
      if (!key?.wrappedKey) return null;
      const { to, subject, text } = mailSchema.parse(
        openJson(unwrapCaseKey(key.wrappedKey), sealedMail, `notice:${id}`),
      );
      return { id, locale, at: createdAt, to, subject, text };
    })
    .filter((mail) => mail !== null);
}
