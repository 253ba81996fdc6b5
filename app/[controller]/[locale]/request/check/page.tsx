import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { PageForm } from '@/app/_ui/page-form';
import { journey } from '@/lib/domain/intake/journey';
import { offeredRights, pairOf } from '@/lib/domain/intake/offered';
import { summaryOf } from '@/lib/domain/intake/summary';
import { submitAction } from '@/lib/features/drafts/actions';
import { loadDraft } from '@/lib/features/drafts/loaders';
import { loadClockToday } from '@/lib/features/requests/loaders';
import { dateTimeAndZone } from '@/lib/platform/i18n/dates';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Steps } from '@/lib/ui/sentences';
import { AnswerBy } from '../../_parts/answer-by';
import { Back } from '../../_parts/back';
import { Discard } from '../../_parts/discard';
import { Hidden } from '../../_parts/hidden';
import { subjectOf, WhoYouAre } from '../../_parts/who-you-are';
import { portal, type PortalParams } from '../../portal';
import { Answers } from '../summary';

type Props = { params: PortalParams; searchParams: Promise<{ problem?: string; until?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  const title = t('check.title');
  return { title: 'problem' in (await searchParams) ? t('errors.pageTitle', { title }) : title };
}

export default async function CheckPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, home, locale, definition, intake, todayOn } = open;
  const draft = await loadDraft(definition.id);
  if (draft.state === 'sent') redirect(`${home}/request/sent`);
  if (draft.state !== 'open') redirect(`${home}/request/for-whom${draft.state === 'expired' ? '?expired=1' : ''}`);
  const { answers } = draft.content;
  const way = journey(answers, intake, todayOn);
  if (way.next !== 'check') redirect(`${home}/request/${way.next}`);
  const clock = await loadClockToday(open.definition.id, answers.rights ?? []);
  const rights = offeredRights(answers, intake, todayOn).filter((one) => answers.rights?.includes(pairOf(one)));
  const given = new Date((await searchParams).until ?? '');
  const until = Number.isNaN(given.getTime()) ? new Date(new Date().getTime() + 3_600_000) : given;
  const subject = subjectOf(answers);
  const { wanted, person, you } = summaryOf({ answers, controller: intake, on: todayOn });
  return (
    <>
      <Back portal={open} href={`${home}/request/${way.previous('check') ?? 'for-whom'}`} />
      <Reading>
        {'problem' in (await searchParams) && (
          <ErrorSummary
            title={t('errors.title', { count: 1 })}
            problems={[
              {
                href: null,
                text: t('problem.tooManyRequests', { until: dateTimeAndZone(until, locale, definition.timezone) }),
              },
            ]}
          />
        )}
        <Title>{t('check.title')}</Title>
        <Section id="wanted" heading={t('check.wanted')}>
          <Answers portal={open} rows={wanted} />
        </Section>
        {Object.entries({ person, you }).map(
          ([id, rows]) =>
            rows.length > 0 && (
              <Section id={id} heading={t(`check.${id}`)} key={id}>
                <Answers portal={open} rows={rows} />
              </Section>
            ),
        )}
        <Section id="next" heading={t('next.title')}>
          {clock && <AnswerBy portal={open} clock={clock} />}
          <Steps>
            <li>{t('next.mail')}</li>
            <WhoYouAre
              portal={open}
              subject={subject}
              identityNeeded={rights.some(({ rule }) => rule.identity !== 'never')}
            />
            <li>{t('next.answer')}</li>
          </Steps>
        </Section>
        <PageForm action={submitAction}>
          <Hidden portal={open} />
          <p className={`${ACTIONS} mt-9`}>
            <Button look="main" size="start" type="submit">
              {t('check.send')}
            </Button>
          </p>
        </PageForm>
        <p className="text-ink-2">{t('check.free')}</p>
        <Discard portal={open} />
      </Reading>
    </>
  );
}
