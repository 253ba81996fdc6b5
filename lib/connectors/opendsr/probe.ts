import { keyPlacesOf, placeName } from '@/lib/domain/datamap/reach';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { COPY_REQUESTS, ERASURE_REQUEST } from '@/lib/domain/law/opendsr';
import { within } from '../keyed/store';
import { type Probe, SourceError } from '../port';
import { type Discovery } from './discovery';
import { FORMATS } from './identities';
import { withProcessor } from './processor';

/** What of the map a processor cannot be asked, a sentence each. */
export function unsupported({ collections, writeUrlName }: DataSystem, { types, identities }: Discovery): string[] {
  const known = [
    ...new Set(
      identities.filter(({ format }) => (FORMATS as readonly string[]).includes(format)).map(({ type }) => type),
    ),
  ];
  const names = collections.flatMap((collection) =>
    keyPlacesOf(collection).flatMap(({ place, identity, references }) =>
      (identity !== null || references.length > 0) && !known.includes(placeName(place)) ? [placeName(place)] : [],
    ),
  );
  return [
    ...(COPY_REQUESTS.some((type) => types.includes(type))
      ? []
      : ['takes no request for a copy, so that its owner is asked for each']),
    ...(writeUrlName === null || types.includes(ERASURE_REQUEST)
      ? []
      : ['takes no erasure, so that a person sees to each']),
    ...names.map((name) => `knows nobody by "${name}"; it knows people by ${known.join(', ') || 'nothing'}`),
  ];
}

/** Whether a processor answers, publishes a certificate that is believed, and takes what the map has it asked. */
export async function probeProcessor(system: DataSystem, address: string): Promise<Probe> {
  try {
    return await withProcessor(system, address, within(system.timeoutSeconds), async ({ discovered, key, domain }) => {
      const drift = unsupported(system, await discovered());
      await key();
      return { ok: true, readOnly: false, server: domain, drift };
    });
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    return { ok: false, reason: cause.reason, detail: cause.detail };
  }
}
