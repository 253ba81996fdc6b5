import { CircleCheck, CircleDashed, CircleSlash, TriangleAlert } from 'lucide-react';
import type { RecipientWords } from '@/lib/features/cases/data/recipients';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Row, Sub } from '@/lib/ui/lists';
import { Panel } from '@/lib/ui/panel';

const ICONS = {
  due: TriangleAlert,
  onItsWay: CircleDashed,
  sent: CircleCheck,
  told: CircleCheck,
  confirmed: CircleCheck,
  excused: CircleSlash,
} as const;

/** Whoever received what was erased, corrected or restricted, and what is on record of telling them: Art. 19 GDPR. */
export const RecipientsPanel = ({
  recipients,
  children,
}: {
  recipients: readonly RecipientWords[];
  /** What can still be recorded of them here. */
  children?: React.ReactNode;
}) => (
  <Panel id="recipients" heading={t('recipients.heading')}>
    <ul className="text-sm">
      {recipients.map(({ id, name, step, data, standing, on, receipt, excusedFor, reason, failure }) => (
        <Row key={id} icon={ICONS[standing]} state={standing === 'due' ? 'soon' : undefined}>
          <span className="wrap-anywhere">{name}</span>
          <span>{t(`recipients.standing.${standing}`, { on: on ? shortDate(on, 'en') : '' })}</span>
          <Sub>
            <p>{t(`recipients.what.${step}`, { data })}</p>
            {standing === 'due' && failure && <p>{t(`mailFailure.${failure}`)}</p>}
            {receipt && <p className="wrap-anywhere">{receipt}</p>}
            {excusedFor && <p>{t(`recipients.excuse.${excusedFor}`)}</p>}
            {reason && <p className="wrap-anywhere">{reason}</p>}
          </Sub>
        </Row>
      ))}
    </ul>
    {children}
  </Panel>
);
