import type { Metadata } from 'next';
import { KeptForm } from '@/app/_ui/kept-form';
import { PageForm } from '@/app/_ui/page-form';
import { changeContactAction, confirmContactAction } from '@/lib/features/contact/actions';
import { loadContact } from '@/lib/features/contact/loaders';
import { type Mailbox, MAILBOXES } from '@/lib/features/contact/types';
import { Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Back } from '../../_parts/back';
import { CodeField } from '../../_parts/code-form';
import { Hidden } from '../../_parts/hidden';
import { portal, type Portal, type PortalParams } from '../../portal';
import { tokenProblem } from '../../token-problem';

type Props = { params: PortalParams; searchParams: Promise<{ problem?: string; mailbox?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  const title = t('contact.title');
  return { title: 'problem' in (await searchParams) ? t('errors.pageTitle', { title }) : title };
}

/** Changes the address that the requester is written to, once both mailboxes have agreed. */
export default async function ContactPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const { status, change } = await loadContact(definition.id, locale);
  const { problem: reason, mailbox } = await searchParams;
  const problem = tokenProblem(open, reason);
  const wrong = MAILBOXES.find((one) => one === mailbox);
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <Reading>
        {problem && wrong && (
          <ErrorSummary
            title={t('errors.title', { count: 1 })}
            problems={[{ href: `#code-${wrong}`, text: problem }]}
          />
        )}
        <Title>{t('contact.title')}</Title>
        <p className="text-lg">{t('contact.text', { email: status.email })}</p>
        {change && (
          <>
            <p>{t('contact.both', { email: change.email })}</p>
            {MAILBOXES.map((one) => (
              <Code
                key={one}
                portal={open}
                mailbox={one}
                address={one === 'contactTo' ? change.email : status.email}
                confirmed={change.confirmed.includes(one)}
                problem={one === wrong ? problem : null}
              />
            ))}
          </>
        )}
        <Section id="other" heading={t(change ? 'contact.again' : 'contact.new')}>
          <KeptForm
            action={changeContactAction}
            hidden={{ controllerId: definition.id, locale }}
            fields={[
              {
                name: 'email',
                label: t('contact.label'),
                hint: t('contact.hint'),
                type: 'email',
                autoComplete: 'email',
              },
            ]}
            texts={{
              button: t('contact.button'),
              errorTitle: t('errors.summary'),
              errorWord: t('errors.word'),
              errorPage: t('errors.pageTitle', { title: t('contact.title') }),
            }}
          />
        </Section>
      </Reading>
    </>
  );
}

function Code({
  portal: open,
  mailbox,
  address,
  confirmed,
  problem,
}: {
  portal: Portal;
  mailbox: Mailbox;
  address: string;
  confirmed: boolean;
  problem: string | null;
}) {
  const { t } = open;
  return (
    <Section id={mailbox} heading={t(`contact.${mailbox}`, { address })}>
      {confirmed ? (
        <p>{t('contact.confirmed')}</p>
      ) : (
        <PageForm action={confirmContactAction}>
          <Hidden portal={open} />
          <input type="hidden" name="mailbox" value={mailbox} />
          <CodeField portal={open} id={`code-${mailbox}`} problem={problem} />
          <p className={ACTIONS}>
            <Button look="main" type="submit">
              {t('contact.confirm')}
            </Button>
          </p>
        </PageForm>
      )}
    </Section>
  );
}
