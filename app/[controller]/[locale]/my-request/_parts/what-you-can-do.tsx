import { PageForm } from '@/app/_ui/page-form';
import { leaveAction } from '@/lib/features/requester/actions';
import { Hidden } from '../../_parts/hidden';
import type { StatusView } from '../view';

export function WhatYouCanDo({ portal, status }: StatusView) {
  const { t, home } = portal;
  return (
    <>
      <h2 id="do">{t('do.title')}</h2>
      <ul className="tasklist">
        <li>
          <a href={`${home}/my-request/write`}>{t('do.write')}</a>
        </li>
        <li>
          <a href={`${home}/request/for-whom`}>{t('do.another')}</a>
        </li>
        <li>
          <a href="#disagree">{t('do.complain')}</a>
        </li>
        {status.unfinished && (
          <li>
            <a href={`${home}/my-request/withdraw`}>{t('do.withdraw')}</a>
          </li>
        )}
        <li>
          <PageForm action={leaveAction}>
            <Hidden portal={portal} />
            <button className="linklike" type="submit">
              {t('do.leave')}
            </button>
          </PageForm>
        </li>
      </ul>
    </>
  );
}
