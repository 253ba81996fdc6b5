import type { Requirement } from '../types';

export const need = (id: string, citation: string, text: string): Requirement => ({ id, citation, text });

export const REFUSAL: readonly Requirement[] = [
  need(
    'reasons',
    'Cal. Civ. Code 1798.145(h)(2)',
    'The reasons for taking no action, without delay and within the time to answer.',
  ),
  need('rest', '11 CCR 7024', 'The rest, where only part is denied.'),
  need('appeal', 'Cal. Civ. Code 1798.145(h)(2)', 'Any right to appeal to the business.'),
];

export const FRAUD = need(
  'fraud',
  '11 CCR 7026(e), 7027(f)',
  'A good-faith, reasonable and documented belief of fraud: then it is not this consumer’s request, and whoever sent it is told why.',
);

export const CATEGORIES: readonly Requirement[] = [
  need('collected', 'Cal. Civ. Code 1798.110(c)(1)', 'The categories of data collected.'),
  need('sources', 'Cal. Civ. Code 1798.110(c)(2)', 'The categories of sources.'),
  need('purposes', 'Cal. Civ. Code 1798.110(c)(3)', 'The purposes of collecting, selling or sharing.'),
  need(
    'sold',
    'Cal. Civ. Code 1798.115, 1798.130(a)(4)',
    'Sold or shared: the categories, for each category of third party.',
  ),
  need(
    'disclosed',
    'Cal. Civ. Code 1798.115, 1798.130(a)(4)',
    'Disclosed for a business purpose: a list of its own, for each category of third party.',
  ),
];

export const HOUSEHOLD = need(
  'household',
  'Cal. Civ. Code 1798.145(p)',
  'Only what relates to this person: nothing is owed on a household.',
);

export const REASONABLE = need(
  'degree',
  '11 CCR 7062(b)',
  'A reasonable degree of certainty, which may include two reliable data points.',
);

export const REASONABLY_HIGH = need(
  'degree',
  '11 CCR 7062(c)',
  'A reasonably high degree: three data points and a declaration under penalty of perjury may be asked.',
);

export const NOT_ASKED_AGAIN = need(
  'twelveMonths',
  'Cal. Civ. Code 1798.135(c)(4)',
  'For 12 months nobody asks the person to change their mind.',
);

export const LEAST_DATA = need(
  'leastData',
  'Cal. Civ. Code 1798.135(c)(1), (6)',
  'No account and no more data than this needs; they serve nothing else.',
);

export const LOOKBACK = need(
  'lookback',
  'Cal. Civ. Code 1798.130(a)(2)(B)',
  'The 12 months before receipt; data since 1 January 2022 as far as the consumer asks, unless impossible or disproportionate.',
);
