import { ok, refuse } from '../result';
import type { CaseCommand } from './commands';
import { lackingOfAnswer, refuseLacking } from './contents';
import type { DecideContext, Decision } from './decide';
import type { BundleWork, Case } from './types';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The bundle that this try is making; null where another try, or another bundle, has taken its place. */
const ownWork = (current: Case, { bundleId, attempt }: { bundleId: string; attempt: number }): BundleWork | null =>
  current.bundle?.id === bundleId && current.bundle.state === 'building' && current.bundle.attempts === attempt
    ? current.bundle
    : null;

/** A copy is sealed only where every record that the systems answered is in it, or hidden from it and counted. */
export function recordSealed(current: Case, command: Of<'RecordBundleSealed'>, { rules, at }: DecideContext): Decision {
  if (current.state !== 'preparing') return refuse('alreadyDone');
  if (!ownWork(current, command)) return refuse('overtaken');
  const wrong = command.counted.find(
    ({ found, kept, written, hidden }) => found !== kept || found !== written + hidden,
  );
  if (wrong) return refuse('countsDiffer', wrong.collectionId);
  // Its mail leaves now: a duty that began while the copy was made binds it too.
  const missing = lackingOfAnswer(current, current.rights, rules, at);
  if (missing.length > 0) return refuseLacking('answerLacks', missing);
  const written = command.counted.reduce((sum, one) => sum + one.written, 0);
  return written === command.sealed.records ? ok([{ ...command, type: 'BundleSealed' }]) : refuse('countsDiffer');
}

export function recordFailure(current: Case, command: Of<'RecordBundleFailure'>): Decision {
  return current.state === 'preparing' && ownWork(current, command)
    ? ok([{ ...command, type: 'BundleFailed' }])
    : refuse('overtaken');
}

export function retryBundle(current: Case): Decision {
  if (current.state !== 'preparing' || current.bundle === null) return refuse('wrongState');
  return current.bundle.state === 'failed'
    ? ok([{ type: 'BundleRetried', bundleId: current.bundle.id }])
    : refuse('alreadyDone');
}
