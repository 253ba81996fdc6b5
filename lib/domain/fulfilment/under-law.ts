import type { LocalDate } from '../calendar/local-date';
import type { Collection, Field, OtherPerson } from '../datamap/types';
import { exemptionsProtecting, interestNamed } from '../law/exemptions';
import { LAW } from '../law/law';
import type { Law, RegimeId, RightId } from '../law/types';
import { type NeverSent, neverSentOf } from './never-sent';

/** The laws of one request: what is asked under which of them, and the day of receipt, whose wording counts. */
export type RequestLaw = {
  readonly rights: readonly { readonly regime: RegimeId; readonly right: RightId }[];
  readonly receivedOn: LocalDate;
};

/** A rule for another person's data as it stands in one request: with the exemptions of its laws by which a value is withheld. */
export interface LawfulOtherPerson extends OtherPerson {
  readonly grounds: readonly string[];
}

export interface LawfulField extends Field {
  readonly otherPerson: LawfulOtherPerson | null;
  /** What in it no law of the request lets be sent; empty where each does. */
  readonly neverSent: readonly NeverSent[];
}

/** A collection whose rules for other people's data and for secrets are read under the laws of one request. */
export interface LawfulCollection extends Collection {
  readonly fields: readonly LawfulField[];
}

/** Whether the data map itself keeps the value from the requester. */
export const isWithheldByMap = (otherPerson: LawfulOtherPerson | null): otherPerson is LawfulOtherPerson =>
  otherPerson?.rule === 'hide' || otherPerson?.rule === 'replace';

/** Whether anything of a field may be kept from the requester without a person deciding it. */
export const isKeptBack = ({ otherPerson, neverSent }: LawfulField): boolean =>
  isWithheldByMap(otherPerson) || neverSent.length > 0;

/**
 * The collections as these laws let them be shown. What the map withholds, and one of the laws has no exemption for, is left to a person:
 * it is neither handed over unseen nor withheld by the article of another law.
 */
export function underLaw(
  collections: readonly Collection[],
  requestLaw: RequestLaw,
  law: Law = LAW,
): readonly LawfulCollection[] {
  const { rights, receivedOn } = requestLaw;
  const known = new Map<string, readonly string[]>();
  const groundsOf = (ground: string): readonly string[] => {
    const interest = interestNamed(ground, law);
    const found =
      known.get(ground) ??
      (interest === null ? [] : exemptionsProtecting(interest, rights, receivedOn, law).map(({ id }) => id));
    known.set(ground, found);
    return found;
  };
  const lawful = (otherPerson: OtherPerson | null): LawfulOtherPerson | null => {
    if (otherPerson === null) return null;
    const grounds = groundsOf(otherPerson.ground);
    const rule = otherPerson.rule !== 'show' && grounds.length === 0 ? 'decide' : otherPerson.rule;
    return { ...otherPerson, rule, grounds };
  };
  return collections.map((collection) => ({
    ...collection,
    fields: collection.fields.map((field) => ({
      ...field,
      otherPerson: lawful(field.otherPerson),
      neverSent: neverSentOf(field.secrets, requestLaw, law),
    })),
  }));
}
