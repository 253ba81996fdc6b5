import type { SubjectRequest } from '@/lib/connectors/port';
import type { RegimeId } from '@/lib/domain/law/types';
import { env } from '@/lib/platform/env';

/** Where a system calls back. */
export const callBackUrl = (controllerId: string, systemId: string): string =>
  `${env().BASE_URL}/api/tasks/${encodeURIComponent(controllerId)}/${encodeURIComponent(systemId)}`;

/** The request of a case as systems are told of it that want to know. @param workId of the job that asks them */
export const subjectRequest = (
  { controllerId, receivedAt }: { readonly controllerId: string; readonly receivedAt: Date },
  workId: string,
  regimes: readonly RegimeId[],
): SubjectRequest => ({
  workId,
  submittedAt: receivedAt.toISOString(),
  regimes,
  callBackUrl: (systemId) => callBackUrl(controllerId, systemId),
});
