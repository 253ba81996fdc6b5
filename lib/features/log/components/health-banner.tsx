import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { LogFault } from '@/lib/domain/audit/faults';
import type { LogHealth } from '@/lib/features/log/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';

const number = new Intl.NumberFormat('en-GB');
const MOST_SHOWN = 8;

/** What is wrong and where, in a sentence. */
function faultText({ kind, ...places }: LogFault): string {
  const values = Object.entries(places).map(([name, value]): [string, string] => [
    name,
    typeof value === 'number' ? number.format(value) : '–',
  ]);
  return t(`health.fault.${kind}`, Object.fromEntries(values));
}

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
        <b>
          {health.state === 'verified'
            ? t('health.verified', { last: number.format(health.head.size - 1) })
            : t(`health.${health.state}`)}
        </b>{' '}
        <span className="muted">{more(health)}</span>
        {health.state === 'broken' && (
          <ul className="rows">
            {health.faults.slice(0, MOST_SHOWN).map((fault) => (
              <li key={JSON.stringify(fault)}>{faultText(fault)}</li>
            ))}
            {health.faults.length > MOST_SHOWN && (
              <li>{t('health.more', { more: health.faults.length - MOST_SHOWN })}</li>
            )}
          </ul>
        )}
      </div>
      {health.state !== 'empty' && health.head && (
        <details>
          <summary>{t('health.check')}</summary>
          <p className="small">{t('health.checkHow')}</p>
          <code className="code" tabIndex={0} aria-label={t('health.checkpoint')}>
            {health.head.note}
          </code>
        </details>
      )}
    </div>
  );
}

function more(health: LogHealth): string {
  if (health.state === 'verified')
    return t('health.verifiedMore', {
      checked: clock(health.checkedAt),
      signed: clock(health.head.signedAt),
      unsealed: health.unsealed,
    });
  if (health.state === 'broken') return t('health.brokenMore', { checked: clock(health.checkedAt) });
  return t('health.emptyMore', { unsealed: health.unsealed });
}
