import { cite, describePlace, type Say } from '../wording';
import type { LocalDate } from '../calendar/local-date';
import { type Authority, authorityFor } from './authorities';
import { LAW } from './law';
import { inForce } from './rights';
import type { ChildRule, Law, Regime, RegimeId, Remedy } from './types';

/** A way that is open to this person, with the authority it leads to; null for a court and for the controller itself. */
export type OpenRemedy = { readonly rule: Remedy; readonly authority: Authority | null };

/** Where the person lives, and the country of the controller's own authority. */
export type Whereabouts = { readonly residence: string; readonly authority: string };

function authorityOf({ to, authority }: Remedy, { residences }: Regime, where: Whereabouts): Authority | null {
  switch (to) {
    case 'residence':
      // Only the laws' own places have authorities under them: a Californian's is none of Art. 77 GDPR.
      return residences.includes(where.residence) ? authorityFor(where.residence) : null;
    case 'establishment':
      return authorityFor(where.authority);
    case 'authority':
      return authority === null ? null : authorityFor(authority);
    case 'court':
    case 'controller':
      return null;
    default:
      return to satisfies never;
  }
}

/** Whether a country's own remedy is open: at its courts against its controllers, at its authority for its people too. */
const isOpenHere = ({ country, to }: Remedy, { residence, authority }: Whereabouts): boolean =>
  country === null || authority === country || (to === 'authority' && residence === country);

/** What is open under one law: a country's own word stands for the general one. */
function openUnder(regime: Regime, where: Whereabouts, on: LocalDate): readonly Remedy[] {
  const here = inForce(regime.remedies, on).filter((rule) => isOpenHere(rule, where));
  return here.filter(({ id }) => here.every(({ replaces }) => replaces !== id));
}

const leadsSomewhere = ({ rule: { to }, authority }: OpenRemedy): boolean =>
  to === 'court' || to === 'controller' || authority !== null;

/**
 * What a person can do who disagrees, under each of these laws, in the law's order; an authority that two rules lead to is named once, in its own country's words.
 * @param refused whether anything was refused, in whole or part.
 */
export function remediesFor(
  regimes: readonly RegimeId[],
  where: Whereabouts,
  refused: boolean,
  on: LocalDate,
  law: Law = LAW,
): readonly OpenRemedy[] {
  const open = law
    .filter(({ id }) => regimes.includes(id))
    .flatMap((regime) =>
      openUnder(regime, where, on).map((rule): OpenRemedy => ({ rule, authority: authorityOf(rule, regime, where) })),
    )
    .filter((remedy) => leadsSomewhere(remedy) && (refused || remedy.rule.when !== 'afterRefusal'));
  const namedBy = (authority: Authority) => {
    const same = open.filter((other) => other.authority === authority);
    return same.find(({ rule }) => rule.country !== null) ?? same[0];
  };
  return open.filter((remedy) => remedy.authority === null || namedBy(remedy.authority) === remedy);
}

/** To whom a mail may say that a person can turn: under some laws there is no court for it, under others no authority. */
export type Ways = 'both' | 'authority' | 'court';

export function waysOf(open: readonly OpenRemedy[]): Ways {
  const court = open.some(({ rule: { to, when } }) => to === 'court' && when !== 'whenSilent');
  const authority = open.some((remedy) => remedy.authority !== null);
  return court && authority ? 'both' : court ? 'court' : 'authority';
}

/** Of some laws those that protect this person because of where they live: their authorities are nearest. All, where none does. */
export function lawsAtHome(regimes: readonly RegimeId[], residence: string, law: Law = LAW): readonly RegimeId[] {
  const home = regimes.filter((regime) => law.find(({ id }) => id === regime)?.residences.includes(residence));
  return home.length > 0 ? home : regimes;
}

export type RemedyWords = {
  readonly title: string;
  readonly text: string;
  readonly citation: string;
  readonly authority: Authority | null;
};

/** The same in the words of one language. `controller` is the name people know. */
export function describeRemedies(
  open: readonly OpenRemedy[],
  { controller, residence }: { controller: string; residence: string },
  say: Say,
): readonly RemedyWords[] {
  const isNear = ({ rule: { to, regime } }: OpenRemedy, law: RegimeId): boolean =>
    regime === law && (to === 'residence' || to === 'authority');
  const valuesOf = ({ regime }: Remedy) => ({
    controller,
    also: open.some((one) => isNear(one, regime)) ? 'yes' : 'no',
    place: describePlace(residence, say),
  });
  return open
    .map(({ rule, authority }) => ({ rule, authority, values: valuesOf(rule) }))
    .map(({ rule, authority, values }) => ({
      title: say(`${rule.label}.title`, values),
      text: say(`${rule.label}.text`, values),
      citation: cite(rule.citation, say),
      authority,
    }));
}

/** What the desk looks at when a child asks, or a parent for one: what holds everywhere under these laws, then what holds where the child lives. */
export const childRulesFor = (
  regimes: readonly RegimeId[],
  residence: string,
  on: LocalDate,
  law: Law = LAW,
): readonly ChildRule[] =>
  law
    .filter(({ id }) => regimes.includes(id))
    .flatMap((regime) => inForce(regime.childRules, on).filter(({ place }) => place === null || place === residence));
