import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { loadFonts } from '../report/fonts';
import { Band, CheckSteps, Fact, Footer, isTall, P, TextTable } from '../report/parts';
import { INK_2, styles } from '../report/styles';
import type { SignedFacts } from '../signed-zip';
import { wordingOf, type Wording } from '../wording';

/** What became of one collection, in sentences of the reader's language. */
export type CertificateLine = {
  readonly title: string;
  readonly goes: string;
  readonly stays: readonly string[];
};

/** What the certificate says in words. `byPerson`: systems in which no connector erased. `bySignature`: those whose signed word says that it is done. */
export type CertificateWords = {
  readonly controller: { readonly name: string; readonly accent: string };
  readonly person: string;
  readonly laws: readonly string[];
  readonly plan: string;
  readonly systems: readonly {
    readonly name: string;
    readonly byPerson: boolean;
    readonly bySignature: boolean;
    readonly backups: readonly string[];
    readonly collections: readonly CertificateLine[];
  }[];
  /** What stays of the requests themselves, which are in none of these systems. */
  readonly portal: { readonly name: string; readonly lines: readonly string[] } | null;
};

type Certified = {
  readonly facts: SignedFacts & { readonly reference: string };
  readonly words: CertificateWords;
  readonly keyFingerprint: string;
};

/** The certificate of an erasure, in the look of the report. */
export async function certificatePdf(input: Certified): Promise<Uint8Array> {
  await loadFonts();
  return renderToBuffer(certificateDocument(input));
}

function certificateDocument(input: Certified): ReactElement<Record<string, unknown>> {
  const { facts, words } = input;
  const wording = wordingOf(facts);
  const { t } = wording;
  return (
    <Document
      title={t('certificate.documentTitle', { controller: words.controller.name, reference: facts.reference })}
      author={facts.controller.legalName}
      language={facts.locale}
      creationDate={new Date(facts.madeAt)}
    >
      <Page size="A4" style={styles.page}>
        <Footer facts={{ controller: words.controller, reference: facts.reference }} wording={wording} />
        <Band colour={words.controller.accent} />
        <P style={{ fontSize: 14, fontWeight: 600, marginBottom: 26 }}>{words.controller.name}</P>
        <P style={{ color: INK_2, fontSize: 11, marginBottom: 4 }}>{t('reference', { reference: facts.reference })}</P>
        <Text style={{ fontSize: 30, lineHeight: 1.15, fontWeight: 600, marginBottom: 14 }}>
          {t('certificate.title')}
        </Text>
        <P style={{ fontSize: 11, marginBottom: 16 }}>
          {t('certificate.lead', { confirmed: words.systems.some(({ bySignature }) => bySignature) ? 'yes' : 'no' })}
        </P>
        <Facts {...input} wording={wording} />
        {words.systems.map((system) => (
          <System key={system.name} system={system} wording={wording} />
        ))}
        {words.portal && <Portal {...words.portal} />}
        <Check {...input} wording={wording} />
      </Page>
    </Document>
  );
}

const Facts = ({ facts, words, wording: { t, day, dayOf } }: Certified & { wording: Wording }): ReactElement => (
  <View style={styles.section}>
    <Fact term={t('about')} values={[words.person]} />
    <Fact term={t('from')} values={[facts.controller.legalName]} />
    <Fact term={t('received')} values={[day(facts.receivedOn)]} />
    <Fact term={t('certificate.searched')} values={[day(dayOf(facts.madeAt))]} />
    <Fact term={t('certificate.laws')} values={words.laws} />
    <Fact term={t('certificate.plan')} values={[words.plan]} />
  </View>
);

const System = ({
  system: { name, byPerson, backups, collections },
  wording: { t },
}: {
  system: CertificateWords['systems'][number];
  wording: Wording;
}): ReactElement => (
  <View style={styles.section} wrap={isTall(collections.flatMap(({ title, stays }) => [title, ...stays]))}>
    <P style={styles.heading2}>{name}</P>
    {byPerson ? <P style={styles.muted}>{t('certificate.byPerson')}</P> : null}
    {!byPerson && collections.length === 0 ? <P style={styles.muted}>{t('certificate.nothing')}</P> : null}
    {collections.length === 0 ? null : (
      <TextTable
        head={[t('certificate.kind'), t('certificate.gone'), t('certificate.stays')]}
        widths={[3, 3, 4]}
        rows={collections.map(({ title, goes, stays }) => [title, goes || '–', stays.length > 0 ? stays : '–'])}
      />
    )}
    {backups.map((line) => (
      <P key={line} style={styles.muted}>
        {line}
      </P>
    ))}
  </View>
);

const Portal = ({ name, lines }: NonNullable<CertificateWords['portal']>): ReactElement => (
  <View style={styles.section} wrap={false}>
    <P style={styles.heading2}>{name}</P>
    {lines.map((line) => (
      <P key={line}>{line}</P>
    ))}
  </View>
);

const Check = ({ facts, keyFingerprint, wording }: Certified & { wording: Wording }): ReactElement => (
  <View wrap={false}>
    <P style={styles.heading2}>{wording.t('check')}</P>
    <CheckSteps
      facts={facts}
      keyFingerprint={keyFingerprint}
      file={`${facts.reference}-erasure.zip`}
      sums={false}
      wording={wording}
    />
  </View>
);
