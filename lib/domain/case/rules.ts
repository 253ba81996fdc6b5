import { LAW } from '../law/law';
import type { Law, RegimeId, RightId, RightRule } from '../law/types';
import type { CaseRules } from './decide';

// Rights that are answered by handing over the person's data; all others are answered by doing something and saying so.
const COPY_RIGHTS: ReadonlySet<RightId> = new Set<RightId>(['access', 'portability', 'know_specific', 'deceased_access']);

const ruleOf = (law: Law, regime: RegimeId, right: RightId): RightRule | undefined =>
  law.find(({ id }) => id === regime)?.rights.find((rule) => rule.right === right);

/** What the law in force says about deciding a case. */
export const caseRules: CaseRules = {
  refusalGrounds({ regime, right }) {
    const rule = ruleOf(LAW, regime, right);
    return rule?.refusable ? rule.grounds : [];
  },
  outcomes: ({ regime, right }) => ruleOf(LAW, regime, right)?.outcomes ?? [],
  exemptions: (items) =>
    LAW.flatMap((regime) => regime.exemptions)
      .filter((exemption) => items.some((item) => item.regime === exemption.regime && (exemption.rights as readonly RightId[]).includes(item.right)))
      .map(({ id }) => id),
  needsCopy: ({ right }) => COPY_RIGHTS.has(right),
};

/** Article of an exemption, as the requester is told it. @throws for an id that no law has. */
export function exemptionCitation(id: string): string {
  const exemption = LAW.flatMap(({ exemptions }) => exemptions).find((one) => one.id === id);
  if (!exemption) throw new Error(`No law has the exemption ${id}`);
  return exemption.citation;
}
