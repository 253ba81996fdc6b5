import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { publicReason } from '@/lib/domain/clock/describe';
import { confirmByCodeAction, renewCodeAction } from '@/lib/features/requester/actions';
import { loadSent } from '@/lib/features/requester/loaders';
import { longDate } from '@/lib/platform/i18n/dates';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reference } from '@/lib/ui/marks';
import { Note } from '@/lib/ui/note';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Sentences, Steps } from '@/lib/ui/sentences';
import { CodeForm } from '../../_parts/code-form';
import { Remember } from '../../_parts/remember';
import { RightToObject } from '../../_parts/right-to-object';
import { subjectOf, WhoYouAre } from '../../_parts/who-you-are';
import { portal, type PortalParams } from '../../portal';
import { tokenProblem } from '../../token-problem';

type Props = { params: PortalParams; searchParams: Promise<{ problem?: string; renewed?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  const title = t('sent.pageTitle');
  return { title: 'problem' in (await searchParams) ? t('errors.pageTitle', { title }) : title };
}

export default async function SentPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, law, locale, home, definition } = open;
  const sent = await loadSent(definition.id, locale);
  if (!sent) redirect(`${home}/find`);
  const { reference, answers, mail, confirmed, identityNeeded, clock, rights } = sent;
  const { email } = answers;
  const subject = subjectOf(answers);
  const { problem: reason, renewed } = await searchParams;
  const problem = tokenProblem(open, reason, sent.triesLeft);
  return (
    <Reading>
      {problem && (
        <ErrorSummary title={t('errors.title', { count: 1 })} problems={[{ href: '#code', text: problem }]} />
      )}
      <Title
        caption={
          <>
            {t('sent.caption')} <Reference>{reference}</Reference>
          </>
        }
      >
        {t('sent.title', { date: longDate(clock.lastDayOn, locale) })}
      </Title>
      <p className="text-lg">{publicReason(clock, law)}</p>
      {subject && <p>{t('sent.about', { name: subject.name, relation: t(`relation.${subject.relation}`) })}</p>}
      {new Set(rights.map(({ lastDayOn }) => lastDayOn)).size > 1 && (
        <Sentences>
          {rights.map(
            ({ right, lastDayOn }) =>
              lastDayOn && (
                <li key={`${right} ${lastDayOn}`}>
                  {law(`right.${right}.plain`)}: {longDate(lastDayOn, locale)}
                </li>
              ),
          )}
        </Sentences>
      )}
      {confirmed ? (
        <Section id="confirm" heading={t('sent.confirmed')}>
          <p className={ACTIONS}>
            <a className={buttonClasses({ look: 'main' })} href={`${home}/my-request`}>
              {t('sent.follow')}
            </a>
          </p>
        </Section>
      ) : (
        <Section id="confirm" heading={t('sent.confirm.title')}>
          <p>{t('sent.confirm.text', { email, mail })}</p>
          {renewed !== undefined && <Note role="status">{t('sent.renewed')}</Note>}
          <CodeForm
            portal={open}
            problem={problem}
            button={t('sent.confirm.button')}
            enter={confirmByCodeAction}
            again={renewCodeAction}
          >
            <Remember portal={open} />
          </CodeForm>
        </Section>
      )}
      <Section id="next" heading={t('next.title')}>
        <Steps>
          {!confirmed && <li>{t('sent.next.confirm')}</li>}
          <WhoYouAre portal={open} subject={subject} identityNeeded={identityNeeded} />
          <li>{t('next.answer')}</li>
        </Steps>
        <p className="text-ink-2">{t('sent.keep', { reference })}</p>
        <p>
          <a href={`${home}/my-request/receipt`} download>
            {t('do.receipt')}
          </a>
        </p>
      </Section>
      <RightToObject portal={open} told={sent.told} />
    </Reading>
  );
}
