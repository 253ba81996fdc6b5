import { Download } from 'lucide-react';
import { PageForm } from '@/app/_ui/page-form';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { sharedBackups } from '@/lib/domain/erasure/shared-backups';
import { sendDeliveryCodeAction } from '@/lib/features/delivery/actions';
import { cancelErasureAction } from '@/lib/features/requester/actions';
import type { ErasureStatus } from '@/lib/features/requester/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { Backups } from '@/lib/ui/backups';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Icon } from '@/lib/ui/icon';
import { ACTIONS } from '@/lib/ui/layout';
import { Section } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import { maskedAddress } from '@/lib/domain/intake/address';
import type { StatusView } from '../view';

/** What an erasure takes and what it leaves, with why and until when; and, as long as it has not begun, the button that stops it. */
export function Erasure(view: StatusView) {
  const {
    portal: { t },
    status: { erasure },
  } = view;
  if (erasure === null) return null;
  return (
    <Section id="deletion" heading={t('erasure.title', { done: erasure.state === 'proved' ? 'yes' : 'no' })}>
      <Now view={view} erasure={erasure} />
      {erasure.state === 'approved' && (
        <PageForm action={cancelErasureAction}>
          <Hidden portal={view.portal} />
          <p className={ACTIONS}>
            <Button type="submit">{t('erasure.stop')}</Button>
          </p>
        </PageForm>
      )}
      {erasure.state === 'proved' && <Certificate {...view} />}
      <Fates view={view} erasure={erasure} />
    </Section>
  );
}

type Part = { readonly view: StatusView; readonly erasure: ErasureStatus };

function Now({
  view: {
    portal: { t, locale, definition },
  },
  erasure: { state, until, copyFirst, held, provedAt },
}: Part) {
  const day = (at: Date) => longDate(localDateOf(at.toISOString(), definition.timezone), locale);
  if (state !== 'approved')
    return (
      <>
        <p>{t(`erasure.${state}`, { date: provedAt ? day(provedAt) : '' })}</p>
        {held && <p>{t('erasure.held')}</p>}
      </>
    );
  return (
    <>
      <p>{until === null ? t('erasure.now') : t('erasure.until', { until: longDate(until, locale) })}</p>
      {copyFirst && <p>{t('erasure.copyFirst')}</p>}
      {held && <p>{t('erasure.held')}</p>}
    </>
  );
}

/** The certificate, once the mailbox was proved afresh. */
const Certificate = ({ portal, session, status }: StatusView) =>
  session.fresh ? (
    <p className={ACTIONS}>
      <a className={buttonClasses()} href={`${portal.home}/my-request/certificate`} download>
        <Icon of={Download} />
        {portal.t('erasure.download')}
      </a>
    </p>
  ) : (
    <PageForm action={sendDeliveryCodeAction}>
      <Hidden portal={portal} />
      <p className={ACTIONS}>
        <Button type="submit">{portal.t('erasure.certificate')}</Button>
      </p>
      <p className="text-sm text-ink-2">
        {portal.t('erasure.certificateHint', { email: maskedAddress(status.email) })}
      </p>
    </PageForm>
  );

function Fates({
  view: {
    portal: { t },
  },
  erasure: { systems, portal },
}: Part) {
  const shared = sharedBackups(systems);
  return (
    <>
      {shared && <Backups lines={shared} />}
      <ul className="border-t border-line">
        {systems.map(({ id, name, byPerson, backups, collections }) => (
          <li key={id} className="border-b border-line py-[0.9rem]">
            <b>{name}</b>
            {byPerson && <p className="text-sm text-ink-2">{t('erasure.byPerson')}</p>}
            {!byPerson && collections.length === 0 && <p className="text-sm text-ink-2">{t('erasure.nothing')}</p>}
            {!shared && <Backups lines={backups} />}
            <ul className="mt-1 grid gap-2 text-sm">
              {collections.map((one) => (
                <li key={one.id}>
                  <span className="font-medium">{one.title}</span>
                  {one.goes !== '' && <p>{one.goes}</p>}
                  {one.stays.map((line) => (
                    <p key={line} className="text-ink-2">
                      {line}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {portal && (
          <li className="border-b border-line py-[0.9rem]">
            <b>{portal.name}</b>
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
