import type { BundleAnswer, BundleCategory, BundleContact, BundleFacts, BundlePurpose, BundleRemedy, BundleSearch } from '../bundle/types';
import type { ControllerContact, ControllerDefinition } from '../controller/types';
import type { CollectionAnswer } from '../case/types';
import type { Collection, DataMap, DataSystem, Purpose } from '../datamap/types';
import type { Locale } from '../locale';

/** Says a text of the `answer` namespace in the requester's language. */
export type Say = (key: string, values?: Record<string, string>) => string;

/** What is left of the facts once the data map, the controller and the law have given theirs. */
export type Occasion = Pick<BundleFacts, 'reference' | 'locale' | 'subject' | 'receivedOn' | 'dueOn' | 'madeAt' | 'authority' | 'keyUrl' | 'withheld'> & {
  readonly answers: readonly BundleAnswer[];
  readonly results: readonly CollectionAnswer[];
};

// Art. 6(1) GDPR, by letter.
const BASIS_LETTER = { consent: 'a', contract: 'b', legalObligation: 'c', vitalInterests: 'd', publicTask: 'e', legitimateInterests: 'f' } as const;

/**
 * Everything the bundle says besides the records: the facts of Art. 15(1)(a)-(h) and 15(2) GDPR from the data map, what was searched,
 * what was withheld, and what the person can do. Pure.
 */
export function bundleFacts(controller: { definition: ControllerDefinition; dataMap: DataMap; accent: { light: string; dark: string } }, occasion: Occasion, say: Say): BundleFacts {
  const { definition, dataMap, accent } = controller;
  const { results, ...given } = occasion;
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
    remedies: remedies(say),
    categories: dataMap.systems.flatMap((system) =>
      system.collections.filter(({ id }) => found.has(id)).map((collection) => categoryOf(collection, system, dataMap, given.locale, say)),
    ),
    searched: dataMap.systems.flatMap((system) =>
      system.collections.flatMap((collection) => searchOf(system, collection, results, given.locale, say)),
    ),
  };
}

export const contactOf = ({ name, address, email, phone, url }: ControllerContact, locale: Locale): BundleContact => ({ name: name[locale], address, email, phone, url });

const remedies = (say: Say): BundleRemedy[] => [
  { title: say('remedy.other.title'), text: say('remedy.other.text'), citation: 'Art. 15(1)(e) GDPR' },
  { title: say('remedy.complain.title'), text: say('remedy.complain.text'), citation: 'Art. 15(1)(f), 77 GDPR' },
  { title: say('remedy.court.title'), text: say('remedy.court.text'), citation: 'Art. 79 GDPR' },
];

function categoryOf(collection: Collection, system: DataSystem, dataMap: DataMap, locale: Locale, say: Say): BundleCategory {
  const { source, automatedDecision, publicToOthers } = collection;
  const retention = collection.retentionId === null ? undefined : dataMap.retentions[collection.retentionId];
  return {
    collectionId: collection.id,
    systemName: system.name[locale],
    title: collection.title[locale],
    description: collection.description[locale],
    fields: collection.fields.map((field) => ({ name: field.name, title: field.title[locale], description: field.description?.[locale] ?? null })),
    purposes: known(collection.purposeIds, dataMap.purposes).map((purpose) => purposeOf(purpose, locale, say)),
    source: source.kind === 'subject' ? null : source.text[locale],
    providedBySubject: source.kind === 'subject',
    recipients: known(collection.recipientIds, dataMap.recipients).map(({ name, purpose, country }) => ({
      name: name[locale],
      purpose: purpose[locale],
      country: country?.[locale] ?? null,
    })),
    retention: retention?.title[locale] ?? say('retentionByPurpose'),
    transfers: known(collection.transferIds, dataMap.transfers).map(({ title, safeguard, citation }) => ({
      destination: title[locale],
      safeguard: `${safeguard[locale]} (${citation})`,
    })),
    visibleToOthers: publicToOthers?.[locale] ?? null,
    automatedDecisions: automatedDecision ? [{ logic: automatedDecision.logic[locale], consequences: automatedDecision.consequences[locale] }] : [],
  };
}

const known = <T>(ids: readonly string[], all: Readonly<Record<string, T>>): T[] =>
  ids.map((id) => all[id]).filter((one) => one !== undefined);

function purposeOf({ title, basis, interest }: Purpose, locale: Locale, say: Say): BundlePurpose {
  const words = basis === 'legitimateInterests' && interest ? say('basis.legitimateInterestsOf', { interest: interest[locale] }) : say(`basis.${basis}`);
  return { purpose: title[locale], basis: words, citation: `Art. 6(1)(${BASIS_LETTER[basis]}) GDPR` };
}

function searchOf(system: DataSystem, { id, title }: Collection, results: readonly CollectionAnswer[], locale: Locale, say: Say): BundleSearch[] {
  const answer = results.find(({ collectionId }) => collectionId === id);
  if (!answer) return [];
  const reason = answer.reason === null ? null : say(`notApplicable.${answer.reason}`);
  return [{ system: system.name[locale], collection: title[locale], result: answer.result, reason, count: answer.records }];
}
