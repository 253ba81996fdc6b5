import type { HttpRequest } from '@/lib/domain/datamap/http/types';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { cellText, type DataRecord } from '@/lib/domain/records/json-text';
import { keyedChanger } from '../keyed/changer';
import { keyedEraser } from '../keyed/eraser';
import type { KeyedStore } from '../keyed/store';
import { SourceError } from '../port';
import { clientOf, type HttpClient } from './client';
import { found, httpCollectionIn, httpSource } from './source';
import { rendered, type Values } from './template';

/** A record that has gone already has gone. */
const GONE = [404, 410];

const valuesOf = (record: DataRecord): Values =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, cellText(value)]],
    ),
  );

/** Sends a request about one record. @throws SourceError */
async function about(
  client: HttpClient,
  request: HttpRequest,
  record: DataRecord,
  {
    whole = {},
    accepts = [],
  }: { readonly whole?: Readonly<Record<string, unknown>>; readonly accepts?: readonly number[] },
  signal: AbortSignal,
): Promise<void> {
  const sent = rendered(request, valuesOf(record), whole);
  if (sent === null || /\{[^{}]*\}/.test(sent.path))
    throw new SourceError('badMap', `${request.method} ${request.path}: a record has nothing that could stand there`);
  const answer = await client.ask(sent, { changes: true, accepts }, signal);
  answer.body.destroy();
}

/** The requests of a map as a store. @param address with the login that may change data. @throws SourceError */
function httpStore(system: DataSystem, address: string): KeyedStore {
  const client = clientOf(system, address);
  const of = (step: { readonly collectionId: string }) => httpCollectionIn(system, step);
  return {
    source: httpSource(system, client),
    found: (step, by, signal) => found(client, of(step), step, by, signal),
    how: (step) => {
      const { erase } = of(step);
      return `${step.collectionId}: ${erase === null ? 'nothing' : JSON.stringify(erase)}`;
    },
    erase: (step) => {
      const { erase } = of(step);
      return erase && ((record, signal) => about(client, erase, record, { accepts: GONE }, signal));
    },
    change: (step) => {
      const { change } = of(step);
      // Without a body of its own, a request carries the fields and nothing else.
      const request = change && { ...change, body: change.body ?? ({ kind: 'json', value: '{changes}' } as const) };
      return request && ((record, changes, signal) => about(client, request, record, { whole: { changes } }, signal));
    },
    close: client.close,
  };
}

export const httpEraser = (system: DataSystem, address: string) =>
  keyedEraser(() => httpStore(system, address), system.timeoutSeconds);

/** Null where no collection says how its records are changed. */
export const httpChanger = (system: DataSystem, address: string) =>
  system.collections.some(({ access }) => access?.kind === 'http' && access.change !== null)
    ? keyedChanger(() => httpStore(system, address), system.timeoutSeconds)
    : null;
