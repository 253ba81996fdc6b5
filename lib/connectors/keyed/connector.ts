import type { Reader } from '../port';
import { waysTo } from './follow';
import type { KeyedSource } from './source';

/** A reader over a source that only finds by values: references are followed here. */
export const keyedReader = (source: KeyedSource): Reader => ({
  async *collect(step, options = {}) {
    yield* source.records(step, await waysTo(source, step, options), options);
  },
  forms: (step) => source.forms(step),
  count: async (step, options = {}) => source.count(step, await waysTo(source, step, options), options),
  keys: async (step, at, options = {}) => source.keys(step, await waysTo(source, step, options), at, options),
});
