import type { BundleCategory, BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from './wording';

/** `orNone` for what is stated to be empty; nothing for what is not stated. */
const told = (values: readonly string[] | null, orNone: string): readonly string[] =>
  values === null ? [] : values.length === 0 ? [orNone] : values;

/**
 * What Art. 15(1) and (2) GDPR wants said about a category, as terms with their paragraphs. A term without one is not told: the controller
 * has not stated it, and the copy does not state it in its place.
 */
export function categoryFacts(
  category: BundleCategory,
  { controller, portableBy }: Pick<BundleFacts, 'portableBy'> & { readonly controller: { readonly name: string } },
  { t }: Wording,
): (readonly [term: string, values: readonly string[]])[] {
  const bases = category.purposes.map(({ basis, citation }) => (citation === null ? basis : `${basis} (${citation})`));
  const recipients =
    category.recipients?.map(({ name, country, purpose }) =>
      [name, country, purpose].filter((part) => part !== null).join(', '),
    ) ?? null;
  const transfers = category.transfers?.map(({ destination, safeguard }) => `${destination}: ${safeguard}`) ?? null;
  const decisions =
    category.automatedDecisions?.flatMap(({ logic, consequences }) => [
      logic,
      t('consequences', { text: consequences }),
    ]) ?? null;
  const facts: (readonly [string, readonly string[]])[] = [
    [t('why'), category.purposes.map(({ purpose }) => purpose)],
    [t('basis'), [...new Set(bases)]],
    [t('source'), told(category.source === null ? null : [category.source], '')],
    [t('recipients'), told(recipients, t('recipientsNone', { controller: controller.name }))],
    [t('retention'), told(category.retention === null ? null : [category.retention], '')],
    [t('transfers'), told(transfers, t('transfersNone'))],
    [t('automated'), told(decisions, t('automatedNone'))],
    [t('visible'), told(category.visibleToOthers === null ? null : [category.visibleToOthers], '')],
    [
      t('provided'),
      told(
        category.providedBySubject === null
          ? null
          : [t(category.providedBySubject ? 'providedYes' : 'providedNo', { law: portableBy ?? 'none' })],
        '',
      ),
    ],
  ];
  return facts.filter(([, values]) => values.length > 0);
}
