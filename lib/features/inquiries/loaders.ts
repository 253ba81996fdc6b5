import 'server-only';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { endingOf } from '@/lib/domain/inquiry/document-kind';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { answersOf } from '@/lib/features/case-file/data/case';
import { logInquiry, recordDocumentRead } from '@/lib/features/inquiries/mutations/log-inquiry';
import { readBlob } from '@/lib/platform/blobs';
import { controller } from '@/lib/platform/controllers/registry';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { withinLimit } from '@/lib/platform/rate-limit';
import { unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { documentOf, openInquiry } from './data';
import { inquiryTokenSchema } from './schema';
import type { InquiryRefusal, InquiryView, OpenInquiry } from './types';

const VIEWS_PER_HOUR = 120;

/** What the page of a link shows. That it was shown is a line of the log, as is a link that works no more. */
export async function loadInquiry(token: string, now: Date = new Date()): Promise<Result<InquiryView, InquiryRefusal>> {
  if (!inquiryTokenSchema.safeParse(token).success || !(await withinLimit('inquiry', token, VIEWS_PER_HOUR, 3600, now)))
    return { ok: false, reason: 'wrong' };
  const opened = await openInquiry(token, now);
  if (!opened.ok) {
    if (opened.detail !== undefined)
      await logInquiry(opened.detail, { kind: 'InquiryRefused', reason: opened.reason }, now);
    return opened;
  }
  await logInquiry(opened.value.id, { kind: 'InquiryRead' }, now);
  return ok(await viewOf(opened.value));
}

async function viewOf({ row, system, known, asked, answerBy }: OpenInquiry): Promise<InquiryView> {
  const { definition } = controller(row.controllerId);
  const kinds = new Set(
    asked.flatMap(({ step }) => step.where.flatMap((one) => (one.kind === 'identity' ? [one.identity] : []))),
  );
  return {
    controller: definition.name,
    system: system.name.en,
    answerBy,
    name: dataSubjectOf(await answersOf(row)).name,
    knownBy: [...kinds].map((kind) => ({
      kind,
      label: labelOf(kind, definition.identifiers.find((one) => one.kind === kind)?.label?.en),
      values: [...new Set(known.identities[kind] ?? [])],
    })),
    questions: asked.map(({ collection: { id, title, description } }) => ({
      id,
      title: title.en,
      description: description.en,
    })),
  };
}

const labelOf = (kind: string, own: string | undefined): string =>
  kind === 'email' || kind === 'phone' ? t(`inquiry.kind.${kind}`) : (own ?? kind);

/** A document of a case with its bytes, or null where the case has none of this id. */
export async function loadDocument(staffId: string, caseId: AuthorizedCaseId, id: string, now: Date = new Date()) {
  const found = z.uuid().safeParse(id).success ? await documentOf(caseId, id) : null;
  const wrappedKey = found?.case.key?.wrappedKey;
  if (!found || !wrappedKey) return null;
  const { mediaType, bytes, blobKey, collectionId } = found;
  const { controllerId, reference } = found.case;
  const content = await readBlob(blobKey, unwrapCaseKey(wrappedKey));
  if (!content) return null;
  await recordDocumentRead(staffId, { caseId, controllerId, reference, documentId: id, collectionId }, now);
  const stream = Readable.toWeb(Readable.from(content));
  return { id, mediaType, bytes, ending: endingOf(mediaType), body: stream as ReadableStream<Uint8Array> };
}
