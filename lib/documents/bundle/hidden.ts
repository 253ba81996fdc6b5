import type { WrittenCategory } from './contents';
import type { Meter } from './progress';
import { CHUNK_LENGTH } from './record-files';
import type { BundleInput } from './write';

/** Every place where something is hidden, for programs: one JSON array, a place a line. The mark in the data itself is a text for people. */
export async function* hiddenFile(
  { facts, hidden }: Pick<BundleInput, 'facts' | 'hidden'>,
  categories: readonly WrittenCategory[],
  meter: Meter,
): AsyncGenerator<string> {
  const concerned = new Set(facts.withheld.map(({ collectionId }) => collectionId));
  let text = '[';
  let places = 0;
  for (const { category, paths, count } of categories) {
    if (!concerned.has(category.collectionId)) continue;
    for await (const place of hidden(category.collectionId)) {
      text += `${places++ === 0 ? '' : ','}\n${JSON.stringify({ file: paths.json, ...place })}`;
      meter.during(place.record ?? 0);
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = '';
    }
    meter.passed(count);
  }
  yield places === 0 ? '[]\n' : `${text}\n]\n`;
}
