import type { CallRefusal } from '@/lib/connectors/call-back-port';
import { KINDS } from '@/lib/connectors/kinds';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { callBackUrl } from '@/lib/features/call-backs/data';
import { type CalledBack, logRefusedCall, takeCall } from '@/lib/features/call-backs/mutations/take-call';
import { controllers } from '@/lib/platform/controllers/registry';

/** Bytes of a call's body. */
const CALL_BACK_BYTES = 4096;

/** `noSuchTask`: nothing waits for that task, or not yet. */
export type CallBackRefusal = CallRefusal | 'tooLarge' | 'noSuchTask';

/** The HTTP status by which each is told. */
export const CALL_BACK_STATUS: Readonly<Record<CallBackRefusal, number>> = {
  closed: 404,
  unsigned: 401,
  outOfTime: 401,
  ownTask: 401,
  tooLarge: 413,
  notACall: 422,
  noSuchTask: 404,
  keyless: 503,
};

/** Takes the call of a system that has done a task, as it came over the wire, once its signature is seen to be of that system. */
export async function takeCallBack(
  controllerId: string,
  systemId: string,
  request: Request,
  now: Date = new Date(),
): Promise<Result<CalledBack, CallBackRefusal>> {
  const system = controllers()
    .get(controllerId)
    ?.dataMap.systems.find(({ id }) => id === systemId);
  const callBack = system && KINDS[system.connector].callBack;
  if (!callBack) return refuse('closed');
  if (Number(request.headers.get('content-length') ?? 0) > CALL_BACK_BYTES) return refuse('tooLarge');
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > CALL_BACK_BYTES) return refuse('tooLarge');
  const own = callBackUrl(controllerId, systemId);
  const call = await callBack(system, { headers: request.headers, body }, { now, own, addresses: process.env });
  if (!call.ok) {
    if (LOGGED.includes(call.reason)) await logRefusedCall(controllerId, systemId, call.reason, now);
    return call;
  }
  const taken = await takeCall({ controllerId, systemId, ...call.value }, now);
  return taken ? ok(taken) : refuse('noSuchTask');
}

const LOGGED: readonly CallRefusal[] = ['unsigned', 'outOfTime', 'ownTask', 'keyless'];
