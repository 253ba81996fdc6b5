import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { loadReading, loadReadingPage } from '@/lib/features/delivery/loaders';
import { RECORDS_ON_PAGE } from '@/lib/features/delivery/types';
import { buttonClasses } from '@/lib/ui/button';
import { Fold } from '@/lib/ui/fold';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
import { Back } from '../../../_parts/back';
import { portal, type PortalParams } from '../../../portal';
import { FactsList } from '../_parts/facts-list';
import { CopiedRecord } from '../_parts/record';

type Props = {
  params: Promise<Awaited<PortalParams> & { collection: string }>;
  searchParams: Promise<{ page?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await portal(params)).t('read.title') };
}

/** The records of one kind of data, a page at a time. */
export default async function ReadKindPage({ params, searchParams }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const at = new Date();
  const reading = await loadReading(definition.id, locale, at);
  if (!reading) redirect(`${home}/my-request`);
  const collectionId = decodeURIComponent((await params).collection);
  const page = Number((await searchParams).page ?? 1);
  const kind = await loadReadingPage(reading, collectionId, page - 1, locale, at);
  if (!kind) notFound();
  const { category, facts, records, found, shown } = kind;
  const pages = Math.ceil(found / RECORDS_ON_PAGE);
  const address = `${home}/my-request/read/${encodeURIComponent(collectionId)}`;
  return (
    <>
      <Back portal={open} href={`${home}/my-request/read`} />
      <Reading>
        <Title caption={category.systemName}>{category.title}</Title>
        {category.description !== null && <p>{category.description}</p>}
        <p className="text-ink-2">
          {t('read.records', { count: records })}
          {pages > 1 && ` · ${t('read.range', { page, pages })}`}
        </p>
        <Fold summary={t('read.facts')} small>
          <FactsList facts={facts} />
        </Fold>
        {shown.length === 0 && <p>{t('read.nothing')}</p>}
        <ol className="space-y-5">
          {shown.map(({ no, lines }) => (
            <CopiedRecord key={no} portal={open} no={no} alone={records === 1} lines={lines} />
          ))}
        </ol>
        {pages > 1 && (
          <nav className={ACTIONS} aria-label={t('read.pages')}>
            {page > 1 && (
              <a className={buttonClasses()} href={`${address}?page=${page - 1}`} rel="prev">
                {t('read.previous')}
              </a>
            )}
            {page < pages && (
              <a className={buttonClasses()} href={`${address}?page=${page + 1}`} rel="next">
                {t('read.next')}
              </a>
            )}
          </nav>
        )}
      </Reading>
    </>
  );
}
