import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/domain/case/actor';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { searchOf } from '@/lib/domain/datamap/sought';
import type { DataRecord } from '@/lib/domain/records/json-text';
import { type GivenAnswer, type WhyNotApplicable } from '@/lib/domain/inquiry/answer';
import { documentKind, documentName } from '@/lib/domain/inquiry/document-kind';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { keyOf, lockedCase } from '@/lib/features/case-file/data/case';
import { addPart, type CollectedDocument } from '@/lib/features/case-file/upkeep/collecting';
import { keepInquiryAnswer } from '@/lib/features/case-file/upkeep/inquiry-mail';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { keptBy } from '@/lib/features/collection/data/records';
import { inquiryByToken, openInquiry, whyClosed } from '@/lib/features/inquiries/data';
import type { InquiryRefusal, OpenInquiry } from '@/lib/features/inquiries/types';
import { deleteBlob, putBlob } from '@/lib/platform/blobs';
import { controller } from '@/lib/platform/controllers/registry';
import { transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { sealJson } from '@/lib/platform/vault/case-key';
import { logInquiry } from './log-inquiry';

const PORTAL: Actor = { kind: 'system', id: 'portal' };

/** Somebody else answered, or asked anew, while this answer was being kept. Carries no personal data. */
class Closed extends Error {
  constructor(readonly reason: InquiryRefusal) {
    super(reason);
  }
}

type Kept = {
  readonly collectionId: string;
  readonly blobKey: string;
  readonly records: number;
  readonly bytes: number;
};

/**
 * Takes the answer of a system's owner as what the system answered: what they wrote and handed in is sealed as records, its documents beside
 * them. Of two answers that come at once one is taken, whole.
 * @param answers one for each collection that is asked about, without a problem
 */
export async function answerInquiry(
  token: string,
  answers: readonly GivenAnswer[],
  note: string,
  at: Date,
): Promise<Result<null, InquiryRefusal>> {
  const opened = await openInquiry(token, at);
  if (!opened.ok) return opened;
  const open = opened.value;
  const documents: CollectedDocument[] = [];
  const parts: Kept[] = [];
  try {
    for (const answer of answers.filter(({ result }) => result === 'found'))
      parts.push(await keepPart(open, answer.collectionId, await recordsOf(open, answer, documents)));
    await transaction(async (tx) => {
      await lockedCase(tx, open.row.id);
      const now = await inquiryByToken(token, tx);
      const closed = now === null ? 'wrong' : whyClosed(now, at);
      if (closed) throw new Closed(closed);
      for (const { collectionId, records, bytes, blobKey } of parts)
        await addPart(tx, ownTry(open), { collectionId, partNo: 0, firstRecord: 0, records, bytes, blobKey });
      const sealedNote = note === '' ? null : sealJson(keyOf(open.row), note, `inquiry:${open.id}`);
      await keepInquiryAnswer(tx, { ...ownTry(open), inquiryId: open.id }, documents, sealedNote);
      const recorded = await handleIn(
        tx,
        open.row.id,
        {
          type: 'RecordSourceAnswer',
          systemId: open.system.id,
          attempt: open.attempt,
          inquiryId: open.id,
          collections: collectionsAnswered(open, answers, parts),
          kept: await keptBy(tx, open.taskId, open.attempt),
        },
        PORTAL,
        { at },
      );
      if (!recorded.ok) throw new Closed('ended');
    });
    return ok(null);
  } catch (error) {
    for (const { blobKey } of [...documents, ...parts]) await deleteBlob(blobKey);
    if (!(error instanceof Closed)) throw error;
    await logInquiry(open.id, { kind: 'InquiryRefused', reason: error.reason }, at);
    return refuse(error.reason);
  }
}

const ownTry = ({ row, taskId, attempt }: OpenInquiry) => ({ caseId: row.id, taskId, attempt });

/** What was written as one record, and each document as another; by what the person was looked for stands in each. */
async function recordsOf(
  { row, asked, known }: OpenInquiry,
  { collectionId, text, documents: given }: GivenAnswer,
  documents: CollectedDocument[],
): Promise<DataRecord[]> {
  const fields = asked.find(({ collection }) => collection.id === collectionId)?.collection.fields ?? [];
  const soughtBy = Object.fromEntries(
    fields.flatMap(({ name, identity }) =>
      identity === null ? [] : [[name, known.identities[identity]?.[0] ?? null]],
    ),
  );
  const nothing = { text: null, document: null, mediaType: null, bytes: null, sha256: null };
  const records: DataRecord[] = text.trim() === '' ? [] : [{ ...soughtBy, ...nothing, text: text.trim() }];
  for (const { name, bytes } of given) {
    const kind = documentKind(name, bytes);
    if (typeof kind === 'string') throw new Error(`a document that is ${kind} was let through`);
    const [id, called] = [newId(), documentName(name)];
    const kept = {
      id,
      collectionId,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: kind.mediaType,
      bytes: bytes.length,
      sealedName: sealJson(keyOf(row), called, `document:${id}`),
      blobKey: `cases/${row.id}/documents/${id}`,
    };
    await putBlob(kept.blobKey, keyOf(row), [bytes]);
    documents.push(kept);
    const { sha256, mediaType } = kept;
    records.push({ ...soughtBy, ...nothing, document: called, mediaType, bytes: bytes.length, sha256 });
  }
  return records;
}

async function keepPart(open: OpenInquiry, collectionId: string, records: readonly DataRecord[]): Promise<Kept> {
  const lines = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const blobKey = `cases/${open.row.id}/parts/${open.taskId}/${open.attempt}/${newId()}`;
  await putBlob(blobKey, keyOf(open.row), [lines]);
  return { collectionId, blobKey, records: records.length, bytes: lines.length };
}

function collectionsAnswered(
  { row, system, known, asked, notApplicable }: OpenInquiry,
  answers: readonly GivenAnswer[],
  parts: readonly Kept[],
): CollectionAnswer[] {
  const { dataMap } = controller(row.controllerId);
  const sought = searchOf(dataMap, known, collectionPlan(dataMap, known.identities));
  const unasked = notApplicable.map(({ collectionId, reason }) => ({ collectionId, reason }));
  const byOwner = answers
    .filter(({ result }) => result === 'notApplicable')
    .map(({ collectionId, reason }) => ({ collectionId, reason: reason as WhyNotApplicable }));
  return [
    ...[...unasked, ...byOwner].map(({ collectionId, reason }) => ({
      collectionId,
      result: 'notApplicable' as const,
      reason,
      records: 0,
      sought: sought(collectionId, []),
    })),
    ...asked
      .filter(({ collection }) => !byOwner.some(({ collectionId }) => collectionId === collection.id))
      .map(({ collection: { id }, step }) => {
        const records = parts.find(({ collectionId }) => collectionId === id)?.records ?? 0;
        const kinds = step.where.flatMap((one) => (one.kind === 'identity' ? [one.identity] : []));
        return {
          collectionId: id,
          result: records > 0 ? ('found' as const) : ('nothing' as const),
          reason: null,
          records,
          sought: sought(
            id,
            kinds.map((kind) => ({ kind, form: 'byPerson' as const })),
          ),
        };
      }),
  ].filter(({ collectionId }) => system.collections.some(({ id }) => id === collectionId));
}
