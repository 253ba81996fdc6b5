import { Document, Page, renderToBuffer, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Letter, LetterPart } from '@/lib/domain/letter/types';
import { translator } from '@/lib/platform/i18n/translator';
import { loadFonts } from '../report/fonts';
import { Band, Bookmarked, Footer, isTall, P } from '../report/parts';
import { INK_2, styles } from '../report/styles';
import { wordingOf } from '../wording';

/** A letter as a page to print and keep: part by part what the page says, in the look of the report. @param accent of the controller, `#rrggbb` */
export async function letterPdf(letter: Letter, accent: string): Promise<Uint8Array> {
  await loadFonts();
  return renderToBuffer(letterDocument(letter, accent));
}

function letterDocument(letter: Letter, accent: string): ReactElement<Record<string, unknown>> {
  // Every date of a letter is a day already: none is told from an instant.
  const wording = wordingOf({ locale: letter.locale, timezone: 'UTC' });
  const title = translator(letter.locale, 'letter')(`title.${letter.kind}`);
  return (
    <Document
      title={`${title}, ${letter.reference}`}
      author={letter.controller}
      language={letter.locale}
      creationDate={new Date(`${letter.on}T00:00:00Z`)}
    >
      <Page size="A4" style={{ ...styles.page, fontSize: 11 }}>
        <Footer facts={{ controller: { name: letter.controller }, reference: letter.reference }} wording={wording} />
        <Band colour={accent} />
        <P style={{ fontSize: 14, fontWeight: 600, marginBottom: 26 }}>{letter.controller}</P>
        <P style={{ color: INK_2, marginBottom: 4 }}>
          {`${wording.t('reference', { reference: letter.reference })} · ${wording.day(letter.on)}`}
        </P>
        <P style={{ fontSize: 24, lineHeight: 1.15, fontWeight: 600, marginBottom: 18 }}>{title}</P>
        {letter.parts.map((part) => (
          <Part key={`${part.id} ${part.right}`} part={part} />
        ))}
      </Page>
    </Document>
  );
}

const Part = ({ part: { heading, paragraphs } }: { part: LetterPart }): ReactElement => {
  const said = paragraphs.map((paragraph, at) => (
    <P key={at} style={{ fontSize: 11, marginBottom: 7 }}>
      {paragraph}
    </P>
  ));
  const together = !isTall(paragraphs);
  return heading === null ? (
    <View wrap={!together}>{said}</View>
  ) : (
    <Bookmarked title={heading} wrap={!together}>
      <P style={{ ...styles.heading2, marginTop: 10, marginBottom: 4 }}>{heading}</P>
      {said}
    </Bookmarked>
  );
};
