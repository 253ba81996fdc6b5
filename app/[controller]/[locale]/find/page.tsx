import type { Metadata } from 'next';
import { KeptForm } from '@/app/_ui/kept-form';
import { findAction } from '@/lib/features/requester/actions';
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
      <div className="read">
        <h1 className="title">{t('find.sent.title')}</h1>
        <p className="lead">{t('find.sent.text')}</p>
        <p>{t('find.sent.nothing')}</p>
        <p className="actions">
          <a className="btn" href={`${home}/find`}>
            {t('find.sent.again')}
          </a>
        </p>
      </div>
    );
  }
  return (
    <>
      <Back portal={open} href={home} />
      <div className="read">
        <h1 className="title">{title}</h1>
        {out !== undefined && (
          <p className="note" role="status">
            {t('find.signedOut')}
          </p>
        )}
        <p className="lead">{t('find.text')}</p>
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
      </div>
    </>
  );
}
