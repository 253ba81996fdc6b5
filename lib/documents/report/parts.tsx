import { Link, Text, View } from '@react-pdf/renderer';
import type { ComponentProps, ReactElement } from 'react';
import type { BundleContact, BundleFacts } from '@/lib/domain/bundle/types';
import { OPENSSL_COMMAND, SUMS_COMMAND, VERIFY_COMMAND } from '../bundle/contents';
import type { Wording } from '../wording';
import { Drawn, drawLines, lineHeight } from './drawing';
import { linesOf } from './lines';
import { isPlain, printable } from './printable';
import { CONTENT_WIDTH, INK, MARGIN, PAGE, styles } from './styles';

type ViewProps = ComponentProps<typeof View>;

/** How a text looks, as far as a text that has to be drawn can look so too. */
type TextStyle = Extract<NonNullable<ViewProps['style']>, { flex?: unknown }>;

/** The controller's colour along the top of a first page. */
export const Band = ({ colour }: { colour: string }): ReactElement => (
  <View
    style={{ position: 'absolute', top: 0, left: 0, width: PAGE.portrait.width, height: 7, backgroundColor: colour }}
  />
);

/**
 * Text that may come from data: everything a report says goes through here.
 * @param width of its column in points: texts that the renderer would set wrongly are broken into lines here, and drawn
 */
export function P({
  children,
  style = {},
  width = CONTENT_WIDTH,
}: {
  children: string;
  style?: TextStyle;
  width?: number;
}): ReactElement {
  const { text } = printable(children);
  if (isPlain(text)) return <Text style={style}>{text}</Text>;
  const type = {
    size: Number(style.fontSize ?? styles.page.fontSize),
    weight: style.fontWeight === 600 ? 600 : 400,
  } as const;
  const colour = typeof style.color === 'string' ? style.color : INK;
  return (
    <View style={style}>
      {linesOf(text, width, type).map((line, i) => (
        <Drawn
          key={i}
          width={width}
          height={lineHeight(type)}
          draw={(painter) => drawLines(painter.fillColor(colour), [line], 0, 0, width, type)}
        />
      ))}
    </View>
  );
}

/** A part that the outline of the PDF leads to. The renderer takes a bookmark on any node; its types know it of pages only. */
export const Bookmarked = ({ title, ...props }: ViewProps & { title: string }): ReactElement => {
  const bookmark = { bookmark: { title: title.replace(/[\p{Cc}\s]+/gu, ' ').trim() } };
  return <View {...props} {...bookmark} />;
};

/** Reference and page at the foot of every page. Stands first in its page, or the paginator forgets it. */
export const Footer = ({
  facts,
  wording,
  orientation = 'portrait',
}: {
  facts: Pick<BundleFacts, 'reference'> & { readonly controller: { readonly name: string } };
  wording: Wording;
  orientation?: 'portrait' | 'landscape';
}): ReactElement => (
  // Measured from the top: the paginator does not know yet how high the page will be.
  <View
    style={{ ...styles.footer, top: PAGE[orientation].height - 46, width: PAGE[orientation].width - 2 * MARGIN }}
    fixed
  >
    <P style={{ fontSize: 8 }} width={CONTENT_WIDTH - 90}>
      {[
        facts.controller.name,
        facts.reference === null ? wording.t('previewTitle') : wording.t('reference', { reference: facts.reference }),
      ].join(' · ')}
    </P>
    <Text render={({ pageNumber, totalPages }) => wording.t('page', { page: pageNumber, pages: totalPages })} />
  </View>
);

// Lines of a column that is as narrow as the narrowest; a page has more than fifty.
const COLUMN_CHARACTERS = 16;
const TALL_LINES = 30;

/** Whether a part may be higher than a page allows: kept together, the rest of it would be lost. */
export const isTall = (texts: readonly string[]): boolean =>
  texts
    .flatMap((text) => text.split(/[\n\u2028\u2029]/u))
    .reduce((lines, line) => lines + Math.ceil((line.length + 1) / COLUMN_CHARACTERS), 0) > TALL_LINES;

