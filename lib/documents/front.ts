import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from './wording';

/** What every form of a copy says first: that this is it, or that nothing is held, and how much of what was found is not in it. */
export function frontSentences({ controller, subject, categories, withheld }: BundleFacts, { t }: Wording): string[] {
  if (categories.length === 0) return [t('leadNothing', { subject: subject.name })];
  const lead = t('lead', { controller: controller.legalName, subject: subject.name });
  if (withheld.length === 0) return [lead];
  const grounds = [...new Set(withheld.map(({ ground, citation }) => `${ground} (${citation})`))].join('; ');
  return [lead, t('hiddenFront', { count: withheld.reduce((sum, { count }) => sum + count, 0), grounds })];
}

/** What stands in the place of the contents where nothing was found: not that every system was searched when some could not be. */
export const nothingFound = ({ searched }: BundleFacts, { t }: Wording): string =>
  t(searched.some(({ result }) => result === 'notApplicable') ? 'contentsNonePartly' : 'contentsNone');
