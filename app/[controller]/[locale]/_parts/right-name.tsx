import { cite } from '@/lib/domain/wording';
import { labelsOf } from '@/lib/domain/law/rights';
import type { RightId } from '@/lib/domain/law/types';
import type { Translate } from '@/lib/platform/i18n/translator';

// An article is read as one word: it does not break across lines.
const bound = (citation: string): string => (citation.length <= 24 ? citation.replaceAll(' ', '\u00A0') : citation);

/** What it means for me, then the law in brackets. @param stacked the law below it */
export const RightName = ({
  right,
  citation,
  law,
  stacked = false,
}: {
  right: RightId;
  citation: string;
  law: Translate;
  stacked?: boolean;
}) => (
  <>
    {law(labelsOf(right).plain)}{' '}
    <span className={stacked ? 'block text-sm font-normal text-ink-2' : 'font-normal text-ink-2'}>
      ({law(labelsOf(right).term)}, {bound(cite(citation, law))})
    </span>
  </>
);
