import { replaceCaseKey } from '@/lib/features/case-file/upkeep/case-keys';
import { Prisma } from '@/lib/platform/db/generated/client';
import { db } from '@/lib/platform/db/client';
import { currentWrapping, unwrapCaseKey, wrapCaseKey } from '@/lib/platform/vault/case-key';
import { sealedForMail } from '@/lib/features/incoming-mail/data';
import { sealedAnew } from '@/lib/platform/vault/secrets';

const BATCH = 200;

/** What was wrapped or sealed anew under the current master key. */
export type Rewrapped = {
  readonly cases: number;
  readonly drafts: number;
  readonly people: number;
  readonly mails: number;
};

type Wrapped = { readonly id: string; readonly wrappedKey: Uint8Array };

// Where wrapped keys lie, and the column that names the row.
const TABLES = { cases: ['CaseKey', 'caseId'], drafts: ['RequestDraft', 'id'] } as const;

const underOlder = (column: 'cases' | 'drafts', limit: number): Promise<Wrapped[]> => {
  const [table, id] = TABLES[column];
  return db().$queryRaw<
    Wrapped[]
  >`select ${Prisma.raw(`"${id}"::text as id`)}, "wrappedKey" from ${Prisma.raw(`"${table}"`)}
    where "wrappedKey" is not null and position(${currentWrapping()}::bytea in "wrappedKey") <> 1 limit ${limit}`;
};

/** Only where the key still is as it was read: one that was destroyed meanwhile stays destroyed. */
const replace = (kind: 'cases' | 'drafts', { id, wrappedKey }: Wrapped) => {
  const [before, after] = [new Uint8Array(wrappedKey), wrapCaseKey(unwrapCaseKey(wrappedKey))];
  return kind === 'cases'
    ? replaceCaseKey(db(), id, { before, after })
    : db().requestDraft.updateMany({ where: { id, wrappedKey: before }, data: { wrappedKey: after } });
};

async function rewrapAll(kind: 'cases' | 'drafts', onProgress: (done: number) => void): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await underOlder(kind, BATCH);
    if (rows.length === 0) return done;
    for (const row of rows) await replace(kind, row);
    done += rows.length;
    onProgress(done);
  }
}

async function resealPeople(): Promise<number> {
  let done = 0;
  for (const { id, sealedTotp } of await db().staffMember.findMany({ select: { id: true, sealedTotp: true } })) {
    const anew = sealedAnew(sealedTotp, `totp:${id}`);
    if (anew)
      done += (await db().staffMember.updateMany({ where: { id, sealedTotp }, data: { sealedTotp: anew } })).count;
  }
  return done;
}

async function resealMails(): Promise<number> {
  let done = 0;
  for (const { id, sealedMail } of await db().incomingMail.findMany({ select: { id: true, sealedMail: true } })) {
    const anew = sealedMail && sealedAnew(sealedMail, sealedForMail(id));
    if (anew)
      done += (await db().incomingMail.updateMany({ where: { id, sealedMail }, data: { sealedMail: anew } })).count;
  }
  return done;
}

/**
 * Puts everything that an older master key protects under the current one. The data themselves are not touched: each case's own key stays the
 * same and is only wrapped anew. Each row is done or not: a run that is broken off goes on where it ended.
 * @throws when a key is met that MASTER_KEYS does not have
 */
export async function rewrapKeys(onProgress: (done: number) => void = () => undefined): Promise<Rewrapped> {
  const cases = await rewrapAll('cases', onProgress);
  return {
    cases,
    drafts: await rewrapAll('drafts', () => undefined),
    people: await resealPeople(),
    mails: await resealMails(),
  };
}
