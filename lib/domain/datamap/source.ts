import { localText } from './local-text';
import type { DatasetEntry, WrittenFacts } from './schema';
import type { Source } from './types';
import type { Locale } from '../locale';

/** Art. 15(1)(g) GDPR asks for the source only where it is not the person; it is said in each case, because people wonder. */
const SOURCES: Readonly<Record<'subject' | 'observed' | 'derived', Source>> = {
  subject: {
    kind: 'subject',
    text: { en: 'You gave it to us.', bg: 'Вие ни ги предоставихте.', ru: 'Вы сами сообщили нам эти данные.' },
  },
  observed: {
    kind: 'observed',
    text: {
      en: 'Recorded while you used the service.',
      bg: 'Записани са, докато използвахте услугата.',
      ru: 'Записаны, пока вы пользовались сервисом.',
    },
  },
  derived: {
    kind: 'derived',
    text: {
      en: 'We worked it out from other data about you.',
      bg: 'Изведохме ги от други данни за вас.',
      ru: 'Мы вывели их из других данных о вас.',
    },
  },
};

/** The source as written, or null: nobody may be told where data come from that the map does not say it of. */
export function sourceOf(written: WrittenFacts['source'], languages: readonly Locale[]): Source | null {
  if (written === undefined) return null;
  if (typeof written === 'string') return SOURCES[written];
  return { kind: written.kind, text: localText(written.text, languages) };
}

/** Facts of a collection: its own, else the defaults of its system. */
export function factsOf(own: WrittenFacts | undefined, system: DatasetEntry): WrittenFacts {
  return { ...system.meta?.rightsdesk?.defaults, ...own };
}
