import { suggestion, type Report } from './problem';
import type { Vocabulary } from './schema';
import type { DataMap } from './types';

/** Who received what for their own direct marketing: somebody the map knows as such, with an address to name (Cal. Civ. Code 1798.83(a)(2)). */
export function checkDisclosures(
  disclosures: NonNullable<Vocabulary['disclosures']>,
  dataMap: DataMap,
  report: Report,
): void {
  for (const [year, given] of Object.entries(disclosures)) {
    given.forEach(({ to }, index) => {
      const path = ['rightsdesk', 'disclosures', year, index, 'to'];
      const recipient = dataMap.recipients[to];
      if (recipient === undefined)
        report(
          path,
          `"${to}" is not among the recipients`,
          suggestion(to, Object.keys(dataMap.recipients), `define "${to}" under rightsdesk.recipients`),
        );
      else if (!recipient.directMarketing)
        report(path, `"${to}" uses nothing for direct marketing of its own`, 'give it directMarketing: true');
      else if (recipient.address === null)
        report(path, `the address of "${to}" has to be named to whoever asks`, 'give it an address');
    });
  }
}
