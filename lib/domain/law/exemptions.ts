import type { LocalDate } from '../calendar/local-date';
import { LAW } from './law';
import { RIGHT_DOING } from './right-doing';
import { exemptionsFor } from './rights';
import type { SecretKind } from '../datamap/secret-kinds';
import {
  type Exemption,
  type Law,
  PROTECTED_INTERESTS,
  type ProtectedInterest,
  type Regime,
  type RegimeId,
  type RightId,
} from './types';

type Asked = { readonly regime: RegimeId; readonly right: RightId };

const all = (law: Law): readonly Exemption[] => law.flatMap(({ exemptions }) => exemptions);

/** @throws for an id that no law has. */
export function exemptionById(id: string, law: Law = LAW): Exemption {
  const exemption = all(law).find((one) => one.id === id);
  if (!exemption) throw new Error(`No law has the exemption ${id}`);
  return exemption;
}

/** What a data map means by the ground it names: an interest, or the id of an exemption that protects one; null for neither. */
export const interestNamed = (ground: string, law: Law = LAW): ProtectedInterest | null =>
  PROTECTED_INTERESTS.find((interest) => interest === ground) ??
  all(law).find(({ id }) => id === ground)?.protects ??
  null;

/**
 * The exemptions by which the laws of one copy let a value be withheld for the sake of this interest. Empty where one of these laws has
 * none: what is owed under it cannot be withheld by the article of another. In the order of the law, whatever that of the rights.
 * @param asked the rights of the request; where none of them is answered by a copy, each law is asked as if it were
 */
export function exemptionsProtecting(
  interest: ProtectedInterest,
  asked: readonly Asked[],
  on: LocalDate,
  law: Law = LAW,
): readonly Exemption[] {
  const given = copiesAsked(asked, law);
  const found = given.map(({ regime, right }) => ({
    regime,
    exemptions: exemptionsFor(regime, right, on, law).filter(({ protects }) => protects === interest),
  }));
  const lacking = found.some(({ regime }) => !found.some((one) => one.regime === regime && one.exemptions.length > 0));
  if (lacking) return [];
  const each = new Set(found.flatMap(({ exemptions }) => exemptions));
  return all(law).filter((exemption) => each.has(exemption));
}

/**
 * The exemptions by which a law of one copy never lets a value of this kind be sent. One law that forbids it is enough: it speaks of the value,
 * whoever else would let it be sent in the same file.
 * @param asked as for `exemptionsProtecting`
 */
export function exemptionsForbidding(
  kind: SecretKind,
  asked: readonly Asked[],
  on: LocalDate,
  law: Law = LAW,
): readonly Exemption[] {
  const each = new Set(copiesAsked(asked, law).flatMap(({ regime, right }) => exemptionsFor(regime, right, on, law)));
  return all(law).filter((exemption) => each.has(exemption) && exemption.neverSends?.includes(kind));
}

/** Laws among these that, as they stand now, never let a value of this kind be sent in a copy. */
export const lawsForbidding = (kind: SecretKind, regimes: readonly RegimeId[], law: Law = LAW): readonly Exemption[] =>
  law
    .filter(({ id }) => regimes.includes(id))
    .flatMap(({ exemptions }) => exemptions)
    .filter(({ neverSends, inForceTo }) => inForceTo === null && neverSends?.includes(kind));

/** The rights that a copy answers; where none of them is one, those of each law, as if it were asked for. */
function copiesAsked(asked: readonly Asked[], law: Law): readonly Asked[] {
  const copied = asked.filter(({ right }) => RIGHT_DOING[right].copy);
  return copied.length > 0 ? copied : copiesUnder(asked, law);
}

const copiesUnder = (asked: readonly Asked[], law: Law): readonly Asked[] =>
  law
    .filter(({ id }) => asked.some(({ regime }) => regime === id))
    .flatMap(({ id, rights }) => copyRights(rights).map((right) => ({ regime: id, right })));

const copyRights = (rights: readonly { readonly right: RightId }[]): readonly RightId[] => [
  ...new Set(rights.map(({ right }) => right).filter((right) => RIGHT_DOING[right].copy)),
];

/** Laws among these that give a right to a copy, and as they stand now let nothing be withheld from it for the sake of this interest. */
export const lawsWithoutExemption = (
  interest: ProtectedInterest,
  regimes: readonly RegimeId[],
  law: Law = LAW,
): readonly Regime[] =>
  law
    .filter(({ id, rights }) => regimes.includes(id) && copyRights(rights).length > 0)
    .filter(
      ({ exemptions, rights }) =>
        !exemptions.some(
          ({ protects, inForceTo, rights: of }) =>
            protects === interest && inForceTo === null && copyRights(rights).some((right) => includes(of, right)),
        ),
    );

const includes = (rights: readonly RightId[], right: RightId): boolean => rights.includes(right);
