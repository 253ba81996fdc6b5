import { Archive, Eraser, UserRound } from 'lucide-react';
import { sharedBackups } from '@/lib/domain/erasure/shared-backups';
import type { ErasureView } from '@/lib/features/cases/loaders/erasure';
import { shortDate, shortDateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Backups } from '@/lib/ui/backups';
import { Row, Sub } from '@/lib/ui/lists';
import { Panel } from '@/lib/ui/panel';

/** System by system and collection by collection: what goes, and what stays with its reason, its law and its last day. */
export function ErasurePlan({ erasure: { systems, portal } }: { erasure: ErasureView }) {
  const shared = sharedBackups(systems);
  return (
    <>
      {shared && <Backups lines={shared} />}
      <ul className="grid gap-3">
        {systems.map(({ id, name, byPerson, backups, collections }) => (
          <li key={id}>
            <p className="font-medium">{name}</p>
            {byPerson && <p className="text-sm text-ink-2">{t('erasure.byPerson')}</p>}
            {!byPerson && collections.length === 0 && <p className="text-sm text-ink-2">{t('erasure.nothing')}</p>}
            {!shared && <Backups lines={backups} />}
            <ul>
              {collections.map((one) => (
                <Row key={one.id} icon={byPerson ? UserRound : one.goes === '' ? Archive : Eraser}>
                  <span>{one.title}</span>
                  <span className="text-ink-2">{one.goes}</span>
                  {one.stays.length > 0 && (
                    <Sub>
                      {one.stays.map((line) => (
                        <p key={line}>{line}</p>
                      ))}
                    </Sub>
                  )}
                </Row>
              ))}
            </ul>
          </li>
        ))}
        {portal && (
          <li>
            <p className="font-medium">{portal.name}</p>
            {portal.lines.map((line) => (
              <p key={line} className="text-sm text-ink-2">
                {line}
              </p>
            ))}
          </li>
        )}
      </ul>
    </>
  );
}

/** How far the erasure of the case is, in a sentence, with what it waits for. */
export function ErasureProgress({ erasure, timezone }: { erasure: ErasureView; timezone: string }) {
  const { state, waits, until, failure, retryAt } = erasure;
  return (
    <>
      <p>{t(`erasure.state.${state}`)}</p>
      {waits.map((wait) => (
        <p key={wait} className="text-ink-2">
          {t(`erasure.wait.${wait}`, { until: until === null ? '' : shortDate(until, 'en') })}
        </p>
      ))}
      {failure !== null && (
        <p className="text-soon">
          {t('erasure.failed', {
            reason: t(`failure.${failure}`),
            at: retryAt === null ? 'none' : shortDateAndTime(retryAt, 'en', timezone),
          })}
        </p>
      )}
    </>
  );
}

/** What stands in the way, in sentences that say what to do. */
export const ErasureProblems = ({ erasure: { problems, changes } }: { erasure: ErasureView }) => (
  <ul className="grid gap-1">
    {changes && <li className="font-medium">{t('erasure.changed', { system: changes.system })}</li>}
    {[...(changes?.detail ?? []), ...problems].map((line) => (
      <li key={line} className="wrap-anywhere">
        {line}
      </li>
    ))}
  </ul>
);

/** The erasure beside the rights that it carries out. `isAbove`: its plan stands in the next step, to be agreed to. */
export function ErasurePanel({
  erasure,
  timezone,
  isAbove,
  children,
}: {
  erasure: ErasureView;
  timezone: string;
  isAbove: boolean;
  children?: React.ReactNode;
}) {
  return (
    <Panel id="deletion" heading={t('erasure.heading')}>
      <div className="text-sm not-last:mb-3">
        <ErasureProgress erasure={erasure} timezone={timezone} />
      </div>
      {!isAbove && <ErasurePlan erasure={erasure} />}
      {children}
    </Panel>
  );
}
