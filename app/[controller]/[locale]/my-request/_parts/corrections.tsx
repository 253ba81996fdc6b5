import { PageForm } from '@/app/_ui/page-form';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { maskedAddress } from '@/lib/domain/intake/address';
import { sendDeliveryCodeAction } from '@/lib/features/delivery/actions';
import type { Correction, StatementKept } from '@/lib/features/case-file/types/corrections';
import { longDate } from '@/lib/platform/i18n/dates';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Section } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import type { StatusView } from '../view';

/** Each value that was corrected, before and after, each statement that stands beside the data, and where: the words themselves only once the mailbox was proved afresh. */
export function Corrections(view: StatusView) {
  const {
    portal,
    session,
    status: { corrections, statementsKept, email },
  } = view;
  const done = corrections.filter(({ systems }) => systems.length > 0);
  if (done.length + statementsKept.length === 0) return null;
  const { t } = portal;
  return (
    <Section id="corrections" heading={t('corrections.title')}>
      {done.map((one) => (
        <Corrected key={`${one.factId}:${one.after}`} view={view} correction={one} />
      ))}
      {statementsKept.map((one) => (
        <Kept key={one.rightItemId} view={view} kept={one} />
      ))}
      {!session.fresh && (
        <PageForm action={sendDeliveryCodeAction}>
          <Hidden portal={portal} />
          <p className={ACTIONS}>
            <Button type="submit">{t('corrections.show')}</Button>
          </p>
          <p className="text-sm text-ink-2">{t('corrections.hint', { email: maskedAddress(email) })}</p>
        </PageForm>
      )}
    </Section>
  );
}

function Corrected({
  view: {
    portal: { t, locale, definition },
    session,
  },
  correction: { fact, factId, before, after, systems },
}: {
  view: StatusView;
  correction: Correction;
}) {
  const day = (at: Date) => longDate(localDateOf(at.toISOString(), definition.timezone), locale);
  return (
    <div>
      <h3 className="font-medium">{fact?.[locale] ?? factId}</h3>
      {session.fresh && (
        <dl className="mt-1 grid gap-x-4 gap-y-1 @phone:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-ink-2">{t('corrections.before')}</dt>
          <dd className="wrap-anywhere line-through decoration-ink-3">{before}</dd>
          <dt className="text-ink-2">{t('corrections.after')}</dt>
          <dd className="font-medium wrap-anywhere">{after}</dd>
        </dl>
      )}
      <ul className="mt-1 text-sm text-ink-2">
        {systems.map(({ system, records, left, at }) => (
          <li key={system.en}>{t('corrections.in', { system: system[locale], records, left, date: day(at) })}</li>
        ))}
      </ul>
    </div>
  );
}

function Kept({
  view: {
    portal: { t, locale, definition },
    session,
  },
  kept: { text, systems, byHand },
}: {
  view: StatusView;
  kept: StatementKept;
}) {
  const day = (at: Date) => longDate(localDateOf(at.toISOString(), definition.timezone), locale);
  return (
    <div>
      <h3 className="font-medium">{t('corrections.statement')}</h3>
      {session.fresh && <p className="mt-1 wrap-anywhere whitespace-pre-line">{text}</p>}
      <ul className="mt-1 text-sm text-ink-2">
        {systems.map(({ system, records, left, at }) => (
          <li key={system.en}>
            {t('corrections.statementIn', { system: system[locale], records, left, date: day(at) })}
          </li>
        ))}
        {byHand.map(({ system, on }) => (
          <li key={system.en}>
            {t('corrections.statementByHand', { system: system[locale], date: longDate(on, locale) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
