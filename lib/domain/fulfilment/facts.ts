import type { BundleAnswer, BundleContact, BundleFacts, BundleSearch } from '../bundle/types';
import type { ControllerContact, ControllerDefinition } from '../controller/types';
import type { CollectionAnswer } from '../case/types';
import { collectionsOf } from '../datamap/build';
import { describeCollection, statesDecisions } from './categories';
import type { Collection, DataMap, DataSystem } from '../datamap/types';
import type { Locale } from '../locale';
import { soughtCell, type SoughtSay, soughtWords } from './sought';

/** Says a text of the `answer` namespace in the requester's language. */
export type Say = (key: string, values?: Record<string, string>) => string;

/** What is left of the facts once the data map, the controller and the law have given theirs. */
export type Occasion = Pick<
  BundleFacts,
  | 'reference'
  | 'locale'
  | 'subject'
  | 'receivedOn'
  | 'dueOn'
  | 'madeAt'
  | 'remedies'
  | 'keyUrl'
  | 'withheld'
  | 'portableBy'
> & {
  readonly answers: readonly BundleAnswer[];
  readonly results: readonly CollectionAnswer[];
  /** Whose Art. 6 the bases of the data map are, for this person; null where their law asks for no basis. */
  readonly basisAct: string | null;
};

/**
 * Everything the bundle says besides the records: the facts of Art. 15(1)(a)-(h) and 15(2) GDPR from the data map, what was searched,
 * what was withheld, and what the person can do. Pure.
 */
export function bundleFacts(
  controller: { definition: ControllerDefinition; dataMap: DataMap; accent: { light: string; dark: string } },
  occasion: Occasion,
  words: SoughtSay,
): BundleFacts {
  const { definition, dataMap, accent } = controller;
  const { results, basisAct, ...given } = occasion;
  const searched = dataMap.systems.flatMap((system) =>
    system.collections.flatMap((collection) => searchOf(system, collection, dataMap, results, given.locale, words)),
  );
  const sought = soughtWords(
    searched.map(({ collection: title, sought: how }) => ({ title, sought: how })),
    words,
  );
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  return {
    ...given,
    timezone: definition.timezone,
    controller: {
      name: definition.name,
      legalName: definition.legalName,
      address: definition.establishment.address,
      contact: contactOf(definition.contact, given.locale),
      dpo: definition.dpo && contactOf(definition.dpo, given.locale),
      accent: { light: accent.light, dark: accent.dark },
    },
    categories: collectionsOf(dataMap)
      .filter(({ id }) => found.has(id))
      .map(({ id }) => describeCollection(dataMap, id, given.locale, basisAct)),
    decisionsStated: statesDecisions(dataMap),
    searched,
    sought: sought && { ...sought, column: words.say('sought.column') },
  };
}

export const contactOf = ({ name, address, email, phone, url }: ControllerContact, locale: Locale): BundleContact => ({
  name: name[locale],
  address,
  email,
  phone,
  url,
});

function searchOf(
  system: DataSystem,
  { id, title }: Collection,
  dataMap: DataMap,
  results: readonly CollectionAnswer[],
  locale: Locale,
  words: SoughtSay,
): BundleSearch[] {
  const answer = results.find(({ collectionId }) => collectionId === id);
  if (!answer) return [];
  const reason = answer.reason === null ? null : words.say(`notApplicable.${answer.reason}`);
  const titleOf = (collectionId: string): string =>
    collectionsOf(dataMap).find((one) => one.id === collectionId)?.title[locale] ?? collectionId;
  const sought = answer.sought ? { ...answer.sought, through: answer.sought.through.map(titleOf) } : null;
  return [
    {
      system: system.name[locale],
      collection: title[locale],
      result: answer.result,
      reason,
      count: answer.records,
      sought,
      by: sought && soughtCell(sought, words),
    },
  ];
}
