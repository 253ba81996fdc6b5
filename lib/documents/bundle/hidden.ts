import type { WrittenCategory } from './contents';
import type { BundleInput } from './write';

/** Every place where something is hidden, for programs: one JSON array, a place a line. The mark in the data itself is a text for people. */
export async function* hiddenFile({ facts, hidden }: Pick<BundleInput, 'facts' | 'hidden'>, categories: readonly WrittenCategory[]): AsyncGenerator<string> {
  const concerned = new Set(facts.withheld.map(({ collectionId }) => collectionId));
  let before = '[';
  for (const { category, paths } of categories) {
    if (!concerned.has(category.collectionId)) continue;
    for await (const place of hidden(category.collectionId)) {
      yield `${before}\n${JSON.stringify({ file: paths.json, ...place })}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
