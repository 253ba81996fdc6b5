import { localText } from './local-text';
import type { DatasetEntry, WrittenFacts } from './schema';
import type { Source } from './types';
import { byLocale, type Locale } from '../locale';
import { MAP_WORDS } from './words.generated';

/** Art. 15(1)(g) GDPR asks for the source only where it is not the person; it is said in each case, because people wonder. */
const sayOf = (kind: 'subject' | 'observed' | 'derived'): Source => ({
  kind,
  text: byLocale((locale) => MAP_WORDS[locale][`source.${kind}`]),
});

/** The source as written, or null: nobody may be told where data come from that the map does not say it of. */
export function sourceOf(written: WrittenFacts['source'], languages: readonly Locale[]): Source | null {
  if (written === undefined) return null;
  if (typeof written === 'string') return sayOf(written);
  return { kind: written.kind, text: localText(written.text, languages) };
}

/** Facts of a collection: its own, else the defaults of its system. */
export function factsOf(own: WrittenFacts | undefined, system: DatasetEntry): WrittenFacts {
  return { ...system.meta?.rightsdesk?.defaults, ...own };
}
