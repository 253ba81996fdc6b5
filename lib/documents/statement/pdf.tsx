import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { StatementTable, StatementWords } from '@/lib/domain/statement/words';
import { loadFonts } from '../report/fonts';
import { Band, CheckSteps, Fact, Footer, P, TextTable } from '../report/parts';
import { INK_2, styles } from '../report/styles';
import type { SignedFacts } from '../signed-zip';
import { wordingOf, type Wording } from '../wording';

/** Who states it to whom, as a letter says it. */
export type StatementParties = {
  readonly controller: {
    readonly name: string;
    readonly accent: string;
    readonly address: string | null;
    readonly email: string | null;
  };
  readonly person: string;
  /** Where the law lets the person name the address of the answer, its lines; else none. */
  readonly address: readonly string[];
  /** By what article it is owed, as it is told. */
  readonly citation: string;
};

type Stated = {
  readonly facts: SignedFacts & { readonly reference: string };
  readonly words: StatementWords;
  readonly parties: StatementParties;
  readonly keyFingerprint: string;
};

/** A statement that answers a right, in the look of the report. */
export async function statementPdf(input: Stated): Promise<Uint8Array> {
  await loadFonts();
  return renderToBuffer(statementDocument(input));
}

function statementDocument(input: Stated): ReactElement<Record<string, unknown>> {
  const { facts, words, parties } = input;
  const wording = wordingOf(facts);
  const { t } = wording;
  return (
    <Document
      title={`${parties.controller.name}: ${words.title}, ${facts.reference}`}
      author={facts.controller.legalName}
      language={facts.locale}
      creationDate={new Date(facts.madeAt)}
    >
      <Page size="A4" style={styles.page}>
        <Footer facts={{ controller: parties.controller, reference: facts.reference }} wording={wording} />
        <Band colour={parties.controller.accent} />
        <P style={{ fontSize: 14, fontWeight: 600, marginBottom: 26 }}>{parties.controller.name}</P>
        <P style={{ color: INK_2, fontSize: 11, marginBottom: 4 }}>{t('reference', { reference: facts.reference })}</P>
        <Text style={{ fontSize: 24, lineHeight: 1.2, fontWeight: 600, marginBottom: 14 }}>{words.title}</Text>
        {words.paragraphs.map((paragraph) => (
          <P key={paragraph} style={{ fontSize: 11, marginBottom: 8 }}>
            {paragraph}
          </P>
        ))}
        <Facts {...input} wording={wording} />
        {words.list && (
          <View style={styles.section} wrap={false}>
            <P style={styles.heading2}>{words.list.heading}</P>
            {words.list.lines.map((line) => (
              <P key={line}>{`– ${line}`}</P>
            ))}
          </View>
        )}
        {words.tables.map((table) => (
          <Table key={table.heading} {...table} />
        ))}
        <View wrap={false}>
          <P style={styles.heading2}>{t('check')}</P>
          <CheckSteps
            facts={facts}
            keyFingerprint={input.keyFingerprint}
            file={`${facts.reference}-statement.zip`}
            sums={false}
            wording={wording}
          />
        </View>
      </Page>
    </Document>
  );
}

const Facts = ({ facts, parties, wording: { t, day, dayOf } }: Stated & { wording: Wording }): ReactElement => {
  const { controller, person, address, citation } = parties;
  const from = [facts.controller.legalName, controller.address, controller.email].filter((line) => line !== null);
  return (
    <View style={{ ...styles.section, marginTop: 10 }}>
      <Fact term={t('statement.to')} values={[person, ...address]} />
      <Fact term={t('from')} values={from} />
      <Fact term={t('received')} values={[day(facts.receivedOn)]} />
      <Fact term={t('statement.answered')} values={[day(dayOf(facts.madeAt))]} />
      <Fact term={t('statement.law')} values={[citation]} />
    </View>
  );
};

const Table = ({ heading, head, widths, rows }: StatementTable): ReactElement => (
  <View style={styles.section}>
    <P style={styles.heading2}>{heading}</P>
    <TextTable
      head={head}
      widths={widths}
      rows={rows.map((row) => row.map((cell) => (cell.length === 0 ? '–' : cell)))}
    />
  </View>
);
