import { PageForm } from '@/app/_ui/page-form';
import { askMoreAction, leaveAction } from '@/lib/features/requester/actions';
import { LinkButton } from '@/lib/ui/link-button';
import { AsideHeading } from '../../_parts/columns';
import { Hidden } from '../../_parts/hidden';
import type { StatusView } from '../view';

export function WhatYouCanDo({ portal, status }: StatusView) {
  const { t, home } = portal;
  return (
    <>
      <AsideHeading id="do">{t('do.title')}</AsideHeading>
      <ul className="*:border-b *:border-line print:hidden [&_a]:flex [&_a]:min-h-target [&_a]:items-center [&_a]:py-[0.4rem]">
        <li>
          <a href={`${home}/my-request/write`}>{t('do.write')}</a>
        </li>
        {status.purposes.map((purpose) => (
          <li key={purpose}>
            <a href={`${home}/my-request/write?about=${purpose}`}>{t(`do.${purpose}`)}</a>
          </li>
        ))}
        <li>
          <PageForm action={askMoreAction}>
            <Hidden portal={portal} />
            <LinkButton type="submit">{t('do.another')}</LinkButton>
          </PageForm>
        </li>
        <li>
          <a href={`${home}/my-request/email`}>{t('do.email')}</a>
        </li>
        <li>
          <a href="#disagree">{t('do.complain')}</a>
        </li>
        <li>
          <a href={`${home}/my-request/receipt`} download>
            {t('do.receipt')}
          </a>
        </li>
        {status.unfinished && (
          <li>
            <a href={`${home}/my-request/withdraw`}>{t('do.withdraw')}</a>
          </li>
        )}
        <li>
          <PageForm action={leaveAction}>
            <Hidden portal={portal} />
            <LinkButton type="submit">{t('do.leave')}</LinkButton>
          </PageForm>
        </li>
      </ul>
    </>
  );
}
