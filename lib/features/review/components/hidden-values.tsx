import Link from 'next/link';
import { isWithheldByMap } from '@/lib/domain/fulfilment/under-law';
import type { Review } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Panel } from '@/lib/ui/panel';
import { Scroll, SmallTable } from '@/lib/ui/table';
import { alikeIn } from '@/lib/domain/fulfilment/alike';
import { Citations } from './citations';

/** The ledger of what the copy does not show: by the desk and by the data map, with ground and facts, and the way to each. */
export function HiddenValues({ review }: { review: Review }) {
  const found = new Map(
    review.systems.flatMap(({ collections }) => collections.map(({ collection }) => [collection.id, collection])),
  );
  const byMap = [...found.values()].flatMap((collection) =>
    collection.fields.flatMap(({ name, title, otherPerson }) =>
      isWithheldByMap(otherPerson) ? [{ id: `${collection.id}.${name}`, collection, title, otherPerson }] : [],
    ),
  );
  const byLaw = [...found.values()].flatMap((collection) =>
    collection.fields.flatMap(({ name, title, neverSent }) =>
      neverSent.map((secret) => ({
        ...secret,
        id: [collection.id, name, ...secret.path].join('.'),
        collection,
        title: [title.en, ...secret.path].join(', '),
      })),
    ),
  );
  const byDesk = alikeIn(review.redactions);
  const toReview = (collectionId: string, title: string) => (
    <Link href={`/desk/cases/${review.caseId}/review?collection=${encodeURIComponent(collectionId)}`} prefetch={false}>
      {title}
    </Link>
  );
  return (
    <Panel
      id="hidden"
      heading={t('approval.hiddenHeading')}
      beside={
        <span className="text-sm text-ink-2">{t('review.hiddenCount', { count: review.redactions.length })}</span>
      }
    >
      {byDesk.length + byMap.length + byLaw.length === 0 ? (
        <p className="text-ink-2">{t('approval.hiddenNone')}</p>
      ) : (
        <Scroll label={t('approval.hiddenHeading')}>
          <SmallTable
            columns={(['collection', 'what', 'ground', 'facts', 'by'] as const).map((column) => ({
              label: t(`approval.${column}`),
            }))}
            rows={[
              ...byDesk.flatMap(([one, ...more]) => {
                if (!one) return [];
                const { id, collectionId, scope, field, passage, ground, facts, by, recordNo } = one;
                const collection = found.get(collectionId);
                const title = collection?.fields.find(({ name }) => name === field)?.title.en ?? field;
                const where = collection?.title.en ?? collectionId;
                return [
                  {
                    id,
                    cells: [
                      toReview(
                        collectionId,
                        more.length > 0 ? where : `${where}, ${t('review.record', { no: recordNo + 1 })}`,
                      ),
                      [
                        ...([one, ...more].some((each) =>
                          review.since?.places.some(({ id: changed }) => changed === each.id),
                        )
                          ? [`${t('approval.new')} `]
                          : []),
                        t(`approval.scope.${scope}`, { count: more.length + 1 }),
                        ...(title === null ? [] : [`: ${title}`]),
                        ...(passage && more.length === 0 ? [`, “${passage.slice(0, 60)}”`] : []),
                      ].join(''),
                      <Citations key="ground" of={review} ids={[ground]} />,
                      facts,
                      by,
                    ],
                  },
                ];
              }),
              ...byMap.map(({ id, collection, title, otherPerson }) => ({
                id,
                cells: [
                  toReview(collection.id, collection.title.en),
                  `${t('approval.scope.field', { count: 1 })}: ${title.en}`,
                  <Citations key="ground" of={review} ids={otherPerson.grounds} />,
                  t(`review.mapRule.${otherPerson.rule}`, { label: otherPerson.label.en }),
                  t('review.map'),
                ],
              })),
              ...byLaw.map(({ id, collection, title, grounds, statement }) => ({
                id,
                cells: [
                  toReview(collection.id, collection.title.en),
                  `${t('approval.scope.field', { count: 1 })}: ${title}`,
                  <Citations key="ground" of={review} ids={grounds} />,
                  statement.en,
                  t('approval.byLaw'),
                ],
              })),
            ]}
          />
        </Scroll>
      )}
    </Panel>
  );
}
