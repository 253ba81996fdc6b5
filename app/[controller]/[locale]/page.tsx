import { ArrowRight } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import { pairOf, servesTheDead } from '@/lib/domain/intake/offered';
import { offeredWishes } from '@/lib/domain/intake/wishes';
import { isGivenBy } from '@/lib/domain/law/wishes';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { authorityFor } from '@/lib/domain/law/authorities';
import { loadOptOutSignal } from '@/lib/features/drafts/loaders';
import { loadClockToday } from '@/lib/features/requests/loaders';
import { longDate } from '@/lib/platform/i18n/dates';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import { AnswerBy } from './_parts/answer-by';
import { Aside, AsideHeading, Columns } from './_parts/columns';
import { WishName } from './_parts/right-name';
import { portal, type Portal, type PortalParams } from './portal';

/** What becomes of the Global Privacy Control here (11 CCR 7025(c)(6)). Nothing is said of it where no law of the controller knows it. */
const Signal = ({ portal: { t, intake, definition } }: { portal: Portal }) =>
  isGivenBy('noSale', definition.regimes) && (
    <Note>{t(intake.sellsData || intake.sharesForAdvertising ? 'start.signal' : 'start.signalIdle')}</Note>
  );

export default async function StartPage({ params }: { params: PortalParams }) {
  const open = await portal(params);
  const { t, law, home, definition, intake, locale, todayOn } = open;
  const wishes = offeredWishes({}, intake, todayOn);
  const rights = wishes.flatMap((wish) => wish.rights);
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
        {(await loadOptOutSignal()) && <Signal portal={open} />}
        <Section id="what" heading={t('start.what.title')}>
          <p>{t('start.what.text')}</p>
          <dl className="border-t border-line">
            {wishes.map((wish) => (
              <div
                className="grid gap-x-8 gap-y-[0.15rem] border-b border-line py-[0.9rem] @phone:grid-cols-[14.5rem_1fr]"
                key={wish.id}
              >
                <dt className="font-bold">
                  <WishName {...wish} law={law} stacked />
                </dt>
                <dd>{law(wish.rights[0].labels.hint)}</dd>
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
          <p>{t('start.need.others', { dead: servesTheDead(intake, todayOn) ? 'yes' : 'no' })}</p>
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
