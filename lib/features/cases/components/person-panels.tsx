import { CircleCheck, CircleDashed } from 'lucide-react';
import type { CasePage } from '@/lib/features/cases/loaders';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Who asks, and how we know. */
export function PersonPanels({ page }: { page: CasePage }) {
  const { answers, current, identity, emailConfirmed, timezone } = page;
  return (
    <>
      <section className="panel" aria-labelledby="who">
        <h2 id="who">{t('person.heading')}</h2>
        {answers === null ? (
          <p className="muted">{t('person.forgotten')}</p>
        ) : (
          <dl className="facts">
            <dt>{t('person.name')}</dt>
            <dd lang={current.locale}>{answers.name}</dd>
            <dt>{t('person.actsFor')}</dt>
            <dd>{t(`person.forWhom.${answers.forWhom}`)}</dd>
            <dt>{t('person.livesIn')}</dt>
            <dd>{page.residence}</dd>
            <dt>{t('person.email')}</dt>
            <dd>
              {answers.email} <span className="faint">{t(emailConfirmed ? 'person.confirmed' : 'person.notConfirmed')}</span>
            </dd>
            {Object.entries(answers.identifiers).map(([kind, value]) => (
              <div key={kind} className="facts__row">
                <dt>{kind === 'phone' ? t('person.phone') : kind}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <dt>{t('person.language')}</dt>
            <dd>{t(`language.${current.locale}`)}</dd>
            {answers.details && (
              <>
                <dt>{t('person.details')}</dt>
                <dd lang={current.locale}>{answers.details}</dd>
              </>
            )}
          </dl>
        )}
      </section>
      <section className="panel" aria-labelledby="verification">
        <h2 id="verification">{t('verification.heading')}</h2>
        {identity ? (
          <>
            <p className="state state--wrap" data-state="done">
              <CircleCheck className="i" aria-hidden="true" />
              {t(`identity.method.${identity.method}.done`)}
            </p>
            <p className="small muted">{t('verification.by', { name: identity.by ?? t('who.portal'), at: dateAndTime(identity.at, 'en', timezone) })}</p>
          </>
        ) : (
          <p className="state state--wrap">
            <CircleDashed className="i" aria-hidden="true" />
            {t(emailConfirmed ? 'verification.pending' : 'verification.waitsForEmail')}
          </p>
        )}
      </section>
    </>
  );
}
