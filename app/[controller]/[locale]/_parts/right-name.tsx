import { cite } from '@/lib/domain/wording';
import type { OfferedWish } from '@/lib/domain/intake/wishes';
import { labelsOf } from '@/lib/domain/law/rights';
import type { RightId } from '@/lib/domain/law/types';
import type { Translate } from '@/lib/platform/i18n/translator';

// An article is read as one word: it does not break across lines.
const bound = (citation: string): string => (citation.length <= 24 ? citation.replaceAll(' ', '\u00A0') : citation);

/** A wish by the words of its first law, and small behind it every law that gives it. @param stacked the laws below it */
export const WishName = ({
  rights,
  law,
  stacked = false,
}: {
  rights: OfferedWish['rights'];
  law: Translate;
  stacked?: boolean;
}) => (
  <>
    {law(rights[0].labels.plain)}{' '}
    <span className={stacked ? 'block text-sm font-normal text-ink-2' : 'text-sm font-normal text-ink-2'}>
      ({rights.map(({ labels, citation }) => `${law(labels.term)}, ${bound(cite(citation, law))}`).join('; ')})
    </span>
  </>
);

/** What it means for me, then the law in brackets. */
export const RightName = ({ right, citation, law }: { right: RightId; citation: string; law: Translate }) => (
  <>
    {law(labelsOf(right).plain)}{' '}
    <span className="text-sm font-normal text-ink-2">
      ({law(labelsOf(right).term)}, {bound(cite(citation, law))})
    </span>
  </>
);
