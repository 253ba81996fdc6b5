import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { IndexEntry } from '@/lib/features/case-file/types/index-entry';
import type { Db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { newId } from '@/lib/platform/ids';
import { type CaseKey, sealJson, wrapCaseKey } from '@/lib/platform/vault/case-key';

/** What a case is opened with. `entries` are what it is searched by, `indexedAs` the mark of their forms and key. */
export type Opening = {
  readonly controllerId: string;
  readonly reference: string;
  readonly answers: SubmittedAnswers;
  readonly channel: string;
  readonly receivedAt: Date;
  readonly indexedAs: string;
  readonly entries: readonly IndexEntry[];
};

/** The submission, which never changes again, and the case that it opens with a key of its own. @returns the id of the case */
export async function openCase(tx: Db, key: CaseKey, opening: Opening): Promise<string> {
  const { controllerId, reference, answers, channel, receivedAt, indexedAs, entries } = opening;
  const { locale, residence, forWhom } = answers;
  const [caseId, requestId] = [newId(), newId()];
  const sealedAnswers = sealJson(key, answers, `answers:${requestId}`);
  await tx.rightsRequest.create({
    data: { id: requestId, controllerId, reference, locale, channel, receivedAt, sealedAnswers },
  });
  await tx.case.create({
    data: {
      id: caseId,
      requestId,
      controllerId,
      reference,
      locale,
      residence,
      forWhom,
      findable: Object.keys(dataSubjectOf(answers).identifiers).length > 0,
      receivedAt,
      // All three follow from the rights, which have their rows after it.
      state: 'received',
      dueOn: receivedAt,
      nextStep: 'none',
      key: { create: { wrappedKey: wrapCaseKey(key) } },
      indexedAs,
      blindIndex: { create: [...entries] },
    },
  });
  return caseId;
}

/** What an event changes in the case's own row besides its state. */
export type CaseColumns = Omit<Prisma.CaseUncheckedUpdateInput, 'id' | 'state' | 'version'>;

export async function changeCase(tx: Db, caseId: string, columns: CaseColumns): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: columns });
}

/** What somebody had before their eyes is another version now. */
export async function countVersion(tx: Db, caseId: string): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: { version: { increment: 1 } } });
}
