import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageForm } from '@/app/_ui/page-form';
import { withdrawAction } from '@/lib/features/requester/actions';
import { loadStatus } from '@/lib/features/requester/loaders';
import { Back } from '../../_parts/back';
import { Hidden } from '../../_parts/hidden';
import { portal, type PortalParams } from '../../portal';

export async function generateMetadata({ params }: { params: PortalParams }): Promise<Metadata> {
  const { t } = await portal(params);
  return { title: t('withdraw.title') };
}

/** Says what taking the request back means, before the button that does it. */
export default async function WithdrawPage({ params }: { params: PortalParams }) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const { status } = await loadStatus(definition.id, locale);
  if (!status.unfinished) redirect(`${home}/my-request`);
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <div className="read">
        <h1 className="title">
          <span className="caption">
            {t('status.caption')} <span className="ref">{status.reference}</span>
          </span>
          {t('withdraw.title')}
        </h1>
        <ul className="list">
          <li>{t('withdraw.stops')}</li>
          <li>{t('withdraw.later')}</li>
          <li>{t('withdraw.keeps')}</li>
        </ul>
        <PageForm action={withdrawAction}>
          <Hidden portal={open} />
          <p className="actions actions--last">
            <button className="btn btn--main" type="submit">
              {t('withdraw.button')}
            </button>
            <a className="btn" href={`${home}/my-request`}>
              {t('withdraw.keep')}
            </a>
          </p>
        </PageForm>
      </div>
    </>
  );
}
