import { z } from 'zod';
import { db, type Db } from '@/lib/platform/db/client';
import { openWithMaster } from '@/lib/platform/vault/secrets';
import { keptMailSchema } from './schema';
import type { KeptMail } from './types';

// As many as a person goes through at a sitting; the oldest are met first.
const SHOWN = 200;

export type WaitingMail = {
  readonly id: string;
  readonly controllerId: string;
  readonly receivedAt: Date;
  readonly mail: KeptMail;
};

// As lib/platform/mail.ts names what leaves.
const OUR_MESSAGE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@rightsdesk$/;

const inScope = (controllerIds: readonly string[]) => ({
  state: 'waiting',
  ...(controllerIds.length > 0 && { controllerId: { in: [...controllerIds] } }),
});

/** The mails that wait, the oldest first. @param controllerIds none for all */
export async function waitingMails(controllerIds: readonly string[]): Promise<readonly WaitingMail[]> {
  const rows = await db().incomingMail.findMany({
    where: inScope(controllerIds),
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  });
  return rows.flatMap(opened);
}

export const countWaiting = (controllerIds: readonly string[]): Promise<number> =>
  db().incomingMail.count({ where: inScope(controllerIds) });

/** One that still waits, or null. */
export async function waitingMail(id: string, tx: Db = db()): Promise<WaitingMail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await tx.incomingMail.findFirst({ where: { id, state: 'waiting' } });
  return (row && opened(row)[0]) ?? null;
}

const opened = (row: {
  id: string;
  controllerId: string;
  receivedAt: Date;
  sealedMail: Uint8Array | null;
}): WaitingMail[] => {
  const { id, controllerId, receivedAt, sealedMail } = row;
  if (!sealedMail) return [];
  const mail = keptMailSchema.parse(JSON.parse(openWithMaster(sealedMail, sealedForMail(id))));
  return [{ id, controllerId, receivedAt, mail }];
};

export const sealedForMail = (id: string): string => `incoming-mail:${id}`;

/** The mail of ours that a report says came back, by the Message-ID that it left with; null where it is none of ours. */
export async function noticeOf(messageId: string) {
  const id = OUR_MESSAGE.exec(messageId)?.[1];
  if (!id) return null;
  return db().notice.findUnique({
    where: { id },
    select: { id: true, caseId: true, case: { select: { controllerId: true, reference: true } } },
  });
}

export const caseByReference = (reference: string, controllerId: string) =>
  db().case.findFirst({ where: { reference, controllerId }, select: { id: true } });
