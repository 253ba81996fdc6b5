import { addDays, latest, type LocalDate } from '../calendar/local-date';
import { type LiftReason, type RestrictedFor, RESTRICTS_MEANWHILE } from '../law/restriction';
import { effectStepOf } from '../law/right-effects';
import { type WishId, wishFor } from '../law/wishes';
import { isPending } from './carry-out';
import type { CaseEvent } from './events';
import type { CaseRules } from './rules';
import type { Case, CaseFacts, Effect, Lifting, RightItem } from './types';

/** How a restriction stands, by what is on record: it is lifted once every system has said so. */
export type RestrictionStanding = 'inForce' | 'announced' | 'lifting' | 'lifted';

/** The right by which data of this case were restricted, once they were. */
export const restrictedBy = ({ rights }: Pick<CaseFacts, 'rights'>): RightItem | undefined =>
  rights.find(({ right, carriedOut }) => effectStepOf(right) === 'restrict' && carriedOut !== null);

/** Null where nothing was restricted. */
export function restrictionStanding(current: Pick<CaseFacts, 'rights' | 'lifting'>): RestrictionStanding | null {
  if (restrictedBy(current) === undefined) return null;
  const state = current.lifting?.state ?? 'cancelled';
  return state === 'cancelled' ? 'inForce' : state;
}

/** The first day on which it may be lifted: the day the person read, and never the day they were told or one before; null while they were not. */
export const liftableFrom = ({ liftOn, toldOn }: Pick<Lifting, 'liftOn' | 'toldOn'>): LocalDate | null =>
  toldOn === null ? null : latest(liftOn, addDays(toldOn, 1));

/** What is lifted in systems of this lifting. */
export const liftsOf = ({ effects, lifting }: Pick<CaseFacts, 'effects' | 'lifting'>): readonly Effect[] =>
  lifting === null || lifting.state === 'announced' ? [] : effects.filter(({ step }) => step === 'lift');

/** Once every system has given back what it restricted, it is lifted, and nobody has to say so. @param liftedId of the effect that was just confirmed */
export function afterLift(liftedId: string, current: Case): readonly CaseEvent[] {
  const others = liftsOf(current).filter(({ id }) => id !== liftedId);
  return current.lifting?.state === 'lifting' && others.every(({ state }) => state === 'answered')
    ? [
        {
          type: 'RestrictionLifted',
          liftingId: current.lifting.id,
          systems: liftsOf(current).map((one) => one.systemId),
        },
      ]
    : [];
}

/**
 * On what the use may pause while a right is looked into: its law knows that, the right is not answered yet, and nobody has asked for it.
 * Art. 18(1)(a) and (d) GDPR. Null where it may not.
 */
export function meanwhileFor(
  { right, regime, approvedById }: RightItem,
  { rights, state }: Pick<Case, 'rights' | 'state'>,
  rules: CaseRules,
) {
  const pause = RESTRICTS_MEANWHILE[right];
  if (!pause || state === 'closed' || approvedById !== null) return null;
  const isGiven = rules.outcomes({ regime, right: pause.right }).length > 0;
  return isGiven && !rights.some((other) => effectStepOf(other.right) === 'restrict') ? pause : null;
}

/** What a restriction under (a) and (d) waits for. */
const WAITS_FOR: Readonly<Partial<Record<RestrictedFor, { readonly wish: WishId; readonly why: LiftReason }>>> = {
  accuracy: { wish: 'change', why: 'accuracySettled' },
  objection: { wish: 'noUse', why: 'objectionDecided' },
};

/** Why a restriction that waits for a question of the same case can be lifted, once that is answered and done; it is never lifted by itself. */
export function liftingSuggested(
  current: Pick<CaseFacts, 'rights' | 'lifting' | 'copySealed'>,
  rules: CaseRules,
): LiftReason | null {
  const ground = restrictedBy(current)?.restrictedFor;
  const waits = ground ? WAITS_FOR[ground] : undefined;
  if (!waits || restrictionStanding(current) !== 'inForce') return null;
  const asked = current.rights.filter(({ right }) => wishFor(right) === waits.wish);
  return asked.length > 0 && asked.every((item) => !isPending(item, current, rules)) ? waits.why : null;
}
