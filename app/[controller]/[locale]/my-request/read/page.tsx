import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadReading } from '@/lib/features/delivery/loaders';
import { Fold } from '@/lib/ui/fold';
import { Reading, Section, Title } from '@/lib/ui/reading';
import { Sentences } from '@/lib/ui/sentences';
import { Back } from '../../_parts/back';
import { portal, type PortalParams } from '../../portal';
import { FactsList } from './_parts/facts-list';

type Props = { params: PortalParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await portal(params)).t('read.title') };
}

/** The copy to be read here: each kind of data a line, by the system it lies in, and what holds for all of a system said once. */
export default async function ReadPage({ params }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const reading = await loadReading(definition.id, locale, new Date());
  if (!reading) redirect(`${home}/my-request`);
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <Reading>
        <Title>{t('read.title')}</Title>
        <p className="text-lg">{t('read.lead')}</p>
        {reading.bundle.withheld.length > 0 && (
          <Sentences>
            {reading.bundle.withheld.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Sentences>
        )}
        {reading.systems.map(({ id, name, kinds, shared }) => (
          <Section key={id} id={`system-${id}`} heading={name}>
            <ul className="divide-y divide-line border-y border-line">
              {kinds.map(({ category, records }) => (
                <li key={category.collectionId} className="py-2.5">
                  <a
                    className="inline-flex min-h-target items-center font-bold"
                    href={`${home}/my-request/read/${encodeURIComponent(category.collectionId)}`}
                  >
                    {category.title}
                  </a>{' '}
                  <span className="whitespace-nowrap text-ink-2">{t('read.records', { count: records })}</span>
                  {category.description !== null && <p className="text-sm text-ink-2">{category.description}</p>}
                </li>
              ))}
            </ul>
            {shared.length > 0 && (
              <Fold summary={t('read.why')} small>
                <FactsList facts={shared} />
              </Fold>
            )}
          </Section>
        ))}
      </Reading>
    </>
  );
}
