import { keyPlacesOf, placeName } from '@/lib/domain/datamap/reach';
import type { Collection, DataSystem } from '@/lib/domain/datamap/types';
import type { HttpFind } from '@/lib/domain/datamap/http/types';
import { SourceError, type Probe } from '../port';
import { clientOf, type HttpClient } from './client';
import { recordsOfPages } from './pages';
import { httpCollectionIn } from './source';
import { rendered } from './template';

// Values that nobody has: RFC 2606 keeps the name free, and no country has the code.
const NOBODY: Readonly<Record<string, string>> = { email: 'nobody@rightsdesk.invalid', phone: '+999000000000' };

// A key that is not there may well be answered so, and says nothing against the path.
const UNKNOWN_KEY = [400, 404, 410, 422];

/** Asks for somebody who is not there, in each way in which a collection is asked for by an identity. @throws SourceError */
async function ask(client: HttpClient, collection: Collection, find: HttpFind, signal: AbortSignal): Promise<void> {
  const matches = find.by.map((place) =>
    keyPlacesOf(collection).find((one) => placeName(one.place) === placeName(place)),
  );
  const byIdentity = matches.every((one) => one?.identity);
  const values = Object.fromEntries(
    find.by.map((place, n) => [placeName(place), NOBODY[matches[n]?.match ?? ''] ?? '0']),
  );
  const request = rendered(find.request, values);
  if (request === null) return;
  const asked = byIdentity ? find : { ...find, none: [...find.none, ...UNKNOWN_KEY] };
  for await (const record of recordsOfPages(client, request, asked, signal)) {
    if (find.answers === 'more' || !byIdentity || !record) return;
    throw new SourceError(
      'badMap',
      `${request.shown} finds records of somebody who cannot be there: it does not look at ${find.by.map(placeName).join(' and ')}`,
    );
  }
}

/** Whether a service answers, takes the login, and knows the requests of its part of the map. */
export async function probeHttp(system: DataSystem, address: string): Promise<Probe> {
  let client: HttpClient | null = null;
  try {
    client = clientOf(system, address);
    const signal = AbortSignal.timeout(system.timeoutSeconds * 1000);
    for (const collection of system.collections)
      for (const find of httpCollectionIn(system, { collectionId: collection.id }).find)
        await ask(client, collection, find, signal);
    return { ok: true, readOnly: false, server: new URL(address).host, drift: [] };
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    return { ok: false, reason: cause.reason, detail: cause.detail };
  } finally {
    client?.close();
  }
}
