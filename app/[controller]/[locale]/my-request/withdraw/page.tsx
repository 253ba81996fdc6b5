import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageForm } from '@/app/_ui/page-form';
import { withdrawAction } from '@/lib/features/requester/actions';
import { loadStatus } from '@/lib/features/requester/loaders';
import { Button, buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reference } from '@/lib/ui/marks';
import { Reading, Title } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
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
      <Reading>
        <Title
          caption={
            <>
              {t('status.caption')} <Reference>{status.reference}</Reference>
            </>
          }
        >
          {t('withdraw.title')}
        </Title>
        <Sentences>
          <li>{t('withdraw.stops')}</li>
          <li>{t('withdraw.later')}</li>
          <li>{t('withdraw.keeps')}</li>
        </Sentences>
        <PageForm action={withdrawAction}>
          <Hidden portal={open} />
          <p className={`${ACTIONS} mt-9`}>
            <Button look="main" type="submit">
              {t('withdraw.button')}
            </Button>
            <a className={buttonClasses()} href={`${home}/my-request`}>
              {t('withdraw.keep')}
            </a>
          </p>
        </PageForm>
      </Reading>
    </>
  );
}
