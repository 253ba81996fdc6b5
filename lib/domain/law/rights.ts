import type { LocalDate } from '../calendar/local-date';
import { catalogue } from './catalogue';
import { LAW } from './law';
import type {
  AgeBand,
  Capacity,
  Exemption,
  Ground,
  Law,
  Outcome,
  Regime,
  RegimeId,
  Relation,
  Requirement,
  RightId,
  RightRule,
  Rule,
  Unverified,
} from './types';

/** What the requester tells about themselves, as far as it decides which law protects them. */
export interface Situation {
  /** ISO 3166 country ('LU'), 'US-CA', or 'unknown' for somewhere else or untold. */
  readonly residence: string;
  readonly relation: Relation;
  /** Of the person whose data it is. */
  readonly ageBand: AgeBand;
  readonly capacity: Capacity;
}

/** Which laws the controller answers under, and from which country (ISO 3166) it answers. */
export interface ControllerLaw {
  readonly regimes: readonly RegimeId[];
  readonly establishment: { readonly country: string };
}

/** A right that the requester can choose, with the keys of its texts in the `law` namespace. */
export interface OfferedRight {
  readonly right: RightId;
  readonly regime: RegimeId;
  readonly citation: string;
  /** `child`: the hint in words that a child understands. */
  readonly labels: { readonly plain: string; readonly term: string; readonly hint: string; readonly child: string };
  readonly rule: RightRule;
}

/** Whether a rule holds on a day; its first and its last day both count. */
export const isInForce = (rule: Rule, on: LocalDate): boolean =>
  rule.inForceFrom <= on && (rule.inForceTo === null || on <= rule.inForceTo);

/** Those of some rules that hold on a day. */
export const inForce = <R extends Rule>(rules: readonly R[], on: LocalDate): readonly R[] =>
  rules.filter((rule) => isInForce(rule, on));

/** The laws that protect whoever lives there against this controller, in the law's order. */
export const lawsProtecting = (
  residence: string,
  { regimes, establishment }: ControllerLaw,
  law: Law = LAW,
): readonly Regime[] =>
  law.filter(
    ({ id, establishments, residences }) =>
      regimes.includes(id) && (establishments.includes(establishment.country) || residences.includes(residence)),
  );

function isOpenTo(
  { openTo }: RightRule,
  { relation, ageBand, capacity }: Situation,
  controller: ControllerLaw,
): boolean {
  if (openTo?.relations && !openTo.relations.includes(relation)) return false;
  if (openTo?.establishments && !openTo.establishments.includes(controller.establishment.country)) return false;
  if (!openTo?.people) return capacity !== 'heir';
  return openTo.people.some(
    (who) => who.capacity === capacity && (who.ageBands === null || who.ageBands.includes(ageBand)),
  );
}

export const labelsOf = (right: RightId): OfferedRight['labels'] => ({
  plain: `right.${right}.plain`,
  term: `right.${right}.term`,
  hint: `right.${right}.hint`,
  child: `right.${right}.child`,
});

/**
 * What this person can ask of this controller on a day, under each law that protects them. Several laws may offer the same right: each has its own clocks.
 * Nobody is left without law by not saying where they live: the controller's place decides then.
 */
export function rightsFor(
  situation: Situation,
  controller: ControllerLaw,
  on: LocalDate,
  law: Law = LAW,
): readonly OfferedRight[] {
  return lawsProtecting(situation.residence, controller, law)
    .flatMap((regime) => inForce(regime.rights, on))
    .filter((rule) => isOpenTo(rule, situation, controller))
    .map((rule) => ({
      right: rule.right,
      regime: rule.regime,
      citation: rule.citation,
      labels: labelsOf(rule.right),
      rule,
    }));
}

const regimeOf = (regime: RegimeId, law: Law): Regime | undefined => law.find((candidate) => candidate.id === regime);

/** Of the laws of a request, the act whose Art. 6(1) the bases of the data map are; null where none asks for a basis. */
export const basisActOf = (regimes: readonly RegimeId[], law: Law = LAW): string | null =>
  law.find(({ id, basisAct }) => regimes.includes(id) && basisAct !== null)?.basisAct ?? null;

/** The record of one right, or null where that law does not give it on that day. */
export function rightRule(regime: RegimeId, right: RightId, on: LocalDate, law: Law = LAW): RightRule | null {
  return inForce(regimeOf(regime, law)?.rights ?? [], on).find((rule) => rule.right === right) ?? null;
}

