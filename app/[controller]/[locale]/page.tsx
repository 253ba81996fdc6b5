import { ArrowRight } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import { offeredRights, pairOf, servesTheDead } from '@/lib/domain/intake/offered';
import { authorityFor } from '@/lib/domain/law/authorities';
import { longDate } from '@/lib/platform/i18n/dates';
import { AnswerBy } from './_parts/answer-by';
import { RightName } from './_parts/right-name';
import { clockToday } from './clock-today';
import { portal, type PortalParams } from './portal';

export default async function StartPage({ params }: { params: PortalParams }) {
  const open = await portal(params);
  const { t, law, home, definition, locale, todayOn } = open;
  const rights = offeredRights({}, definition, todayOn);
  const clock = await clockToday(
    open,
    rights
      .filter(({ right }) => right === 'access')
      .slice(0, 1)
      .map(pairOf),
  );
  const authority = authorityFor(definition.authority);
  const others = definition.regimes
    .filter((id) => !rights.some(({ regime }) => regime === id))
    .map((id) => law(`regime.${id}`));
  const start = (
    <p className="actions">
      <a className="btn btn--main btn--start" href={`${home}/request/for-whom`}>
        {t('start.now')} <Icon of={ArrowRight} />
      </a>
    </p>
  );
  const more = clock?.extension?.state === 'possible' && clock.extension.dueOn ? clock.extension.dueOn : null;
  return (
    <div className="cols">
      <div className="read">
        <h1 className="title">{t('start.title')}</h1>
        <p className="lead">{definition.texts.intro[locale]}</p>
        {start}
        <section aria-labelledby="what">
          <h2 id="what">{t('start.what.title')}</h2>
          <p>{t('start.what.text')}</p>
          <dl className="defs">
            {rights.map((offered) => (
              <div key={pairOf(offered)}>
                <dt>
                  <RightName {...offered} law={law} />
                </dt>
                <dd>{law(offered.labels.hint)}</dd>
              </div>
            ))}
          </dl>
          {others.length > 0 && (
            <p>{t('start.what.elsewhere', { laws: new Intl.ListFormat(locale).format(others) })}</p>
          )}
        </section>
        {clock && (
          <section aria-labelledby="long">
            <h2 id="long">{t('start.long.title')}</h2>
            <AnswerBy portal={open} clock={clock} />
            {more && (
              <p>{t('start.long.more', { more: longDate(more, locale), dueOn: longDate(clock.bindingOn, locale) })}</p>
            )}
          </section>
        )}
        <section aria-labelledby="need">
          <h2 id="need">{t('start.need.title')}</h2>
          <ul className="list">
            <li>{t('start.need.minutes')}</li>
            <li>{t('start.need.email')}</li>
            <li>{t('start.need.account', { controller: definition.name })}</li>
          </ul>
          <p>{t('start.need.noId')}</p>
          <p>{t('start.need.others', { dead: servesTheDead(definition, todayOn) ? 'yes' : 'no' })}</p>
          {start}
        </section>
      </div>
      <aside className="aside" aria-label={t('start.aside')}>
        <h2>{t('start.sent.title')}</h2>
        <p>{t('start.sent.text')}</p>
        <p>
          <a className="btn" href={`${home}/find`}>
            {t('start.sent.button')}
          </a>
        </p>
        {definition.texts.quickerInApp.length > 0 && (
          <>
            <h2>{t('start.quicker')}</h2>
            {definition.texts.quickerInApp.map(({ right, text, url }) => (
              <p key={right}>{url ? <a href={url}>{text[locale]}</a> : text[locale]}</p>
            ))}
          </>
        )}
        {authority && (
          <>
            <h2>{t('start.complain.title')}</h2>
            <p>
              {t('start.complain.text', {
                authority: [authority.name, authority.address, authority.phone].filter(Boolean).join(', '),
              })}
            </p>
          </>
        )}
      </aside>
    </div>
  );
}
