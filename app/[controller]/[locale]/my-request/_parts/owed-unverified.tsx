import { cite } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { owedUnverified } from '@/lib/domain/law/rights';
import { PolicyLink } from '../../_parts/policy-link';
import type { StatusView } from '../view';

/** What somebody who could not be verified is owed besides the reason: in California the general practices in the privacy policy (11 CCR 7024(a), (b)). */
export function OwedUnverified({ portal, status }: StatusView) {
  const { t, law, definition } = portal;
  if (status.closedHow !== 'unverified') return null;
  const receivedOn = localDateOf(status.receivedAt.toISOString(), definition.timezone);
  const owed = owedUnverified(status.rights, receivedOn);
  if (owed === null) return null;
  return (
    <p>
      {t('status.unverified', { treated: owed.treatedAs ? 'yes' : 'no' })} <PolicyLink portal={portal} />{' '}
      <span className="text-ink-2">({cite(owed.citation, law)})</span>
    </p>
  );
}
