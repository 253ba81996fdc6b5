import { type CallRefusal, refusalOfCall } from '@/lib/connectors/http/call-back';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { callBackSchema, CALL_BACK_BYTES } from '@/lib/features/call-backs/schema';
import { type CalledBack, logRefusedCall, takeCall } from '@/lib/features/call-backs/mutations/take-call';
import { controllers } from '@/lib/platform/controllers/registry';

/** `notACall`: signed, and no word about a task. `noSuchTask`: nothing waits for that task, or not yet. */
export type CallBackRefusal = CallRefusal | 'tooLarge' | 'notACall' | 'noSuchTask';

/** The HTTP status by which each is told. */
export const CALL_BACK_STATUS: Readonly<Record<CallBackRefusal, number>> = {
  closed: 404,
  unsigned: 401,
  outOfTime: 401,
  ownTask: 401,
  tooLarge: 413,
  notACall: 422,
  noSuchTask: 404,
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
  if (!system) return refuse('closed');
  if (Number(request.headers.get('content-length') ?? 0) > CALL_BACK_BYTES) return refuse('tooLarge');
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > CALL_BACK_BYTES) return refuse('tooLarge');
  const id = request.headers.get('webhook-id');
  const timestamp = request.headers.get('webhook-timestamp');
  const signature = request.headers.get('webhook-signature');
  const refusal = refusalOfCall(system, { id, timestamp, signature, body }, now);
  if (refusal !== null) {
    if (refusal !== 'closed') await logRefusedCall(controllerId, systemId, refusal, now);
    return refuse(refusal);
  }
  const call = callBackSchema.safeParse(parsed(body));
  if (!call.success || id === null) return refuse('notACall');
  const taken = await takeCall({ controllerId, systemId, callId: id, taskId: call.data.task }, now);
  return taken ? ok(taken) : refuse('noSuchTask');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
