import { Text, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { nothingFound } from '../front';
import type { Wording } from '../wording';
import { type Block, flowPages, piecesOf } from './flow';
import { Bookmarked, P, type TableCell, TextTable } from './parts';
import { styles } from './styles';
import type { ReportCategory } from './types';

type Context = { readonly facts: BundleFacts; readonly wording: Wording };

/** The pages before the categories: what there is, what was searched and by what, what was left out and why. */
export function contentsPages(categories: readonly ReportCategory[], context: Context): ReactElement[] {
  const blocks = [...held(categories, context), ...searched(context), ...withheld(context)];
  return flowPages('contents', blocks, context);
}

type Table = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly widths: readonly number[];
  readonly figures?: readonly number[];
};

const HEADING_LINES = 4;

/** A part with its heading, what is said before its table and after it. */
function part(title: string, before: ReactNode, table: Table | null, after: readonly ReactElement[] = []): Block[] {
  const [first, ...others] = table === null ? [] : piecesOf(table.rows);
  const heading: Block = {
    lines: HEADING_LINES + (first?.length ?? 0),
    element: (
      <Bookmarked key={title} title={title} style={others.length === 0 && after.length === 0 ? styles.section : {}}>
        <Text style={styles.heading1} minPresenceAhead={80}>
          {title}
        </Text>
        {before}
        {table && first && <TextTable {...table} rows={first} />}
      </Bookmarked>
    ),
  };
  const rest = others.map((rows, i) => ({
    lines: rows.length,
    element: <TextTable key={`${title} ${i}`} {...table!} rows={rows} />,
  }));
  const ending = {
    lines: after.length,
    element: (
      <View key={`${title} end`} style={styles.section}>
        {after}
      </View>
    ),
  };
  return [heading, ...rest, ...(others.length === 0 && after.length === 0 ? [] : [ending])];
}

function held(categories: readonly ReportCategory[], { facts, wording }: Context): Block[] {
  const { t, count } = wording;
  if (categories.length === 0) return part(t('contents'), <P>{nothingFound(facts, wording)}</P>, null);
  const decisions = (
    <P key="decisions" style={{ ...styles.small, marginTop: 6 }}>
      {t('contentsDecisions')}
    </P>
  );
  return part(
    t('contents'),
    null,
    {
      head: [t('kind'), t('system'), t('records')],
      rows: categories.map(({ category, count: n }) => [category.title, category.systemName, count(n)]),
      widths: [5, 4, 1.4],
      figures: [2],
    },
    facts.decisionsStated ? [decisions] : [],
  );
}

function searched({ facts, wording: { t } }: Context): Block[] {
  const results = { nothing: t('resultNothing'), notApplicable: t('resultNotApplicable') };
  return part(
    t('searched'),
    <P style={styles.paragraph}>{t('searchedIntro', { controller: facts.controller.name })}</P>,
    {
      head: [t('kind'), t('system'), ...(facts.sought === null ? [] : [facts.sought.column]), t('result')],
      rows: facts.searched.map(({ collection, system, result, reason, count: n, by }) => [
        collection,
        system,
        ...(facts.sought === null ? [] : [by ?? '–']),
        [result === 'found' ? t('resultFound', { count: n }) : results[result], reason]
          .filter((text) => text !== null)
          .join(': '),
      ]),
      widths: facts.sought === null ? [4, 3, 4] : [4, 3, 4, 4],
    },
    [facts.sought?.by, facts.sought?.notBy].flatMap((told) =>
      told && told.lines.length > 0 ? [<Told key={told.title} {...told} />] : [],
    ),
  );
}

/** Sentences under a heading of their own. */
const Told = ({ title, lines }: { title: string; lines: readonly string[] }): ReactElement => (
  <View>
    <View wrap={false}>
      <P style={styles.heading3}>{title}</P>
      <P style={styles.paragraph}>{lines[0]!}</P>
    </View>
    {lines.slice(1).map((line) => (
      <P key={line} style={styles.paragraph}>
        {line}
      </P>
    ))}
  </View>
);

function withheld({ facts, wording: { t, count } }: Context): Block[] {
  if (facts.withheld.length === 0) return part(t('withheld'), <P>{t('withheldNone')}</P>, null);
  return part(t('withheld'), <P style={styles.paragraph}>{t('withheldIntro')}</P>, {
    head: [t('withheldWhere'), t('withheldWhat'), t('records'), t('withheldWhy')],
    rows: facts.withheld.map((item) => [
      item.collection,
      item.what,
      count(item.count),
      [`${item.ground} (${item.citation})`, item.facts].filter((text) => text !== null),
    ]),
    widths: [3, 3, 1.4, 5],
    figures: [2],
  });
}
