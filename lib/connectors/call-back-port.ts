import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Result } from '@/lib/domain/result';
import type { Addresses } from './open';

/** A call as it came over the wire. */
export type IncomingCall = { readonly headers: Headers; readonly body: Buffer };

/** A call that is seen to be of its system. `callId`: the same however often it is sent. */
export type VerifiedCall = { readonly callId: string; readonly taskId: string };

/**
 * Why a call is none of a system's. `closed`: it has no way to call back. `unsigned`: no signature of its is on it. `ownTask`: it is a task of
 * ours that somebody sent back to us. `notACall`: signed, and no word about a task. `keyless`: by what it signs cannot be had just now.
 */
export type CallRefusal = 'closed' | 'unsigned' | 'outOfTime' | 'ownTask' | 'notACall' | 'keyless';

/** @param own the address at which the call came */
export type CallBack = (
  system: DataSystem,
  call: IncomingCall,
  about: { readonly now: Date; readonly own: string; readonly addresses: Addresses },
) => Promise<Result<VerifiedCall, CallRefusal>>;
