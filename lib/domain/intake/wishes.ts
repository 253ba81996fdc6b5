import type { LocalDate } from '../calendar/local-date';
import { LAW } from '../law/law';
import { RIGHT_ASKING, type RightAsking } from '../law/right-asking';
import type { OfferedRight } from '../law/rights';
import { RIGHT_IDS, type Law, type RightId } from '../law/types';
import { WISH_IDS, type WishId, wishFor } from '../law/wishes';
import type { DraftAnswers } from './answers';
import { type IntakeController, offeredRights, pairOf } from './offered';

/** A wish that somebody can have here, and every right by which it is given, in the law's order; the first gives it its words. */
export type OfferedWish = { readonly id: WishId; readonly rights: readonly [OfferedRight, ...OfferedRight[]] };

/** What this person can wish for, each wish once however many laws give it. */
export function offeredWishes(
  answers: DraftAnswers,
  controller: IntakeController,
  on: LocalDate,
  law: Law = LAW,
): readonly OfferedWish[] {
  const offered = offeredRights(answers, controller, on, law);
  return WISH_IDS.flatMap((id) => {
    const [first, ...rest] = offered.filter(({ right }) => wishFor(right) === id);
    return first ? [{ id, rights: [first, ...rest] as const }] : [];
  });
}

type Chosen = Pick<DraftAnswers, 'rights'>;

const rightsIn = ({ rights = [] }: Chosen): readonly RightId[] =>
  RIGHT_IDS.filter((right) => rights.some((pair) => pair.endsWith(`:${right}`)));

/** The wishes that stand behind chosen rights, whichever law they were chosen under: so that they outlast another residence. */
export function wishesOf(answers: Chosen): readonly WishId[] {
  const wished = new Set(rightsIn(answers).map(wishFor));
  return WISH_IDS.filter((id) => wished.has(id));
}

/** Every right that these wishes bring, as answers have them. */
export const rightsBroughtBy = (wishes: readonly string[], offered: readonly OfferedWish[]): string[] =>
  offered.filter(({ id }) => wishes.includes(id)).flatMap(({ rights }) => rights.map(pairOf));

const askings = (answers: Chosen): readonly RightAsking[] =>
  rightsIn(answers).flatMap((right) => RIGHT_ASKING[right] ?? []);

/** Whether one of the chosen rights asks for this. */
export const isAsked = (asked: RightAsking['asks'], answers: Chosen): boolean =>
  askings(answers).some(({ asks }) => asks === asked);

/** Whether one of those that ask for it has grounds in its law that can be named. */
export const hasGrounds = (asked: RightAsking['asks'], answers: Chosen): boolean =>
  askings(answers).some(({ asks, grounds }) => asks === asked && grounds === true);

/** Whether one of the chosen rights lets a statement of the person stand beside what is incomplete: Art. 16, second sentence, GDPR. */
export const maySupplement = ({ rights = [] }: Chosen, law: Law = LAW): boolean =>
  law.some((regime) => regime.rights.some((rule) => rule.supplements && rights.includes(pairOf(rule))));
