import type { ControllerDefinition } from '../controller/types';
import { collectionsOf } from '../datamap/build';
import type { Collection, DataMap, RecipientKind } from '../datamap/types';
import { SALE_ENDING_RIGHTS } from '../law/sale-rights';
import type { Locale } from '../locale';
import type { CategoriesStatement, GivenTo } from './types';

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Everything that is stated of a collection; a new owner that there may be one day has received nothing. */
const isStated = ({ source, recipientIds, purposeIds }: Collection): boolean =>
  source !== null && recipientIds !== null && purposeIds.length > 0;

const isSoldOrShared = ({ purposeIds }: Collection, dataMap: DataMap): boolean =>
  purposeIds.some((id) => SALE_ENDING_RIGHTS.some((right) => dataMap.purposes[id]?.endedBy.includes(right)));

// Whoever decides alone what becomes of it: a sale or sharing is to a third party, not to a service provider (1798.140(ai)).
const THIRD_PARTIES: readonly RecipientKind[] = ['controller', 'group'];

type Given = { readonly category: string; readonly recipientId: string; readonly sold: boolean };

/**
 * Kinds of data with sources, purposes and third parties, sold or shared apart from disclosed for a business purpose: 1798.130(a)(4).
 * @param kindName what a kind of recipient is called
 * @returns null where the data map leaves any of it open
 */
export function categoriesStatement(
  dataMap: DataMap,
  { sellsData, sharesForAdvertising }: Pick<ControllerDefinition, 'sellsData' | 'sharesForAdvertising'>,
  locale: Locale,
  kindName: (kind: RecipientKind) => string,
): CategoriesStatement | null {
  const collections = collectionsOf(dataMap);
  if (collections.length === 0 || !collections.every(isStated)) return null;
  const category = ({ categoryId }: Collection) => dataMap.categories[categoryId]?.title[locale] ?? categoryId;
  const of = (title: string) => collections.filter((one) => category(one) === title);
  const given = collections.flatMap((one): Given[] =>
    (one.recipientIds ?? []).flatMap((recipientId) => {
      const recipient = dataMap.recipients[recipientId];
      if (!recipient || recipient.kind === 'acquirer') return [];
      const toThirdParty = THIRD_PARTIES.includes(recipient.kind);
      const sold = (sellsData || sharesForAdvertising) && isSoldOrShared(one, dataMap) && toThirdParty;
      return [{ category: category(one), recipientId, sold }];
    }),
  );
  const list = (among: readonly Given[]): GivenTo[] =>
    unique(among.map(({ recipientId }) => dataMap.recipients[recipientId]!.kind)).map((kind) => {
      const own = among.filter(({ recipientId }) => dataMap.recipients[recipientId]!.kind === kind);
      return {
        kind: kindName(kind),
        names: unique(own.map(({ recipientId }) => dataMap.recipients[recipientId]!.name[locale])),
        categories: unique(own.map((one) => one.category)),
      };
    });
  return {
    kind: 'categories',
    categories: unique(collections.map(category)).map((title) => ({
      title,
      sources: unique(of(title).flatMap(({ source }) => source?.text[locale] ?? [])),
      purposes: unique(of(title).flatMap(({ purposeIds }) => purposeIds))
        .map((id) => dataMap.purposes[id]?.title[locale])
        .filter((text) => text !== undefined),
    })),
    soldOrShared: list(given.filter(({ sold }) => sold)),
    disclosed: list(given.filter(({ sold }) => !sold)),
  };
}
