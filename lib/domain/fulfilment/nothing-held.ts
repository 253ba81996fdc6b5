import { isPortals } from '../datamap/portal';
import { isGranting } from '../law/rights';
import type { CaseRules } from '../case/rules';
import type { CollectionAnswer, CollectionTask, RightItem } from '../case/types';

/** What decides whether the first thing to be said is that nothing is held. */
export type Searched = {
  readonly rights: readonly RightItem[];
  readonly tasks: readonly Pick<CollectionTask, 'state'>[];
  readonly results: readonly Pick<CollectionAnswer, 'collectionId' | 'result'>[];
};

/**
 * Whether a person who asked for their data is answered that nothing is held of them: it was decided and approved so, or a copy was granted and
 * every system that was asked has answered without a record; that they asked, which this portal keeps, is no such record. Art. 15(1) GDPR owes
 * that confirmation before anything else.
 */
export function nothingHeld({ rights, tasks, results }: Searched, rules: CaseRules): boolean {
  const copies = rights.filter((item) => rules.needsCopy(item));
  if (copies.length === 0 || copies.some(({ decision, approvedById }) => decision === null || approvedById === null))
    return false;
  if (copies.every(({ decision }) => decision?.outcome === 'noData')) return true;
  if (
    !copies.every(
      ({ decision }) => decision !== null && (isGranting(decision.outcome) || decision.outcome === 'noData'),
    )
  )
    return false;
  const held = results.filter((result) => !isPortals(result));
  return (
    tasks.length > 0 &&
    tasks.every(({ state }) => state === 'answered') &&
    held.length > 0 &&
    held.every(({ result }) => result !== 'found')
  );
}
