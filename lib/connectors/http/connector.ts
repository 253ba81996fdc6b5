import type { DataSystem } from '@/lib/domain/datamap/types';
import { connectorOver } from '../keyed/alone';
import { keyedReader } from '../keyed/connector';
import type { Connector } from '../port';
import { clientOf, type HttpClient } from './client';
import { probeHttp } from './probe';
import { httpSource } from './source';

/** A service that answers over HTTP as a source. @param address with its login; it is never shown or logged */
export const httpConnector = (system: DataSystem, address: string): Connector =>
  connectorOver(
    (signal) => {
      let client: HttpClient | null = null;
      const reader = () => keyedReader(httpSource(system, (client ??= clientOf(system, address))));
      return {
        collect: async function* (step, options) {
          yield* reader().collect(step, { signal, ...options });
        },
        forms: async (step) => reader().forms(step),
        count: async (step, options) => reader().count(step, { signal, ...options }),
        keys: async (step, at, options) => reader().keys(step, at, { signal, ...options }),
        close: async () => client?.close(),
      };
    },
    () => probeHttp(system, address),
  );
