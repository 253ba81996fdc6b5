import { Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from '../wording';
import { Bookmarked, Fact, Footer, P } from './parts';
import { RecordTable } from './record-table';
import { INK_2, styles } from './styles';
import { layoutTable, type TableLayout } from './table-layout';
import type { ReportCategory } from './types';

// Up to here the records stand on the same page as what is said about them.
const ROWS_BESIDE_FACTS = 12;
const LIST_RECORDS = 3;
const LONGEST_VALUE = 1500;

type Context = { readonly facts: BundleFacts; readonly wording: Wording };

/** The pages of all categories: one system after the other, what is said about a category before its records. */
export function categoryPages(categories: readonly ReportCategory[], context: Context): ReactElement[] {
  const pages: ReactElement[] = [];
  let flow: ReactElement[] = [];
  const endFlow = (): void => {
    if (flow.length > 0) pages.push(<FlowPage key={pages.length} {...context}>{flow}</FlowPage>);
    flow = [];
  };
  for (const item of categories) {
    const layout = layoutTable(item);
    const apart = item.rows.length > LIST_RECORDS && (item.rows.length > ROWS_BESIDE_FACTS || layout.orientation === 'landscape');
    flow.push(<Category key={item.category.collectionId} item={item} layout={layout} apart={apart} {...context} />);
    if (!apart) continue;
    endFlow();
    pages.push(...tablePages(item, layout, pages.length, context));
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

const Category = ({ item, layout, apart, facts, wording }: Context & { item: ReportCategory; layout: TableLayout; apart: boolean }): ReactElement => {
  const { t } = wording;
  const { category, count } = item;
  const basis = category.purposes.map(({ basis: name, citation }) => (citation === null ? name : `${name} (${citation})`));
  const recipients = category.recipients.map(({ name, country, purpose }) => [name, country, purpose].filter((part) => part !== null).join(', '));
  return (
    <View style={styles.section}>
      <Bookmarked title={category.title} style={styles.category} wrap={false} minPresenceAhead={120}>
        <P style={styles.heading2}>{category.title}</P>
        <P style={styles.categoryNote}>{`${category.systemName} · ${t('recordCount', { count })}`}</P>
      </Bookmarked>
      {category.description === null ? null : <P style={styles.paragraph}>{category.description}</P>}
      <Fact term={t('why')} values={category.purposes.map(({ purpose }) => purpose)} />
      <Fact term={t('basis')} values={[...new Set(basis)]} />
      <Fact term={t('source')} values={[category.source ?? t('sourceYou')]} />
      <Fact term={t('recipients')} values={recipients.length === 0 ? [t('recipientsNone', { controller: facts.controller.name })] : recipients} />
      <Fact term={t('retention')} values={[category.retention]} />
      <Fact term={t('transfers')} values={category.transfers.map(({ destination, safeguard }) => `${destination}: ${safeguard}`)} />
      <Fact term={t('automated')} values={category.automatedDecisions.flatMap(({ logic, consequences }) => [logic, t('consequences', { text: consequences })])} />
      <Fact term={t('visible')} values={category.visibleToOthers === null ? [] : [category.visibleToOthers]} />
      <Fact term={t('provided')} values={[t(category.providedBySubject ? 'providedYes' : 'providedNo')]} />
      {apart || count === 0 ? null : <Records item={item} layout={layout} wording={wording} />}
    </View>
  );
};

/** Few records: as a list when one could not compare them anyway, else as a short table. */
const Records = ({ item, layout, wording }: { item: ReportCategory; layout: TableLayout; wording: Wording }): ReactElement => {
  const { t } = wording;
  return (
    <View style={{ marginTop: 12 }}>
      {item.rows.length <= LIST_RECORDS ? (
        item.rows.map((row, i) => <RecordList key={i} row={row} n={i + 1} item={item} wording={wording} />)
      ) : (
        <View wrap={false}>
          <RecordTable columns={layout.columns} rows={item.rows} />
        </View>
      )}
      <P style={{ ...styles.small, marginTop: 4 }}>{t('allRecords', { path: item.path })}</P>
    </View>
  );
};

const RecordList = ({ row, n, item, wording }: { row: readonly string[]; n: number; item: ReportCategory; wording: Wording }): ReactElement => (
  <View style={{ marginBottom: 10 }}>
    {item.rows.length === 1 ? <P style={styles.heading3}>{wording.t('recordsHeading')}</P> : <P style={styles.heading3}>{wording.t('recordNo', { n })}</P>}
    {item.columns.map(({ name, title }, i) =>
      row[i] === '' ? null : (
        <View key={name} style={{ ...styles.row, paddingVertical: 2 }} wrap={row[i]!.length > 300}>
          <View style={{ width: 128, paddingRight: 12 }}>
            <P style={{ color: INK_2 }}>{title}</P>
          </View>
          <View style={{ flex: 1 }}>
            <P>{cut(row[i]!)}</P>
          </View>
        </View>
      ),
    )}
  </View>
);

const cut = (text: string): string => (text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).replace(/\p{Surrogate}$/u, '')}…`);

function tablePages(item: ReportCategory, layout: TableLayout, firstKey: number, { facts, wording }: Context): ReactElement[] {
  const { orientation, columns, rowsPerPage } = layout;
  const chunks = Array.from({ length: Math.ceil(item.rows.length / rowsPerPage) }, (_, i) => item.rows.slice(i * rowsPerPage, (i + 1) * rowsPerPage));
  return chunks.map((rows, i) => (
    <Page key={firstKey + i} size="A4" orientation={orientation} style={{ ...styles.page, paddingTop: 40 }}>
      <Footer facts={facts} wording={wording} orientation={orientation} />
      <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 2 }}>
        <P style={styles.strong}>{item.category.title}</P>
        <P style={{ color: INK_2 }}>
          {wording.t('rowsShown', { from: i * rowsPerPage + 1, to: i * rowsPerPage + rows.length, total: wording.count(item.count) })}
        </P>
      </View>
      <RecordTable columns={columns} rows={rows} />
      {i === chunks.length - 1 ? <Rest item={item} shownColumns={columns.length} wording={wording} /> : null}
    </Page>
  ));
}

const Rest = ({ item, shownColumns, wording }: { item: ReportCategory; shownColumns: number; wording: Wording }): ReactElement => {
  const { t, count } = wording;
  const more = item.count - item.rows.length;
  const sentences = [
    more > 0 ? t('moreRecords', { count: more, path: item.path }) : t('allRecords', { path: item.path }),
    shownColumns < item.columns.length ? t('moreFields', { shown: count(shownColumns), total: count(item.columns.length), path: item.path }) : '',
    t('cutValues'),
  ];
  return <P style={{ ...styles.small, marginTop: 6 }}>{sentences.filter((sentence) => sentence !== '').join(' ')}</P>;
};
