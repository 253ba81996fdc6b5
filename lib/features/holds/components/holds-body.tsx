import { Lock, LockOpen } from 'lucide-react';
import Link from 'next/link';
import { releaseHoldAction } from '@/lib/features/holds/actions';
import type { HoldView } from '@/lib/features/holds/data';
import type { HoldsPage } from '@/lib/features/holds/loaders';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Icon } from '@/lib/ui/icon';
import { Panel } from '@/lib/ui/panel';
import { Split } from '@/lib/ui/split';
import { PlaceForm } from './place-form';

/** What is held and was, and the form for another hold of each controller. */
export function HoldsBody({ page: { holds, staff, controllers, grounds } }: { page: HoldsPage }) {
  return (
    <Split
      aside={controllers.map((one) => (
        <Panel key={one.id} id={`place-${one.id}`} heading={t('holds.form.heading', { controller: one.name })}>
          <PlaceForm controller={one} grounds={grounds} />
        </Panel>
      ))}
    >
      <Panel id="holds" heading={t('holds.list')}>
        {holds.length === 0 && <p className="text-ink-2">{t('holds.none')}</p>}
        <ul className="divide-y divide-line">
          {holds.map((hold) => (
            <Hold key={hold.id} hold={hold} staff={staff} />
          ))}
        </ul>
      </Panel>
    </Split>
  );
}

function Hold({ hold, staff }: { hold: HoldView; staff: HoldsPage['staff'] }) {
  const { id, controller, caseId, reference, collections, groundId, reason, until, released, timezone, state } = hold;
  const deed = (staffId: string, at: Date) => ({ by: staff.get(staffId) ?? '–', at: dateAndTime(at, 'en', timezone) });
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 py-3">
      <Icon of={state === 'holding' ? Lock : LockOpen} className="mt-1" />
      <div className="min-w-0 space-y-1">
        <p className="font-medium">
          {reference ? <Link href={`/dpo/cases/${caseId}`}>{reference}</Link> : collections.join('; ')}{' '}
          <span className="font-normal text-ink-2">{controller}</span>
        </p>
        <p className="wrap-anywhere">{reason}</p>
        <p className="text-sm text-ink-2">
          {t(`holds.ground.${groundId}`)}{' '}
          {!released && t('holds.until', { until: until === null ? 'none' : longDate(until, 'en') })}
        </p>
        <p className="text-sm text-ink-2">
          {t('holds.placed', deed(hold.placedById, hold.placedAt))}{' '}
          {t(`holds.state.${state}`, released ? deed(released.byId, released.at) : {})}
        </p>
        {state === 'holding' && (
          <form action={releaseHoldAction}>
            <input type="hidden" name="holdId" value={id} />
            <Button size="small">
              {t('holds.release')} <span className="sr-only">{reference ?? collections.join('; ')}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}
