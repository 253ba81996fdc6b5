import { mailSchema } from '@/lib/features/mailbox/schema';
import { db } from '@/lib/platform/db/client';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';

export type Mail = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string;
  readonly token: string;
};

/** The mails of a case in their order, opened with its key, with the code and the link they carry. */
export async function mailsOf(caseId: string): Promise<Mail[]> {
  const { wrappedKey } = await db().caseKey.findUniqueOrThrow({ where: { caseId } });
  const rows = await db().notice.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }] });
  return rows.map(({ id, kind, sealedMail }) => {
    const mail = mailSchema.parse(openJson(unwrapCaseKey(wrappedKey as Uint8Array), sealedMail, `notice:${id}`));
    return {
      kind,
      ...mail,
      code: /^\d{6}$/m.exec(mail.text)?.[0] ?? '',
      token: /confirm\/([\w-]+)/.exec(mail.text)?.[1] ?? '',
    };
  });
}

export async function newestMail(caseId: string): Promise<Mail> {
  const mail = (await mailsOf(caseId)).at(-1);
  if (!mail) throw new Error('No mail was written');
  return mail;
}

/** Six digits that are not these. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
