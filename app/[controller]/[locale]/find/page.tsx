import type { Metadata } from 'next';
import { KeptForm } from '@/app/_ui/kept-form';
import { findAction } from '@/lib/features/requester/actions';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Reading, Title } from '@/lib/ui/reading';
import { Back } from '../_parts/back';
import { portal, type PortalParams } from '../portal';

type Props = { params: PortalParams; searchParams: Promise<{ sent?: string; out?: string; reference?: string }> };

/** What an address may put into the form: a reference, and nothing else. */
const REFERENCE = /^[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  return { title: t('find.title') };
}

/** The way back in. What it answers is the same whether or not anything was found. */
export default async function FindPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const title = t('find.title');
  const { sent, out, reference = '' } = await searchParams;
  if (sent !== undefined) {
    return (
      <Reading>
        <Title>{t('find.sent.title')}</Title>
        <p className="text-lg">{t('find.sent.text')}</p>
        <p>{t('find.sent.nothing')}</p>
        <p className={ACTIONS}>
          <a className={buttonClasses()} href={`${home}/find`}>
            {t('find.sent.again')}
          </a>
        </p>
      </Reading>
    );
  }
  return (
    <>
      <Back portal={open} href={home} />
      <Reading>
        <Title>{title}</Title>
        {out !== undefined && <Note role="status">{t('find.signedOut')}</Note>}
        <p className="text-lg">{t('find.text')}</p>
        <KeptForm
          action={findAction}
          hidden={{ controllerId: definition.id, locale }}
          fields={[
            {
              name: 'reference',
              label: t('field.reference'),
              hint: t('find.referenceHint', { example: `${definition.referencePrefix}-5XN3-7RKT` }),
              value: REFERENCE.test(reference) ? reference : '',
            },
            { name: 'email', label: t('field.email'), hint: t('find.emailHint'), type: 'email', autoComplete: 'email' },
          ]}
          texts={{
            button: t('find.button'),
            errorTitle: t('errors.summary'),
            errorWord: t('errors.word'),
            errorPage: t('errors.pageTitle', { title }),
          }}
        />
      </Reading>
    </>
  );
}
