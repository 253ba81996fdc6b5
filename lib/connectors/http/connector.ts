import type { DataSystem } from '@/lib/domain/datamap/types';
import { keyedReader } from '../keyed/connector';
import type { Connector, OpenReader } from '../port';
import { clientOf, type HttpClient } from './client';
import { probeHttp } from './probe';
import { httpSource } from './source';

/** A service that answers over HTTP as a source. @param address with its login; it is never shown or logged */
export function httpConnector(system: DataSystem, address: string): Connector {
  const reading = (signal?: AbortSignal): OpenReader => {
    let client: HttpClient | null = null;
    const reader = () => keyedReader(httpSource(system, (client ??= clientOf(system, address))));
    const heard = <T extends { readonly signal?: AbortSignal }>(options?: T) => ({ signal, ...options });
    return {
      collect: async function* (step, options) {
        yield* reader().collect(step, heard(options));
      },
      forms: async (step) => reader().forms(step),
      count: async (step, options) => reader().count(step, heard(options)),
      keys: async (step, at, options) => reader().keys(step, at, heard(options)),
      close: async () => client?.close(),
    };
  };
  /** One call with lines of its own. */
  const alone = async <T>(work: (reader: OpenReader) => Promise<T>): Promise<T> => {
    const reader = reading();
    try {
      return await work(reader);
    } finally {
      await reader.close();
    }
  };
  return {
    probe: () => probeHttp(system, address),
    async *collect(step, options) {
      const reader = reading();
      try {
        yield* reader.collect(step, options);
      } finally {
        await reader.close();
      }
    },
    forms: (step) => alone((reader) => reader.forms(step)),
    count: (step, options) => alone((reader) => reader.count(step, options)),
    keys: (step, at, options) => alone((reader) => reader.keys(step, at, options)),
    reading,
  };
}
