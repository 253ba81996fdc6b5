import { addDays, type LocalDate } from '../clock/local-date';
import type { Case } from './types';

/** What must happen next. `await…` waits for somebody else; the others are for the desk, `approve` for a second person. */
export type NextStepKey =
  | 'awaitEmail'
  | 'acceptIdentity'
  | 'startCollection'
  | 'awaitSources'
  | 'retrySource'
  | 'decide'
  | 'approve'
  | 'awaitBundle'
  | 'awaitDownload'
  | 'none';

export type NextStep = { readonly key: NextStepKey; readonly byOn: LocalDate | null };

// Our policy, counted back from the last day: what comes later needs its own days.
const DAYS_BEFORE_DUE: Record<NextStepKey, number | null> = {
  awaitEmail: 21,
  acceptIdentity: 18,
  startCollection: 15,
  awaitSources: 10,
  retrySource: 10,
  decide: 5,
  approve: 2,
  awaitBundle: 1,
  awaitDownload: null,
  none: null,
};

/** The one next step of a case and the day by which it must be done so that the rest still fits before `dueOn`. */
export function nextStep(current: Case, dueOn: LocalDate): NextStep {
  const key = keyOf(current);
  const days = DAYS_BEFORE_DUE[key];
  return { key, byOn: days === null ? null : addDays(dueOn, -days) };
}

function keyOf(current: Case): NextStepKey {
  switch (current.state) {
    case 'received':
      return 'awaitEmail';
    case 'verifying':
      return 'acceptIdentity';
    case 'verified':
      return 'startCollection';
    case 'collecting':
      return current.tasks.some((task) => task.state === 'failed') ? 'retrySource' : 'awaitSources';
    case 'reviewing':
      return 'decide';
    case 'awaitingApproval':
      return 'approve';
    case 'preparing':
      return 'awaitBundle';
    case 'ready':
      return 'awaitDownload';
    case 'closed':
      return 'none';
    default:
      return current satisfies never;
  }
}
