import type { Metadata } from 'next';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { PageForm } from '@/app/_ui/page-form';
import { openLinkAction, renewLinkAction } from '@/lib/features/requester/actions';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import { Remember } from '../../_parts/remember';
import { portal } from '../../portal';
import { tokenProblem } from '../../token-problem';

type Props = {
  params: Promise<{ controller: string; locale: string; token: string }>;
  searchParams: Promise<{ problem?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  const title = t('confirm.title');
  // The address is the key: only where it leads is told, never the rest. Told nothing at all, a browser would send the form as from nowhere.
  return {
    title: 'problem' in (await searchParams) ? t('errors.pageTitle', { title }) : title,
    referrer: 'strict-origin',
  };
}

export default async function ConfirmPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t } = open;
  const { token } = await params;
  const problem = tokenProblem(open, (await searchParams).problem);
  return (
    <Reading>
      {problem && <ErrorSummary title={t('errors.title', { count: 1 })} problems={[{ href: null, text: problem }]} />}
      <Title>{t('confirm.title')}</Title>
      <p className="text-lg">{t(problem ? 'confirm.again' : 'confirm.text')}</p>
      <PageForm action={problem ? renewLinkAction : openLinkAction}>
        <Hidden portal={open} />
        <input type="hidden" name="token" value={token} />
        {!problem && <Remember portal={open} />}
        <p className={ACTIONS}>
          <Button look="main" type="submit">
            {t(problem ? 'confirm.renew' : 'confirm.button')}
          </Button>
        </p>
      </PageForm>
    </Reading>
  );
}
