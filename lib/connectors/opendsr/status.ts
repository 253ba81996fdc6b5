import { z } from 'zod';
import { SourceError } from '../port';

/** OpenDSR 2.0, section 8. */
const statusSchema = z.looseObject({
  subject_request_id: z.string(),
  request_status: z.enum(['pending', 'in_progress', 'completed', 'cancelled']),
  expected_completion_time: z.string().nullish(),
  results_url: z.string().nullish(),
  results_count: z.number().nullish(),
  status_callback_url: z.string().nullish(),
});

/** What a processor says of a request. `waits`: it has taken it, and not done it yet. */
export type Status = {
  readonly requestId: string;
  readonly state: 'waits' | 'completed' | 'cancelled';
  readonly expectedAt: Date | null;
  readonly resultsUrl: string | null;
  readonly resultsCount: number | null;
  readonly callBackUrl: string | null;
};

const STATES = { pending: 'waits', in_progress: 'waits', completed: 'completed', cancelled: 'cancelled' } as const;

/** A time of RFC 3339; null where it is none. */
export function timeOf(written: unknown): Date | null {
  const at = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
}

/** The status in the body of a message; null where the body holds none. */
export function statusIn(body: Buffer): Status | null {
  const read = statusSchema.safeParse(jsonIn(body));
  if (!read.success) return null;
  const { subject_request_id: requestId, request_status: status, results_count: count } = read.data;
  return {
    requestId: requestId.toLowerCase(),
    state: STATES[status],
    expectedAt: timeOf(read.data.expected_completion_time),
    resultsUrl: read.data.results_url ?? null,
    resultsCount: count ?? null,
    callBackUrl: read.data.status_callback_url ?? null,
  };
}

/** What a JSON body holds; null where it is none. */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** A request that its processor has dropped is for people to see to. */
export const cancelled = (): SourceError =>
  new SourceError('byPerson', 'the processor has cancelled the request: ask it why, and see to it otherwise');
