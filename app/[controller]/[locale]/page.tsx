import { ArrowRight } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import { offeredRights, pairOf, servesTheDead } from '@/lib/domain/intake/offered';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { authorityFor } from '@/lib/domain/law/authorities';
import { loadClockToday } from '@/lib/features/requests/loaders';
import { longDate } from '@/lib/platform/i18n/dates';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import { AnswerBy } from './_parts/answer-by';
import { Aside, AsideHeading, Columns } from './_parts/columns';
import { RightName } from './_parts/right-name';
import { portal, type PortalParams } from './portal';

export default async function StartPage({ params }: { params: PortalParams }) {
  const open = await portal(params);
  const { t, law, home, definition, locale, todayOn } = open;
  const rights = offeredRights({}, definition, todayOn);
  const clock = await loadClockToday(
    definition.id,
    rights
      .filter(({ right }) => RIGHT_DOING[right].doneBy === 'copy')
      .slice(0, 1)
      .map(pairOf),
  );
  const authority = authorityFor(definition.authority);
  const others = definition.regimes
    .filter((id) => !rights.some(({ regime }) => regime === id))
    .map((id) => law(`regime.${id}`));
  const start = (
    <p className={ACTIONS}>
      <a className={buttonClasses({ look: 'main', size: 'start' })} href={`${home}/request/for-whom`}>
        {t('start.now')} <Icon of={ArrowRight} />
      </a>
    </p>
  );
  const more =
    clock?.extension?.state === 'possible' && clock.extension.extendedToOn ? clock.extension.extendedToOn : null;
  return (
    <Columns>
      <Reading>
        <Title>{t('start.title')}</Title>
        <p className="text-lg">{definition.texts.intro[locale]}</p>
        {start}
        <Section id="what" heading={t('start.what.title')}>
          <p>{t('start.what.text')}</p>
          <dl className="border-t border-line">
            {rights.map((offered) => (
              <div
                className="grid gap-x-8 gap-y-[0.15rem] border-b border-line py-[0.9rem] @phone:grid-cols-[14.5rem_1fr]"
                key={pairOf(offered)}
              >
                <dt className="font-bold">
                  <RightName {...offered} law={law} stacked />
                </dt>
                <dd>{law(offered.labels.hint)}</dd>
              </div>
            ))}
          </dl>
          {others.length > 0 && (
            <p>{t('start.what.elsewhere', { laws: new Intl.ListFormat(locale).format(others) })}</p>
          )}
        </Section>
        {clock && (
          <Section id="long" heading={t('start.long.title')}>
            <AnswerBy portal={open} clock={clock} />
            {more && (
              <p>{t('start.long.more', { more: longDate(more, locale), dueOn: longDate(clock.lastDayOn, locale) })}</p>
            )}
          </Section>
        )}
        <Section id="need" heading={t('start.need.title')}>
          <Sentences>
            <li>{t('start.need.minutes')}</li>
            <li>{t('start.need.email')}</li>
            <li>{t('start.need.account', { controller: definition.name })}</li>
          </Sentences>
          <p>{t('start.need.noId')}</p>
          <p>{t('start.need.others', { dead: servesTheDead(definition, todayOn) ? 'yes' : 'no' })}</p>
          {start}
        </Section>
      </Reading>
      <Aside aria-label={t('start.aside')}>
        <AsideHeading>{t('start.sent.title')}</AsideHeading>
        <p>{t('start.sent.text')}</p>
        <p>
          <a className={buttonClasses()} href={`${home}/find`}>
            {t('start.sent.button')}
          </a>
        </p>
        {definition.texts.quickerInApp.length > 0 && (
          <>
            <AsideHeading>{t('start.quicker')}</AsideHeading>
            {definition.texts.quickerInApp.map(({ right, text, url }) => (
              <p key={right}>{url ? <a href={url}>{text[locale]}</a> : text[locale]}</p>
            ))}
          </>
        )}
        {authority && (
          <>
            <AsideHeading>{t('start.complain.title')}</AsideHeading>
            <p>
              {t('start.complain.text', {
                authority: [authority.name, authority.address, authority.phone].filter(Boolean).join(', '),
              })}
            </p>
          </>
        )}
      </Aside>
    </Columns>
  );
}
