import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { db } from '@/lib/platform/db/client';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { collecting } from '@/tests/integration/requests/walk';

export const never = new AbortController().signal;

export const PDF = new TextEncoder().encode('%PDF-1.7\nWe agree.\n%%EOF\n');

export const newestInquiry = (caseId: string) =>
  db().inquiry.findFirstOrThrow({ where: { caseId }, orderBy: { attempt: 'desc' }, include: { mails: true } });

/** A case whose shop has answered and whose papers somebody is asked for. */
export async function asked(given: Parameters<typeof collecting>[0] = {}) {
  const { caseId, reference } = await collecting(given);
  const tasks = await db().collectionTask.findMany({ where: { caseId } });
  for (const { id } of tasks) await collectFromSystem(id, never);
  const inquiry = await newestInquiry(caseId);
  const papers = tasks.find(({ systemId }) => systemId === 'papers')!;
  return {
    caseId,
    reference,
    taskId: papers.id,
    inquiry,
    token: mailedToken('inquiry', inquiry.id, inquiry.tokenHash)!,
  };
}

/** The form of the page as a browser sends it. */
export function formOf(token: string, fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  form.set('token', token);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

export const contract = (bytes: Uint8Array<ArrayBuffer> = PDF, name = 'Vertrag Gonçalves.pdf'): File =>
  new File([bytes], name, { type: 'application/pdf' });

export const FOUND = { 'result-papers-contracts': 'found', 'text-papers-contracts': 'A contract of 2019.' };
