import Link from 'next/link';
import type { Decided, DecisionChange } from '@/lib/domain/case/changed-since';
import { allRules } from '@/lib/domain/law/rights';
import type { ChangedPlace, ChangedSince, Review } from '@/lib/features/review/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';
import { Panel } from '@/lib/ui/panel';
import { Scroll, SmallTable } from '@/lib/ui/table';
import { Citations } from './citations';

type Props = { review: Review; since: ChangedSince; timezone: string };

/** What a second person need not look for: what is different from what they saw, or sent back. */
export function Since({ review, since, timezone }: Props) {
  const { at, sentBack, places, decisions } = since;
  const when = { at: dateAndTime(at, 'en', timezone) };
  if (places.length + decisions.length === 0)
    return <Note className="mx-5 my-3">{t(sentBack ? 'since.nothingSentBack' : 'since.nothing', when)}</Note>;
  const heading = t(sentBack ? 'since.headingSentBack' : 'since.heading', when);
  return (
    <Panel id="since" heading={heading}>
      <Scroll label={heading}>
        <SmallTable
          columns={(['what', 'change', 'ground', 'by', 'when'] as const).map((column) => ({
            label: t(`since.column.${column}`),
          }))}
          rows={[
            ...decisions.map((change) => ({
              id: change.right,
              cells: [
                t(`right.${change.right}`),
                outcomeChange(change),
                groundChange(change),
                change.by,
                dateAndTime(change.at, 'en', timezone),
              ],
            })),
            ...groupsOf(places).map(([first, ...more]) => ({
              id: first.id,
              cells: [
                <Place key="place" review={review} place={first} more={more.length} />,
                t(`since.place.${first.what}`),
                first.ground === null ? '' : <Citations key="ground" of={review} ids={[first.ground]} />,
                first.by,
                dateAndTime(first.at, 'en', timezone),
              ],
            })),
          ]}
        />
      </Scroll>
      <p className="mt-3 text-ink-2">{letterWords(since)}</p>
    </Panel>
  );
}

/** The letter is composed from what was decided and is hidden: nothing else in it can have changed by a person's hand. */
function letterWords({ decisions, places }: ChangedSince): string {
  const anew = decisions.filter(({ now }) => now !== null).map(({ right }) => t(`right.${right}`));
  const counts = places.some(({ what }) => what === 'hidden' || what === 'shownAgain');
  return [
    ...(anew.length > 0 ? [t('since.letterAnew', { rights: new Intl.ListFormat('en').format(anew) })] : []),
    ...(counts ? [t('since.letterCounts')] : []),
  ].join(' ');
}

const outcomeWords = (decided: Decided | null): string =>
  decided === null ? t('rights.open') : t(`outcome.${decided.outcome}.label`);

const outcomeChange = ({ was, now }: DecisionChange): string =>
  was !== null && was.outcome === now?.outcome
    ? t('since.anew', { outcome: outcomeWords(now) })
    : t('since.fromTo', { was: outcomeWords(was), now: outcomeWords(now) });

const cited = (grounds: readonly string[]): string =>
  allRules()
    .flatMap(({ id, citation }) => (grounds.includes(id) ? [citation] : []))
    .join('; ');

function groundChange({ was, now }: DecisionChange): string {
  const [before = '', after = ''] = [was, now].map((decided) => cited(decided?.grounds ?? []));
  if (before === after) return after;
  return t('since.fromTo', { was: before || t('since.noGround'), now: after || t('since.noGround') });
}

/** What was done at once, to the same field of the same collection, is one line. */
function groupsOf(places: readonly ChangedPlace[]): [ChangedPlace, ...ChangedPlace[]][] {
  const groups = new Map<string, [ChangedPlace, ...ChangedPlace[]]>();
  for (const place of places) {
    const { what, collectionId, field, ground, by, at } = place;
    const key = JSON.stringify([what, collectionId, field, ground, by, at.getTime()]);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

function Place({ review, place, more }: { review: Review; place: ChangedPlace; more: number }) {
  const known = review.systems
    .flatMap(({ collections }) => collections)
    .find(({ collection }) => collection.id === place.collectionId)?.collection;
  const record =
    more > 0
      ? t('review.places', { count: more + 1 })
      : place.recordNo === null
        ? t('review.rest')
        : t('review.record', { no: place.recordNo + 1 });
  const field = known?.fields.find(({ name }) => name === place.field)?.title.en ?? place.field;
  return (
    <Link
      href={`/desk/cases/${review.caseId}/review?collection=${encodeURIComponent(place.collectionId)}`}
      prefetch={false}
    >
      {[known?.title.en ?? place.collectionId, record, field].filter(Boolean).join(', ')}
    </Link>
  );
}
