import { Link, Text, View } from '@react-pdf/renderer';
import type { ComponentProps, ReactElement } from 'react';
import type { BundleContact, BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from '../wording';
import { printable } from './fonts';
import { MARGIN, PAGE, styles } from './styles';

type TextStyle = NonNullable<ComponentProps<typeof View>['style']>;

/** Text that may come from data: everything a report says goes through here or through `printable`. */
export const P = ({ children, style }: { children: string; style?: TextStyle }): ReactElement => (
  <Text style={style ?? {}}>{printable(children)}</Text>
);

type ViewProps = ComponentProps<typeof View>;

/** A part that the outline of the PDF leads to. The renderer takes a bookmark on any node; its types know it of pages only. */
export const Bookmarked = ({ title, ...props }: ViewProps & { title: string }): ReactElement => {
  const bookmark = { bookmark: { title: printable(title, true) } };
  return <View {...props} {...bookmark} />;
};

/** Reference and page at the foot of every page. Stands first in its page, or the paginator forgets it. */
export const Footer = ({ facts, wording, orientation = 'portrait' }: { facts: BundleFacts; wording: Wording; orientation?: 'portrait' | 'landscape' }): ReactElement => (
  // Measured from the top: the paginator does not know yet how high the page will be.
  <View style={{ ...styles.footer, top: PAGE[orientation].height - 46, width: PAGE[orientation].width - 2 * MARGIN }} fixed>
    <Text>
      {printable([facts.controller.name, facts.reference === null ? wording.t('previewTitle') : wording.t('reference', { reference: facts.reference })].join(' · '))}
    </Text>
    <Text render={({ pageNumber, totalPages }) => wording.t('page', { page: pageNumber, pages: totalPages })} />
  </View>
);

/** Whether a row may be longer than a page: kept together, the rest of it would be lost. */
const isLong = (texts: readonly string[]): boolean => texts.join('').length > 800;

/** One fact: its term at the left, its paragraphs at the right. Nothing when there is nothing to say. */
export const Fact = ({ term, values }: { term: string; values: readonly string[] }): ReactElement | null =>
  values.length === 0 ? null : (
    <View style={styles.row} wrap={isLong(values)}>
      <View style={{ width: 128, paddingRight: 12 }}>
        <P style={styles.strong}>{term}</P>
      </View>
      <View style={{ flex: 1 }}>
        {values.map((value, i) => (
          <P key={i}>{value}</P>
        ))}
      </View>
    </View>
  );

/** One paragraph, or several. */
export type TableCell = string | readonly string[];

/** A small table of texts. @param widths shares of the line */
export const TextTable = ({ head, rows, widths, figures = [] }: { head: readonly string[]; rows: readonly (readonly TableCell[])[]; widths: readonly number[]; figures?: readonly number[] }): ReactElement => {
  const cell = (content: TableCell, i: number): ReactElement => (
    <View key={i} style={{ flexGrow: widths[i]!, flexShrink: 1, flexBasis: 0, paddingRight: i === head.length - 1 ? 0 : 10 }}>
      {[content].flat().map((paragraph, n) => (
        <P key={n} style={figures.includes(i) ? styles.figure : {}}>{paragraph}</P>
      ))}
    </View>
  );
  return (
    <View>
      <View style={styles.head} fixed>
        {head.map(cell)}
      </View>
      {rows.map((row, i) => (
        <View key={i} style={styles.row} wrap={isLong(row.flat())}>
          {row.map(cell)}
        </View>
      ))}
    </View>
  );
};

/** An address as a letter shows it. */
export const Contact = ({ contact }: { contact: BundleContact }): ReactElement => (
  <View wrap={false} style={styles.paragraph}>
    <P style={styles.strong}>{contact.name}</P>
    {contact.address === null ? null : <P>{contact.address}</P>}
    {contact.phone === null ? null : <P>{contact.phone}</P>}
    {contact.email === null ? null : <P>{contact.email}</P>}
    {contact.url === null ? null : <WebAddress url={contact.url} />}
  </View>
);

/** A web address, which leads there only where it is one. */
export const WebAddress = ({ url }: { url: string }): ReactElement =>
  /^https?:\/\//u.test(url) ? (
    <Link src={url} style={{ color: styles.page.color, textDecoration: 'underline' }}>
      {printable(url)}
    </Link>
  ) : (
    <P>{url}</P>
  );