/** What somebody who could not be verified is owed for one of these rights besides the reason, the most first; null where nothing is. */
export function owedUnverified(
  asked: readonly { readonly regime: RegimeId; readonly right: RightId }[],
  on: LocalDate,
  law: Law = LAW,
): Unverified | null {
  const owed = asked.flatMap(({ regime, right }) => rightRule(regime, right, on, law)?.unverified ?? []);
  return owed.find(({ treatedAs }) => treatedAs !== null) ?? owed[0] ?? null;
}

/** The grounds on which data can be kept although their erasure is asked for: what a data map can name. */
export const groundsForKeeping = (law: Law = LAW): readonly Ground[] =>
  law.flatMap(({ grounds }) => grounds.filter(({ keepsData }) => keepsData === true));

/** A requirement holds on a day as long as its right does, unless it has days of its own. */
export const requirementsOn = <R extends Requirement>(requirements: readonly R[], on: LocalDate): readonly R[] =>
  requirements.filter(
    ({ inForceFrom, inForceTo }) =>
      (inForceFrom === undefined || inForceFrom <= on) && (inForceTo === undefined || on <= inForceTo),
  );

/**
 * Grounds on which this right may lawfully be refused, in whole or part. Empty for a right without refusal.
 * @param country of the controller (ISO 3166), whose own law may know more; null for what holds everywhere
 */
export function groundsFor(
  regime: RegimeId,
  right: RightId,
  on: LocalDate,
  country: string | null = null,
  law: Law = LAW,
): readonly Ground[] {
  const rule = rightRule(regime, right, on, law);
  if (!rule?.refusable) return [];
  const holdsHere = ({ establishments }: Ground) =>
    establishments === null || (country !== null && establishments.includes(country));
  return inForce(regimeOf(regime, law)?.grounds ?? [], on).filter(
    (ground) => rule.grounds.includes(ground.id) && holdsHere(ground),
  );
}

/** Grounds on which single values may be withheld from what is handed over under this right. */
export function exemptionsFor(regime: RegimeId, right: RightId, on: LocalDate, law: Law = LAW): readonly Exemption[] {
  return inForce(regimeOf(regime, law)?.exemptions ?? [], on).filter((exemption) =>
    (exemption.rights as readonly RightId[]).includes(right),
  );
}

/** Outcomes by which we owe that something is done. */
const GRANTING: readonly Outcome[] = ['granted', 'partlyGranted'];

/** Whether a decision promises to do what was asked, wholly or in part. */
export const isGranting = (outcome: Outcome): boolean => GRANTING.includes(outcome);

/** Whether an outcome gives less than was asked: it then owes reasons and a way to complain (Art. 12(4) GDPR). */
export const isRefusing = (outcome: Outcome): boolean => REACHED[outcome].length > 0;

const REACHED: Readonly<Record<Outcome, readonly Ground['reach'][]>> = {
  granted: [],
  noData: [],
  notFromThem: [],
  partlyGranted: ['part', 'either'],
  refused: ['whole', 'either'],
  notIdentifiable: ['whole', 'either'],
};

/**
 * What a right may lawfully be ended with in this way: a ground for some of the data never carries a refusal of everything, nor the reverse.
 * Exemptions limit the copy and nothing else (Art. 15(4), 20(4) GDPR), so they stand with an answer in part: a confirmation is always owed.
 */
export function groundsOfOutcome(
  regime: RegimeId,
  right: RightId,
  outcome: Outcome,
  on: LocalDate,
  country: string | null = null,
  law: Law = LAW,
): readonly (Ground | Exemption)[] {
  const rule = rightRule(regime, right, on, law);
  if (!rule?.refusable || !rule.outcomes.includes(outcome)) return [];
  const grounds = groundsFor(regime, right, on, country, law).filter(
    ({ reach, identification }) =>
      REACHED[outcome].includes(reach) && identification === (outcome === 'notIdentifiable'),
  );
  return outcome === 'partlyGranted' ? [...grounds, ...exemptionsFor(regime, right, on, law)] : grounds;
}

/** Every rule of every law. */
export const allRules = (law: Law = LAW): readonly Rule[] => catalogue(law).map(({ rule }) => rule);
