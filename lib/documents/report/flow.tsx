import { Page } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import type { Wording } from '../wording';
import { Footer } from './parts';
import { styles } from './styles';

/** Something that stands below what came before it; `lines`: about how many lines it takes. */
export type Block = { readonly element: ReactElement; readonly lines: number };

// About six pages. For each page that it ends the paginator lays out all that is left of its flow anew: what follows one another without
// an end takes time by the square of its length (100 categories 22 s of processor time, 200 categories 97 s).
const LONGEST_FLOW = 250;

/** Blocks one under the other, on as many upright pages as they take; after some pages the next block begins on a page of its own. */
export function flowPages(
  key: string,
  blocks: readonly Block[],
  { facts, wording }: { readonly facts: BundleFacts; readonly wording: Wording },
): ReactElement[] {
  const flows: ReactElement[][] = [];
  let room = 0;
  for (const { element, lines } of blocks) {
    if (lines > room) {
      flows.push([]);
      room = LONGEST_FLOW;
    }
    flows.at(-1)!.push(element);
    room -= lines;
  }
  return flows.map((flow, i) => (
    <Page key={`${key} ${i}`} size="A4" style={styles.page}>
      <Footer facts={facts} wording={wording} />
      {flow}
    </Page>
  ));
}

/** Rows of a table in pieces, each of which goes into a flow; one piece without rows where there are none. */
export function piecesOf<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const count = Math.max(1, Math.ceil(rows.length / ROWS_OF_A_PIECE));
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_OF_A_PIECE, (i + 1) * ROWS_OF_A_PIECE));
}

const ROWS_OF_A_PIECE = 120;
