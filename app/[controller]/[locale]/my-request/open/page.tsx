import type { Metadata } from 'next';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { sendDeliveryCodeAction, verifyDeliveryAction } from '@/lib/features/delivery/actions';
import { loadOpening } from '@/lib/features/delivery/loaders';
import { Reading, Title } from '@/lib/ui/reading';
import { Back } from '../../_parts/back';
import { CodeForm } from '../../_parts/code-form';
import { portal, type PortalParams } from '../../portal';
import { tokenProblem } from '../../token-problem';
import { maskedAddress } from '@/lib/domain/intake/address';

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
        <p className="text-lg">{t('open.text', { email: maskedAddress(status.email) })}</p>
        <CodeForm
          portal={open}
          problem={problem}
          button={t('open.button')}
          enter={verifyDeliveryAction}
          again={sendDeliveryCodeAction}
        />
      </Reading>
    </>
  );
}
