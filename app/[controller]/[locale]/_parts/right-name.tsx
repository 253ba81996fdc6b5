import { cite } from '@/lib/domain/clock/describe';
import { labelsOf } from '@/lib/domain/law/rights';
import type { RightId } from '@/lib/domain/law/types';
import type { Translate } from '@/lib/platform/i18n/translator';

/** What it means for me, then the law in brackets. */
export const RightName = ({ right, citation, law }: { right: RightId; citation: string; law: Translate }) => (
  <>
    {law(labelsOf(right).plain)} <span className="law">({law(labelsOf(right).term)}, {cite(citation, law)})</span>
  </>
);
