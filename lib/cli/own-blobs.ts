import { blobStore } from '@/lib/platform/blob-store/open';
import { log } from '@/lib/platform/log';
import { OperatorError } from '@/lib/platform/operator-error';

/**
 * Goes on only where encrypted files are kept. A store that is away for the moment stops nobody: pages and mails need it rarely, and jobs are tried again.
 * @returns where they lie
 * @throws OperatorError in words for what no further try mends: the bucket, the credentials, rights, a folder that may not be written into
 */
export async function requireBlobs(): Promise<string> {
  const probed = await blobStore().probe();
  if (probed.ok) {
    for (const warning of probed.warnings) log('warn', 'blobsWarning', { warning });
    return probed.place;
  }
  if (probed.lasting) throw new OperatorError(probed.problem);
  log('error', 'blobsAway', { problem: probed.problem });
  return `away for now: ${probed.problem}`;
}
