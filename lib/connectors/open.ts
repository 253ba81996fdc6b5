import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Changer } from './change-port';
import type { Eraser } from './erase-port';
import { KINDS } from './kinds';
import { SourceError, type Connector, type Reader, type SourceFailure, type SubjectRequest } from './port';
import { CHANGING, type Step, STEPS } from './system-kind';

/** Where the addresses of source systems stand: `process.env`, or what a test or a preview gives instead. */
export type Addresses = Readonly<Record<string, string | undefined>>;

/** Stands for a system that nothing can read, so that the case names it as failed instead of not asking it. */
function refusing(reason: SourceFailure, detail: string): Connector {
  const refuse = (): never => {
    throw new SourceError(reason, detail);
  };
  const reader: Reader = {
    collect: async function* () {
      refuse();
    },
    forms: async () => refuse(),
    count: async () => refuse(),
    keys: async () => refuse(),
  };
  return {
    ...reader,
    probe: async () => ({ ok: false, reason, detail }),
    reading: () => ({ ...reader, close: async () => undefined }),
  };
}

const addressOf = (name: string | null, addresses: Addresses): string | null =>
  (name === null ? null : addresses[name]) || null;

/** The connector of a system. Opens nothing yet. @param request for whom it is asked */
export function openConnector(
  system: DataSystem,
  addresses: Addresses = process.env,
  request: SubjectRequest | null = null,
): Connector {
  const { asks, collect, probe } = KINDS[system.connector];
  if (collect === null)
    return { ...refusing('byPerson', 'its owner has to be asked'), probe: () => probe(system, '', request).probe() };
  const address = addressOf(system.urlName, addresses);
  return address === null
    ? refusing('notConfigured', `set ${system.urlName} to ${asks}`)
    : collect(system, address, request);
}

/** Whether a person is asked for what a system holds, because nothing reads it. */
export const isAskedOfPerson = ({ connector }: DataSystem): boolean => KINDS[connector].collect === null;

/** Whether a system is asked for the request of a person alone, and not to try a map. */
export const isForRequests = ({ connector }: DataSystem): boolean => KINDS[connector].onlyForRequests;

/** What erases from a system, or null where a person does: its kind cannot, or nobody gave a login for changing. Opens nothing yet. */
export function openEraser(
  system: DataSystem,
  addresses: Addresses = process.env,
  request: SubjectRequest | null = null,
): Eraser | null {
  const address = addressOf(system.writeUrlName, addresses);
  return address === null ? null : (KINDS[system.connector].erase?.(system, address, request) ?? null);
}

/** What takes a preference, a correction or a restriction in a system, or null where a person does. Opens nothing yet. */
export function openChanger(
  system: DataSystem,
  step: 'rectify' | 'restrict' | 'setPreference',
  addresses: Addresses = process.env,
): Changer | null {
  const address = addressOf(system.writeUrlName, addresses);
  return address === null ? null : (KINDS[system.connector][step]?.(system, address, null) ?? null);
}

/** The steps that a person has to take in a system: its kind has nothing for them, or nobody gave the login. */
export const byPerson = (system: DataSystem, addresses: Addresses = process.env): Step[] =>
  STEPS.filter((step) => {
    const opens = KINDS[system.connector][step];
    if (opens === null || !CHANGING.includes(step)) return opens === null;
    const address = addressOf(system.writeUrlName, addresses);
    return (
      address === null || (step !== 'introspect' && KINDS[system.connector][step]?.(system, address, null) === null)
    );
  });
