import { Fragment } from 'react';
import { describeRemedies, remediesFor } from '@/lib/domain/law/remedies';
import { isRefusing } from '@/lib/domain/law/rights';
import { Section } from '@/lib/ui/reading';
import { AuthorityAddress } from '../../_parts/authority-address';
import type { StatusView } from '../view';

/** What is open to this person under each law of their request, as Art. 12(4) GDPR and the other laws want it told with every refusal. */
export function IfYouDisagree({ portal, status }: StatusView) {
  const { t, law, definition, todayOn } = portal;
  const refused = status.rights.some(({ answer }) => answer !== null && isRefusing(answer.outcome));
  const where = { residence: status.residence, authority: definition.authority };
  const open = remediesFor(
    status.rights.map(({ regime }) => regime),
    where,
    refused,
    todayOn,
  );
  return (
    <Section id="disagree" heading={t('disagree.title')}>
      <p>{t('disagree.desk')}</p>
      {describeRemedies(open, { controller: definition.name, residence: status.residence }, law).map(
        ({ title, text, citation, authority }) => (
          <Fragment key={`${title} ${citation}`}>
            <p>
              {text} <span className="text-ink-2">({citation})</span>
            </p>
            {authority && <AuthorityAddress of={authority} />}
          </Fragment>
        ),
      )}
    </Section>
  );
}
