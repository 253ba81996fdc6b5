import { normalIdentity, type Identities } from './identity';
import type { CollectionPlan, CollectionStep } from './plan';
import { leadingTo } from './plan';
import { isPortals } from './portal';
import { keyPlacesOf, reachedByKind } from './reach';
import type { DataMap, IdentityKind } from './types';

/**
 * How a source compared a value with what it holds. `lowerUnicode`: capitals, blanks around, and the several Unicode spellings of one letter
 * did not matter; `lower`: the same in a source that does not hold Unicode. `unicode`, `trimmed`: as these, but capitals mattered. `exact`:
 * letter by letter. A phone number, however it is written: `phoneEverywhere` with and without its country code, `phoneInternational` with it
 * only, `phoneAsGiven` by its digits, since nobody could say of which country it is. `byPerson`: somebody looked it up by hand.
 */
export const COMPARED_AS = [
  'lowerUnicode',
  'lower',
  'unicode',
  'trimmed',
  'exact',
  'phoneEverywhere',
  'phoneInternational',
  'phoneAsGiven',
  'byPerson',
] as const;

export type ComparedAs = (typeof COMPARED_AS)[number];

/** One kind of identity, and a form in which it was looked for. */
export type IdentityForm = { readonly kind: IdentityKind; readonly form: ComparedAs };

/**
 * Why a collection was not searched by a kind of identity. `notGiven`: nobody gave one. `notConfirmed`: one was given, and nothing more than a
 * mailbox was shown. `unusable`: what was given can identify nobody. `notInMap`: one was given, and the map finds nothing there by it.
 */
export const NOT_SOUGHT = ['notGiven', 'notConfirmed', 'unusable', 'notInMap'] as const;

export type NotSought = { readonly kind: IdentityKind; readonly reason: (typeof NOT_SOUGHT)[number] };

/** How one collection was looked through for a person. It names kinds and forms, never a value. */
export type Sought = {
  /** What was compared with its own fields. */
  readonly by: readonly IdentityForm[];
  /** Ids of the collections whose records led to its records. */
  readonly through: readonly string[];
  readonly notBy: readonly NotSought[];
};

/** What a person may be searched by, and the kinds that were given besides and are not confirmed to be theirs. */
export type KnownBy = { readonly identities: Identities; readonly unconfirmed: readonly IdentityKind[] };

/** Values of a kind that no place of the map takes for one. */
function unusableIn(dataMap: DataMap, kind: IdentityKind, values: readonly string[]): string[] {
  const matches = new Set(
    dataMap.systems
      .flatMap(({ collections }) => collections.flatMap(keyPlacesOf))
      .filter(({ identity }) => identity === kind)
      .map(({ match }) => match),
  );
  return values.filter((value) => [...matches].every((match) => normalIdentity(match, value) === null));
}

/**
 * What is said of the search of each collection, by its id.
 * @param forms in which its connector compares the identities of a step; empty for a step that is found by references alone
 */
export function searchOf(
  dataMap: DataMap,
  { identities, unconfirmed }: KnownBy,
  plan: CollectionPlan,
): (collectionId: string, forms: readonly IdentityForm[]) => Sought {
  const byKind = reachedByKind(dataMap);
  const steps = new Map<string, CollectionStep>(
    plan.systems.flatMap((system) => system.steps).map((step) => [step.collectionId, step]),
  );
  const kinds = [...new Set([...byKind.keys(), ...Object.keys(identities), ...unconfirmed])].map((kind) => {
    const given = identities[kind] ?? [];
    const unusable = unusableIn(dataMap, kind, given).length;
    return {
      kind,
      given: given.length,
      usable: given.length - unusable,
      open: unconfirmed.includes(kind),
      reached: byKind.get(kind) ?? new Set<string>(),
    };
  });
  const reasonsFor = (
    collectionId: string,
    { given, usable, open, reached }: (typeof kinds)[number],
  ): NotSought['reason'][] => {
    // What was asked here could be found by nothing but the confirmed address: of this nobody has to be told kind by kind.
    if (!reached.has(collectionId)) return (given > 0 || open) && !isPortals({ collectionId }) ? ['notInMap'] : [];
    if (given === 0 && !open) return ['notGiven'];
    return [...(open ? (['notConfirmed'] as const) : []), ...(usable < given ? (['unusable'] as const) : [])];
  };
  return (collectionId, forms) => {
    const step = steps.get(collectionId);
    return {
      by: [...new Map(forms.map((one) => [`${one.form} ${one.kind}`, one])).values()],
      through: step ? leadingTo(plan, step).filter((id) => id !== collectionId) : [],
      notBy: kinds.flatMap((one) => reasonsFor(collectionId, one).map((reason) => ({ kind: one.kind, reason }))),
    };
  };
}
