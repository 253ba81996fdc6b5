import { addDays, latest, type LocalDate } from '../calendar/local-date';
import { isHolding } from '../erasure/holds';
import { isGranting } from '../law/rights';
import type { CaseRules } from './rules';
import type { CaseFacts, ErasureWork, RightItem } from './types';

/** The erasure of a case, one for all of its rights that ask for it. */
export const erasureOf = ({ rights }: Pick<CaseFacts, 'rights'>): ErasureWork | null =>
  rights.find(({ erasure }) => erasure !== null)?.erasure ?? null;

type Erasing = { readonly erasure: ErasureWork | null };

/** Begun and not at its end: something of it may have gone, or go yet. */
export const isUnderWay = (erasure: ErasureWork | null): boolean =>
  erasure?.state === 'running' || erasure?.state === 'unanswered';

/** What no connector erases is left to a person, from when it could not be stopped any more. */
export const leftToDesk = ({ erasure }: Erasing): boolean =>
  erasure !== null &&
  (erasure.state === 'handedOver' || (erasure.left.length > 0 && (isUnderWay(erasure) || erasure.state === 'proved')));

/** Searched again and not found, where connectors erased; recorded by a person, where none does. */
export const isErased = ({ erasure, carriedOut }: Erasing & Pick<RightItem, 'carriedOut'>): boolean =>
  erasure !== null &&
  (erasure.state === 'proved' || erasure.state === 'handedOver') &&
  (carriedOut !== null || !leftToDesk({ erasure }));

/** The last day on which the person can still stop it, whole days after they were told of it; null where they are given none. */
export function stoppableUntil({ approved }: Pick<ErasureWork, 'approved'>): LocalDate | null {
  if (approved === null || approved.coolingOffDays === 0) return null;
  return addDays(latest(approved.on, approved.toldOn ?? approved.on), approved.coolingOffDays);
}

/** What an approved erasure waits for. `hold`: a legal hold on the whole case. `copy`: whoever asks for a copy too has it, or had the time to fetch it, before anything goes. */
export type ErasureWait = 'notice' | 'time' | 'copy' | 'hold';

/** Everything that it waits for; nothing once it may begin. */
export function erasureWaits(
  current: Pick<CaseFacts, 'rights' | 'copySealed' | 'fetched' | 'holds'>,
  erasure: ErasureWork,
  rules: CaseRules,
  at: string,
): readonly ErasureWait[] {
  const until = stoppableUntil(erasure);
  const copyComes = current.rights.some(
    (item) =>
      rules.needsCopy(item) &&
      (item.decision === null ||
        (isGranting(item.decision.outcome) && (!current.copySealed || current.fetched === false))),
  );
  return [
    ...(until !== null && erasure.approved?.toldOn === null ? (['notice'] as const) : []),
    ...(until !== null && rules.today(at) <= until ? (['time'] as const) : []),
    ...(copyComes ? (['copy'] as const) : []),
    ...(current.holds.some((hold) => isHolding(hold, rules.today(at))) ? (['hold'] as const) : []),
  ];
}

/** The first day on which it can be carried out: after the last one on which it can be stopped, and not before this one. */
export function earliestErasure(work: Pick<ErasureWork, 'approved'>, today: LocalDate): LocalDate {
  const until = stoppableUntil(work);
  return until === null ? today : latest(today, addDays(until, 1));
}

/** Proved, with a part kept under a hold: the case stays open, since the rest of it goes on once nothing holds it. */
export const isErasureHeld = (current: Pick<CaseFacts, 'rights'>): boolean => {
  const erasure = erasureOf(current);
  return erasure?.state === 'proved' && erasure.held;
};