const TERM_WIDTH = 128;

/** One fact: its term at the left, its paragraphs at the right. Nothing when there is nothing to say. */
export const Fact = ({ term, values }: { term: string; values: readonly string[] }): ReactElement | null =>
  values.length === 0 ? null : (
    <View style={styles.row} wrap={isTall(values)}>
      <View style={{ width: TERM_WIDTH, paddingRight: 12 }}>
        <P style={styles.strong} width={TERM_WIDTH - 12}>
          {term}
        </P>
      </View>
      <View style={{ flex: 1 }}>
        {values.map((value, i) => (
          <P key={i} width={CONTENT_WIDTH - TERM_WIDTH}>
            {value}
          </P>
        ))}
      </View>
    </View>
  );

/** One paragraph, or several. */
export type TableCell = string | readonly string[];

const CELL_GAP = 10;

/** A small table of texts. @param widths shares of the line */
export const TextTable = ({
  head,
  rows,
  widths,
  figures = [],
}: {
  head: readonly string[];
  rows: readonly (readonly TableCell[])[];
  widths: readonly number[];
  figures?: readonly number[];
}): ReactElement => {
  const shares = widths.reduce((sum, width) => sum + width, 0);
  const cell = (content: TableCell, i: number): ReactElement => {
    const width = (CONTENT_WIDTH * widths[i]!) / shares;
    const gap = i === head.length - 1 ? 0 : CELL_GAP;
    return (
      <View key={i} style={{ width, paddingRight: gap }}>
        {[content].flat().map((paragraph, n) => (
          <P key={n} style={figures.includes(i) ? styles.figure : {}} width={width - gap}>
            {paragraph}
          </P>
        ))}
      </View>
    );
  };
  return (
    <View>
      <View style={styles.head} fixed>
        {head.map(cell)}
      </View>
      {rows.map((row, i) => (
        <View key={i} style={styles.row} wrap={isTall(row.flat())}>
          {row.map(cell)}
        </View>
      ))}
    </View>
  );
};

/** An address as a letter shows it. */
export const Contact = ({ contact }: { contact: BundleContact }): ReactElement => (
  <View wrap={isTall([contact.name, contact.address ?? ''])} style={styles.paragraph}>
    <P style={styles.strong}>{contact.name}</P>
    {contact.address === null ? null : <P>{contact.address}</P>}
    {contact.phone === null ? null : <P>{contact.phone}</P>}
    {contact.email === null ? null : <P>{contact.email}</P>}
    {contact.url === null ? null : <WebAddress url={contact.url} />}
  </View>
);

/** A web address, which leads there only where it is one. */
const WebAddress = ({ url }: { url: string }): ReactElement =>
  /^https?:\/\//u.test(url) && isPlain(printable(url).text) ? (
    <Link src={url} style={{ color: INK, textDecoration: 'underline' }}>
      {url}
    </Link>
  ) : (
    <P>{url}</P>
  );

/** How the signature is checked by a stranger's program. @param sums whether it lists files beside the manifest's own */
export const CheckSteps = ({
  facts: { keyUrl },
  keyFingerprint,
  file,
  sums,
  wording: { t },
}: {
  facts: { readonly keyUrl: string };
  keyFingerprint: string;
  file: string;
  sums: boolean;
  wording: Wording;
}): ReactElement => (
  <>
    <P style={styles.paragraph}>{t('checkIntro')}</P>
    <P>{t('checkKey', { url: keyUrl })}</P>
    <P style={styles.code}>{keyFingerprint}</P>
    <P>{t('checkSteps')}</P>
    <P style={styles.code}>{OPENSSL_COMMAND}</P>
    <P>{t('checkAnswer')}</P>
    {sums ? <P style={styles.code}>{SUMS_COMMAND}</P> : null}
    {sums ? <P style={styles.paragraph}>{t('checkAnswerFiles')}</P> : null}
    <P>{t('checkTool')}</P>
    <P style={styles.code}>{`${VERIFY_COMMAND} ${file}`}</P>
  </>
);
