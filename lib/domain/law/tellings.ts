import { cite, type Say } from '../wording';
import type { LocalDate } from '../calendar/local-date';
import type { Purpose } from '../datamap/types';
import type { Locale } from '../locale';
import { LAW } from './law';
import { lawsAtHome } from './remedies';
import { type ControllerLaw, inForce, lawsProtecting } from './rights';
import type { Law, TellingRule } from './types';

/** A right that somebody is told of without having asked, and the uses of their data against which they can use it; never none. */
export type Telling = { readonly rule: TellingRule; readonly purposes: readonly Purpose[] };

/** The person whose data it is, as far as it decides what they are told of. */
export type ToldPerson = { readonly residence: string; readonly alive: boolean };

const isFor = ({ purposes }: TellingRule, { basis, directMarketing }: Purpose): boolean =>
  purposes === 'directMarketing' ? directMarketing : !directMarketing && purposes.bases.includes(basis);

/**
 * What the first communication tells this person, under the laws that protect them and have such a duty (Art. 21(4) GDPR). Where several
 * have it, those of the place where they live. Whoever has died cannot object any more (Recital 27).
 * @param purposes for which the controller uses data
 */
export function tellingsFor(
  { residence, alive }: ToldPerson,
  controller: ControllerLaw,
  purposes: readonly Purpose[],
  on: LocalDate,
  law: Law = LAW,
): readonly Telling[] {
  if (!alive) return [];
  const bound = lawsProtecting(residence, controller, law).filter(({ tellings }) => inForce(tellings, on).length > 0);
  const own = lawsAtHome(
    bound.map(({ id }) => id),
    residence,
    law,
  );
  return bound
    .filter(({ id }) => own.includes(id))
    .flatMap(({ tellings }) => inForce(tellings, on))
    .map((rule) => ({ rule, purposes: purposes.filter((purpose) => isFor(rule, purpose)) }))
    .filter((telling) => telling.purposes.length > 0);
}

/** The same in words: a heading, what can be done against which uses, and how. `self`: it is read by the person whose data it is. */
export type ToldWords = {
  readonly title: string;
  readonly parts: readonly { readonly text: string; readonly items: readonly string[] }[];
  readonly closing: string;
};

/** Null where there is nothing to be told of. */
export function describeTellings(
  tellings: readonly Telling[],
  who: 'self' | 'other',
  locale: Locale,
  say: Say,
): ToldWords | null {
  if (tellings.length === 0) return null;
  return {
    title: say('telling.title', { who }),
    parts: tellings.map(({ rule, purposes }) => ({
      text: say(`telling.${rule.right}`, { who, law: cite(rule.citation, say) }),
      items: purposes.map(({ title }) => title[locale]),
    })),
    closing: say('telling.how', { who }),
  };
}
