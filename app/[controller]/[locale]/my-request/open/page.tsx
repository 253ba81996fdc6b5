import type { Metadata } from 'next';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { TextField } from '@/lib/ui/field';
import { PageForm } from '@/app/_ui/page-form';
import { sendDeliveryCodeAction, verifyDeliveryAction } from '@/lib/features/delivery/actions';
import { loadOpening } from '@/lib/features/delivery/loaders';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
import { Back } from '../../_parts/back';
import { Hidden } from '../../_parts/hidden';
import { portal, type PortalParams } from '../../portal';
import { tokenProblem } from '../../token-problem';
import { masked } from '../view';

type Props = { params: PortalParams; searchParams: Promise<{ problem?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  const title = t('open.title');
  return { title: 'problem' in (await searchParams) ? t('errors.pageTitle', { title }) : title };
}

/** Proves afresh that the mailbox is the requester's, before the data leave. */
export default async function OpenPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const { status, triesLeft } = await loadOpening(definition.id, locale);
  const problem = tokenProblem(open, (await searchParams).problem, triesLeft);
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <Reading>
        {problem && (
          <ErrorSummary title={t('errors.title', { count: 1 })} problems={[{ href: '#code', text: problem }]} />
        )}
        <Title>{t('open.title')}</Title>
        <p className="text-lg">{t('open.text', { email: masked(status.email) })}</p>
        <PageForm action={verifyDeliveryAction}>
          <Hidden portal={open} />
          <TextField
            id="code"
            label={t('code.label')}
            hint={t('code.hint')}
            error={problem ?? undefined}
            errorWord={t('errors.word')}
            value=""
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
          />
          <p className={ACTIONS}>
            <Button look="main" type="submit">
              {t('open.button')}
            </Button>
          </p>
        </PageForm>
        <PageForm action={sendDeliveryCodeAction}>
          <Hidden portal={open} />
          <p className={ACTIONS}>
            <Button type="submit">{t('code.renew')}</Button>
          </p>
        </PageForm>
      </Reading>
    </>
  );
}
