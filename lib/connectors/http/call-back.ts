import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { z } from 'zod';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { ok, refuse } from '@/lib/domain/result';
import type { CallBack, CallRefusal } from '../call-back-port';
import type { Addresses } from '../open';
import { baseOf } from './login';
import { hmacKey, TASK_ID_PREFIX } from './signature';

/** Seconds by which the clock of the other side may differ from ours: what is older may have been recorded by somebody (Standard Webhooks 1.0). */
export const TOLERANCE_SECONDS = 300;

/** What stands before the 32 bytes of an Ed25519 key in SPKI, RFC 8410. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** What a system calls back with: which task it has done. What came of it, it answers when it is asked again. */
const callBackSchema = z.strictObject({ task: z.string().regex(/^task_[0-9a-f]{32}$/) });

type SignedCall = {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly body: Buffer;
};

/** Whether one of the signatures is of `content`; `name` is that of the scheme. */
type Check = { readonly name: 'v1' | 'v1a'; readonly holds: (content: Buffer, signature: Buffer) => boolean };

/** By what a system proves that it calls: the secret of its logins, or the public key that the data map names. None where it cannot call back. */
function checksOf(system: DataSystem, addresses: Addresses): Check[] {
  const login = system.access?.kind === 'http' ? system.access.login : null;
  if (login?.kind !== 'signed') return [];
  if (login.scheme === 'ed25519') {
    if (login.callBack === null) return [];
    const spki = Buffer.concat([SPKI_HEAD, Buffer.from(login.callBack.replace(/^whpk_/, ''), 'base64')]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return [{ name: 'v1a', holds: (content, signature) => verify(null, content, key, signature) }];
  }
  return [system.urlName, system.writeUrlName].flatMap((name): Check[] => {
    const address = name === null ? undefined : addresses[name];
    if (!address) return [];
    const key = hmacKey(baseOf(address).password);
    const holds = (content: Buffer, signature: Buffer): boolean => {
      const expected = createHmac('sha256', key).update(content).digest();
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    };
    return [{ name: 'v1', holds }];
  });
}

/** Why a call is not one of this system's; null where it is. */
function refusalOfCall(
  system: DataSystem,
  { id, timestamp, signature, body }: SignedCall,
  now: Date,
  addresses: Addresses,
): CallRefusal | null {
  const checks = checksOf(system, addresses);
  if (checks.length === 0) return 'closed';
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const given = signature.split(' ').map((one) => one.split(','));
  const signed = checks.some(({ name, holds }) =>
    given.some(([scheme, text = '']) => scheme === name && holds(content, Buffer.from(text, 'base64'))),
  );
  if (!signed) return 'unsigned';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return 'outOfTime';
  return id.startsWith(TASK_ID_PREFIX) ? 'ownTask' : null;
}

/** A call of Standard Webhooks 1.0 that names a task. */
export const httpCallBack: CallBack = async (system, { headers, body }, { now, addresses }) => {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signature = headers.get('webhook-signature');
  const refusal = refusalOfCall(system, { id, timestamp, signature, body }, now, addresses);
  if (refusal !== null) return refuse(refusal);
  const call = callBackSchema.safeParse(parsed(body));
  return call.success && id !== null ? ok({ callId: id, taskId: call.data.task }) : refuse('notACall');
};

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
