import 'server-only';
import { writeReceipt } from '@/lib/documents/receipt';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { Locale } from '@/lib/domain/locale';
import { loadDraft } from '@/lib/features/drafts/loaders';
import { keyUrl } from '@/lib/features/fulfilment/data';
import { sentRequest } from '@/lib/features/requester/data/status';
import { loadSession } from '@/lib/features/requester/loaders';
import { controller } from '@/lib/platform/controllers/registry';
import { signingKey } from '@/lib/platform/signing';

type Sent = Awaited<ReturnType<typeof sentRequest>>;

/** What somebody sent from this browser, or has opened in it; null where they have done neither. It says nothing that they did not write. */
export async function loadReceiptFacts(controllerId: string): Promise<Sent | null> {
  const [session, draft] = await Promise.all([loadSession(controllerId), loadDraft(controllerId)]);
  const caseId = session?.caseId ?? (draft.state === 'sent' ? draft.caseId : null);
  return caseId === null ? null : sentRequest(caseId);
}

/** The receipt of such a request, signed now. @param paragraphs what it says, in the requester's language */
export function loadReceipt(
  controllerId: string,
  { reference, receivedAt }: Pick<Sent, 'reference' | 'receivedAt'>,
  locale: Locale,
  paragraphs: readonly string[],
): Promise<Buffer> {
  const { timezone, legalName } = controller(controllerId).definition;
  const { sign, publicKeyPem, keyId } = signingKey();
  return writeReceipt({
    facts: {
      reference,
      locale,
      timezone,
      controller: { legalName },
      receivedOn: localDateOf(receivedAt.toISOString(), timezone),
      madeAt: new Date().toISOString(),
      keyUrl: keyUrl(),
    },
    paragraphs,
    sign,
    publicKeyPem,
    keyId,
  });
}
