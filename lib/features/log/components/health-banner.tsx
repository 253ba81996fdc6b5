import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { LogFault } from '@/lib/domain/audit/faults';
import type { LogHealth } from '@/lib/features/log/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { Fold } from '@/lib/ui/fold';
import { CodeBlock } from '@/lib/ui/words';
import { Banner } from '@/lib/ui/banner';

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
    <Banner state={state} icon={Shape}>
      <div>
        <b>
          {health.state === 'verified'
            ? t('health.verified', { last: number.format(health.head.size - 1) })
            : t(`health.${health.state}`)}
        </b>{' '}
        <span className="text-ink-2">{more(health)}</span>
        {health.state === 'broken' && (
          <ul className="grid gap-1">
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
        <Fold summary={t('health.check')}>
          <p className="text-sm">{t('health.checkHow')}</p>
          <CodeBlock aria-label={t('health.checkpoint')}>{health.head.note}</CodeBlock>
        </Fold>
      )}
    </Banner>
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
