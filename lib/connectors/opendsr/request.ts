import { createHash } from 'node:crypto';
import type { OpenDsrSystem } from '@/lib/domain/datamap/opendsr/types';
import { type OpenDsrRequest, regulationOf } from '@/lib/domain/law/opendsr';
import type { SubjectRequest } from '../port';
import type { SubjectIdentity } from './identities';

/**
 * The number of a request, in the form of a UUID of version 4 (RFC 9562, 5.4), made from a random one of ours: the same however often it is sent,
 * and another at each processor, so that no two of them can tell that they were asked about the same person.
 */
export function requestIdOf({ workId }: Pick<SubjectRequest, 'workId'>, systemId: string): string {
  const bytes = createHash('sha256').update(`opendsr ${systemId} ${workId}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** OpenDSR 2.0, section 7.1.1. What the map adds for this processor never takes the place of one of these. */
export const bodyOf = (
  { body }: Pick<OpenDsrSystem, 'body'>,
  {
    id,
    type,
    systemId,
    apiVersion,
    identities,
  }: {
    readonly id: string;
    readonly type: OpenDsrRequest;
    readonly systemId: string;
    readonly apiVersion: string;
    readonly identities: readonly SubjectIdentity[];
  },
  { submittedAt, regimes, callBackUrl }: SubjectRequest,
): Readonly<Record<string, unknown>> => ({
  ...body,
  regulation: regulationOf(regimes),
  subject_request_id: id,
  subject_request_type: type,
  submitted_time: submittedAt,
  subject_identities: identities,
  api_version: apiVersion,
  status_callback_urls: [callBackUrl(systemId)],
});
