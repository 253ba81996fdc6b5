import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { PATHS } from '../bundle/contents';
import { type SaidFact, saidOfKinds } from '../shared-facts';
import type { Wording } from '../wording';
import { type Block, flowPages } from './flow';
import { Bookmarked, Fact, isTall, P } from './parts';
import { type DrawnRecords, drawnRecords, recordPages, RecordsInFlow } from './record-pages';
import { styles } from './styles';
import type { ReportCategory } from './types';

type Context = { readonly facts: BundleFacts; readonly wording: Wording };

// Some five hundred pages. A person's copy has some dozens; a report of 2,000 kinds would take gigabytes of memory and a pallet of paper.
const MOST_CATEGORIES = 250;

/** The pages of the categories: one system after the other, what is said about a category before its records. */
export function categoryPages(categories: readonly ReportCategory[], context: Context): ReactElement[] {
  const pages: ReactElement[] = [];
  let flow: Block[] = [];
  const endFlow = (): void => {
    pages.push(...flowPages(`categories ${pages.length}`, flow, context));
    flow = [];
  };
  const said = saidOfKinds(
    categories.map(({ category }) => category),
    context.facts,
    context.wording,
  );
  for (const [i, item] of categories.slice(0, MOST_CATEGORIES).entries()) {
    const { shared, own } = said[i]!;
    if (shared.length > 0) flow.push(systemBlock(item, shared, context));
    const records = drawnRecords(item, context.wording);
    // A category with pages of its own begins on a page of its own: its first records then fit below its facts.
    if (records.apart.length > 0) endFlow();
    flow.push(categoryBlock(item, own, records, context));
    if (records.apart.length === 0) continue;
    endFlow();
    pages.push(...recordPages(item, records, pages.length, context));
  }
  if (categories.length > MOST_CATEGORIES) flow.push(moreCategories(categories.length - MOST_CATEGORIES, context));
  endFlow();
  return pages;
}

const moreCategories = (count: number, { wording: { t } }: Context): Block => ({
  lines: 1,
  element: <P key="more">{t('moreCategories', { count, viewer: PATHS.viewer })}</P>,
});

const HEADING_LINES = 4;

/** What holds for every kind of data in a system, before the first of them. */
const systemBlock = (
  { category }: ReportCategory,
  shared: readonly SaidFact[],
  { wording: { t } }: Context,
): Block => ({
  lines: HEADING_LINES + shared.reduce((sum, [, values]) => sum + values.length, 0),
  element: (
    <View key={`system ${category.systemName}`} style={styles.section}>
      {shared.map(([term, values], i) => (
        // The heading never stands alone at the foot of a page.
        <View key={term} wrap={isTall(values)}>
          {i === 0 ? <P style={styles.heading2}>{t('sharedFacts', { system: category.systemName })}</P> : null}
          <Fact term={term} values={values} />
        </View>
      ))}
    </View>
  ),
});

function categoryBlock(
  item: ReportCategory,
  said: readonly SaidFact[],
  records: DrawnRecords,
  { wording }: Context,
): Block {
  const { category, count } = item;
  return {
    lines: HEADING_LINES + said.reduce((sum, [, values]) => sum + values.length, 0) + records.beside.length,
    element: (
      <View key={category.collectionId} style={styles.section}>
        <Bookmarked
          title={category.title}
          style={styles.category}
          wrap={isTall([category.title])}
          minPresenceAhead={120}
        >
          <P style={styles.heading2}>{category.title}</P>
          <P style={styles.categoryNote}>{`${category.systemName} · ${wording.t('recordCount', { count })}`}</P>
        </Bookmarked>
        {category.description === null ? null : <P style={styles.paragraph}>{category.description}</P>}
        {said.map(([term, values]) => (
          <Fact key={term} term={term} values={values} />
        ))}
        {records.beside.length === 0 ? null : <RecordsInFlow {...records} />}
      </View>
    ),
  };
}
