import { describeShortDate, type Say as SayLaw } from '../wording';
import type { SubmittedAnswers } from '../intake/schema';
import type { RightRule } from '../law/types';
import type { Say } from './facts';

/**
 * For which time one right was asked, and that nothing was left out for its age: everything held is collected, so a shorter time that was
 * asked about is always inside it. Null for a right that reaches everything anyway.
 */
export function scopeOf(
  period: SubmittedAnswers['period'],
  rule: RightRule | null,
  { say, law }: { say: Say; law: SayLaw },
): string | null {
  if (!rule?.lookback || !period) return null;
  const { months, citation } = rule.lookback;
  const values = {
    months: String(months),
    citation,
    on: period.of === 'since' ? describeShortDate(period.on, law) : '',
  };
  return `${say(`scope.${period.of}`, values)} ${say('scope.whole')}`;
}
