import type { Connector, OpenReader, Probe } from '../port';

/** A connector whose calls each have a reading of their own. */
export function connectorOver(reading: (signal?: AbortSignal) => OpenReader, probe: () => Promise<Probe>): Connector {
  const alone = async <T>(work: (reader: OpenReader) => Promise<T>): Promise<T> => {
    const reader = reading();
    try {
      return await work(reader);
    } finally {
      await reader.close();
    }
  };
  return {
    probe,
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
