import type { Db } from '@/lib/platform/db/client';

/** An address that is to be used instead, sealed, and when each of the two mailboxes agreed. */
export type PendingContact = {
  readonly sealedNewContact: Uint8Array<ArrayBuffer>;
  readonly newContactFromAt: Date | null;
  readonly newContactToAt: Date | null;
};

/** Notes how far the change of an address is: it is changed by a command, once both have agreed. */
export async function notePendingContact(tx: Db, caseId: string, pending: Partial<PendingContact>): Promise<void> {
  const { sealedNewContact, newContactFromAt, newContactToAt } = pending;
  await tx.case.update({ where: { id: caseId }, data: { sealedNewContact, newContactFromAt, newContactToAt } });
}
