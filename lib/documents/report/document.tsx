import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { wordingOf, type Wording } from '../wording';
import { categoryPages } from './category';
import { contentsPages } from './contents';
import { Cover } from './cover';
import { Bookmarked, CheckSteps, Contact, Footer, isTall, P } from './parts';
import { styles } from './styles';
import type { ReportInput } from './types';

/** The report of a bundle as a PDF: a letter first, then everything that Art. 15(1) and (2) asks for, category by category. */
export async function reportPdf(input: ReportInput): Promise<Uint8Array> {
  return renderToBuffer(reportDocument(input));
}

function reportDocument({ facts, categories, keyFingerprint }: ReportInput): ReactElement<Record<string, unknown>> {
  const wording = wordingOf(facts);
  const title = wording.t('documentTitle', {
    controller: facts.controller.name,
    reference: facts.reference ?? wording.t('previewTitle'),
  });
  const records = categories.reduce((sum, { count }) => sum + count, 0);
  return (
    <Document
      title={title}
      author={facts.controller.legalName}
      language={facts.locale}
      creationDate={new Date(facts.madeAt)}
      pageMode="useOutlines"
    >
      <Cover facts={facts} records={records} wording={wording} />
      {contentsPages(categories, { facts, wording })}
      {categoryPages(categories, { facts, wording })}
      <Closing facts={facts} keyFingerprint={keyFingerprint} wording={wording} />
    </Document>
  );
}

/** What one can do about the answer, and how to check the bundle. */
const Closing = ({
  facts,
  keyFingerprint,
  wording,
}: {
  facts: BundleFacts;
  keyFingerprint: string;
  wording: Wording;
}): ReactElement => {
  const { t } = wording;
  const { controller, remedies } = facts;
  return (
    <Page size="A4" style={styles.page}>
      <Footer facts={facts} wording={wording} />
      <Bookmarked title={t('remedies')} style={styles.section}>
        <Text style={styles.heading1}>{t('remedies')}</Text>
        {remedies.map(({ title, text, citation, contact }) => (
          <View key={`${title} ${citation}`} wrap={isTall([title, text])}>
            <P style={styles.heading3}>{title}</P>
            <P>{`${text} (${citation})`}</P>
            {contact && <Contact contact={contact} />}
          </View>
        ))}
        <P style={styles.heading3}>{t('contact')}</P>
        <Contact contact={controller.contact} />
        {controller.dpo === null ? null : <P style={styles.heading3}>{t('dpo')}</P>}
        {controller.dpo === null ? null : <Contact contact={controller.dpo} />}
      </Bookmarked>
      <Bookmarked title={t('check')}>
        <Text style={styles.heading1} minPresenceAhead={120}>
          {t('check')}
        </Text>
        <CheckSteps
          facts={facts}
          keyFingerprint={keyFingerprint}
          file={`${facts.reference ?? 'bundle'}.zip`}
          sums
          wording={wording}
        />
      </Bookmarked>
    </Page>
  );
};
