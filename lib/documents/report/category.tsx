import { Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { categoryFacts } from '../category-facts';
import type { Wording } from '../wording';
import { Bookmarked, Fact, Footer, isTall, P } from './parts';
import { type DrawnRecords, drawnRecords, recordPages, RecordsInFlow } from './record-pages';
import { styles } from './styles';
import type { ReportCategory } from './types';

type Context = { readonly facts: BundleFacts; readonly wording: Wording };

/** The pages of all categories: one system after the other, what is said about a category before its records. */
export function categoryPages(categories: readonly ReportCategory[], context: Context): ReactElement[] {
  const pages: ReactElement[] = [];
  let flow: ReactElement[] = [];
  const endFlow = (): void => {
    if (flow.length > 0)
      pages.push(
        <FlowPage key={pages.length} {...context}>
          {flow}
        </FlowPage>,
      );
    flow = [];
  };
  for (const item of categories) {
    const records = drawnRecords(item, context.wording);
    // A category with pages of its own begins on a page of its own: its first records then fit below its facts.
    if (records.apart.length > 0) endFlow();
    flow.push(<Category key={item.category.collectionId} item={item} records={records} {...context} />);
    if (records.apart.length === 0) continue;
    endFlow();
    pages.push(...recordPages(item, records, pages.length, context));
  }
  endFlow();
  return pages;
}

const FlowPage = ({ children, facts, wording }: Context & { children: ReactElement[] }): ReactElement => (
  <Page size="A4" style={styles.page}>
    <Footer facts={facts} wording={wording} />
    {children}
  </Page>
);

const Category = ({
  item,
  records,
  facts,
  wording,
}: Context & { item: ReportCategory; records: DrawnRecords }): ReactElement => {
  const { t } = wording;
  const { category, count } = item;
  return (
    <View style={styles.section}>
      <Bookmarked title={category.title} style={styles.category} wrap={isTall([category.title])} minPresenceAhead={120}>
        <P style={styles.heading2}>{category.title}</P>
        <P style={styles.categoryNote}>{`${category.systemName} · ${t('recordCount', { count })}`}</P>
      </Bookmarked>
      {category.description === null ? null : <P style={styles.paragraph}>{category.description}</P>}
      {categoryFacts(category, facts, wording).map(([term, values]) => (
        <Fact key={term} term={term} values={values} />
      ))}
      {records.beside.length === 0 ? null : <RecordsInFlow {...records} />}
    </View>
  );
};
