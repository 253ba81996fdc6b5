import type { Receipt } from '@/lib/domain/case/commands/transmission';
import { upload } from '@/lib/connectors/http/upload';
import { SourceError } from '@/lib/connectors/port';
import { type CaseRow, keyOf } from '@/lib/features/case-file/data/case';
import { controller } from '@/lib/platform/controllers/registry';
import { readBlob } from '@/lib/platform/blobs';
import { db } from '@/lib/platform/db/client';

/** Sends the sealed copy of a case to a controller of its configuration, and says what that answered. @throws SourceError */
export async function transmit(
  row: CaseRow,
  { id, systemId: receiverId }: { readonly id: string; readonly systemId: string },
  signal: AbortSignal,
): Promise<Receipt> {
  const receiver = controller(row.controllerId).definition.receivers.find((one) => one.id === receiverId);
  if (!receiver) throw new SourceError('notConfigured', `no receiver is called ${receiverId} any more`);
  const token = receiver.secretName === null ? null : (process.env[receiver.secretName] ?? '');
  if (token === '') throw new SourceError('notConfigured', `set ${receiver.secretName} to the secret of ${receiverId}`);
  const bundle = await db().bundle.findFirst({
    where: { caseId: row.id, sealedAt: { not: null } },
    orderBy: { createdAt: 'desc' },
  });
  const content = bundle?.blobKey ? await readBlob(bundle.blobKey, keyOf(row)) : null;
  if (!content || !bundle?.sha256 || bundle.sizeBytes === null)
    throw new SourceError('fileGone', 'its file was destroyed on its last day');
  const file = { sha256: bundle.sha256, sizeBytes: Number(bundle.sizeBytes) };
  // The id of the task is the same however often it is tried: who has the file of a try that broke off knows the next one by it.
  const taken = await upload(
    { ...receiver, token },
    { ...file, key: id, name: `${row.reference}.zip`, content },
    signal,
  );
  return { ...file, ...taken };
}
