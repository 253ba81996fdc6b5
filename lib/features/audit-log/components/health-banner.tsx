import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { LogHealth } from '@/lib/features/audit-log/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';

const number = new Intl.NumberFormat('en-GB');
const clock = (at: Date): string => `${dateAndTime(at, 'en', 'UTC')} UTC`;

const SHOWN = {
  verified: { Shape: ShieldCheck, state: 'ok' },
  broken: { Shape: ShieldAlert, state: 'late' },
  empty: { Shape: ShieldQuestion, state: 'done' },
} as const;

/** How far the log is proven, in the first line of its page. */
export function HealthBanner({ health }: { health: LogHealth }) {
  const { Shape, state } = SHOWN[health.state];
  return (
    <div className="banner" data-state={state}>
      <Shape className="i" aria-hidden="true" />
      <div>
        <b>{health.state === 'verified' ? t('health.verified', { last: number.format(health.head.size - 1) }) : t(`health.${health.state}`)}</b>{' '}
        <span className="muted">{more(health)}</span>
      </div>
      {health.state !== 'empty' && (
        <details>
          <summary>{t('health.check')}</summary>
          <p className="small">{t('health.checkHow')}</p>
          <code className="code" tabIndex={0} aria-label={t('health.checkpoint')}>{health.head.note}</code>
        </details>
      )}
    </div>
  );
}

function more(health: LogHealth): string {
  if (health.state === 'verified') return t('health.verifiedMore', { checked: clock(health.checkedAt), signed: clock(health.head.signedAt), unsealed: health.unsealed });
  if (health.state === 'broken') return health.at === null ? t('health.brokenWhole') : t('health.brokenAt', { at: number.format(health.at) });
  return t('health.emptyMore', { unsealed: health.unsealed });
}
