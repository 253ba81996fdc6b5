import type { ControllerDefinition } from '../controller/types';
import type { DataMap } from '../datamap/types';
import { SHINE_THE_LIGHT_CATEGORIES } from '../law/regimes/shine-the-light-categories';
import type { Locale } from '../locale';
import type { MarketingRecipient, MarketingStatement } from './types';

/**
 * Who received what in one calendar year for their own direct marketing. It may be the same for every customer: 1798.83(b)(3).
 * @returns null where the data map does not state that year: not to have written anything down is not to have disclosed nothing
 */
export function marketingStatement(
  dataMap: DataMap,
  { marketingChoice }: Pick<ControllerDefinition, 'marketingChoice'>,
  year: number,
  locale: Locale,
): MarketingStatement | null {
  const about = { kind: 'marketing', year } as const;
  if (marketingChoice)
    return { ...about, answer: 'choice', url: marketingChoice.url, means: marketingChoice.means[locale] };
  const given = dataMap.disclosures[year];
  if (given === undefined) return null;
  const thirdParties = given.flatMap(({ recipientId, categories }): MarketingRecipient[] => {
    const recipient = dataMap.recipients[recipientId];
    if (!recipient) return [];
    return [
      {
        name: recipient.name[locale],
        address: recipient.address ?? '',
        business: recipient.business?.[locale] ?? null,
        categories: SHINE_THE_LIGHT_CATEGORIES.map(({ id }) => id).filter((id) => categories.includes(id)),
      },
    ];
  });
  return thirdParties.length === 0 ? { ...about, answer: 'nothing' } : { ...about, answer: 'disclosed', thirdParties };
}
