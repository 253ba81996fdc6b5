import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Eraser } from './erase-port';
import { SourceError, type Connector, type Reader } from './port';
import { postgresConnector } from './postgres/connector';
import { postgresEraser } from './postgres/erase/eraser';

/** Where the addresses of source systems stand: `process.env`, or what a test or a preview gives instead. */
export type Addresses = Readonly<Record<string, string | undefined>>;

/** Stands for a system without an address, so that the case names it as failed instead of not asking it. */
function notConfigured({ urlName }: DataSystem): Connector {
  const detail = `set ${urlName} to the address of the database with a login that can only read`;
  const refuse = (): never => {
    throw new SourceError('notConfigured', detail);
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
    probe: async () => ({ ok: false, reason: 'notConfigured', detail }),
    reading: () => ({ ...reader, close: async () => undefined }),
  };
}

/** The connector of a system. Opens nothing yet. */
export function openConnector(system: DataSystem, addresses: Addresses = process.env): Connector {
  const url = addresses[system.urlName];
  if (url === undefined || url === '') return notConfigured(system);
  switch (system.connector) {
    case 'postgres':
      return postgresConnector(system, url);
  }
}

/** What erases from a system, or null where no login for changing was given: a person does it then. Opens nothing yet. */
export function openEraser(system: DataSystem, addresses: Addresses = process.env): Eraser | null {
  const url = system.writeUrlName === null ? undefined : addresses[system.writeUrlName];
  if (url === undefined || url === '') return null;
  switch (system.connector) {
    case 'postgres':
      return postgresEraser(system, url);
  }
}
