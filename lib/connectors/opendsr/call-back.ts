import { createHash, type KeyObject } from 'node:crypto';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { ok, refuse } from '@/lib/domain/result';
import type { CallBack } from '../call-back-port';
import { SourceError } from '../port';
import { domainFor, withProcessor } from './processor';
import { domainOf, isSigned } from './signed';
import { statusIn } from './status';

// A key is asked for again after so long, and one that could not be had sooner: whoever forges calls causes no more than that.
const KEPT_MS = 10 * 60_000;
const MISSED_MS = 60_000;
const KEY_SECONDS = 20;

type Held = { readonly key: KeyObject | null; readonly until: number };

const keys = new WeakMap<DataSystem, Promise<Held>>();

async function fetchKey(system: DataSystem, address: string, now: Date): Promise<Held> {
  const signal = AbortSignal.timeout(KEY_SECONDS * 1000);
  try {
    const key = await withProcessor(system, address, signal, (processor) => processor.key());
    return { key, until: now.getTime() + KEPT_MS };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    return { key: null, until: now.getTime() + MISSED_MS };
  }
}

async function keyOf(system: DataSystem, address: string, now: Date): Promise<KeyObject | null> {
  const held = await keys.get(system);
  if (held && now.getTime() < held.until) return held.key;
  const fetching = fetchKey(system, address, now);
  keys.set(system, fetching);
  return (await fetching).key;
}

/**
 * A processor tells of a new status of a request. What it says there is looked at no further: it is asked for the status again, and that counts.
 * The key is fetched only for a call that is of its domain and for this address.
 */
export const openDsrCallBack: CallBack = async (system, { headers, body }, { now, own, addresses }) => {
  const address = [system.urlName, system.writeUrlName].flatMap((name) => (name && addresses[name]) || [])[0];
  if (address === undefined) return refuse('closed');
  const message = { body, header: (name: string) => headers.get(name) };
  const domain = domainFor(system, address);
  const status = statusIn(body);
  if (domainOf(message) !== domain || status?.callBackUrl !== own) return refuse('unsigned');
  const key = await keyOf(system, address, now);
  if (key === null) return refuse('keyless');
  return isSigned(message, domain, key)
    ? ok({ callId: createHash('sha256').update(body).digest('hex'), taskId: status.requestId })
    : refuse('unsigned');
};
