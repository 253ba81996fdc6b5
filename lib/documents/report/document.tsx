import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { OPENSSL_COMMAND, SUMS_COMMAND, VERIFY_COMMAND } from '../bundle/contents';
import { nothingFound } from '../front';
import { wordingOf, type Wording } from '../wording';
import { categoryPages } from './category';
import { Cover } from './cover';
import { loadFonts } from './fonts';
import { Bookmarked, Contact, Footer, isTall, P, TextTable } from './parts';
import { styles } from './styles';
import type { ReportCategory, ReportInput } from './types';

/** The report of a bundle as a PDF: a letter first, then everything that Art. 15(1) and (2) asks for, category by category. */
export async function reportPdf(input: ReportInput): Promise<Uint8Array> {
  await loadFonts();
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
      <Contents facts={facts} categories={categories} wording={wording} />
      {categoryPages(categories, { facts, wording })}
      <Closing facts={facts} keyFingerprint={keyFingerprint} wording={wording} />
    </Document>
  );
}

const Contents = ({
  facts,
  categories,
  wording,
}: {
  facts: BundleFacts;
  categories: readonly ReportCategory[];
  wording: Wording;
}): ReactElement => {
  const { t, count } = wording;
  const results = { nothing: t('resultNothing'), notApplicable: t('resultNotApplicable') };
  return (
    <Page size="A4" style={styles.page}>
      <Footer facts={facts} wording={wording} />
      <Bookmarked title={t('contents')} style={styles.section}>
        <Text style={styles.heading1}>{t('contents')}</Text>
        {categories.length === 0 ? (
          <P>{nothingFound(facts, wording)}</P>
        ) : (
          <>
            <TextTable
              head={[t('kind'), t('system'), t('records')]}
              rows={categories.map(({ category, count: n }) => [category.title, category.systemName, count(n)])}
              widths={[5, 4, 1.4]}
              figures={[2]}
            />
            {facts.decisionsStated ? <P style={{ ...styles.small, marginTop: 6 }}>{t('contentsDecisions')}</P> : null}
          </>
        )}
      </Bookmarked>
      <Bookmarked title={t('searched')} style={styles.section}>
        <Text style={styles.heading1} minPresenceAhead={80}>
          {t('searched')}
        </Text>
        <P style={styles.paragraph}>{t('searchedIntro', { controller: facts.controller.name })}</P>
        <TextTable
          head={[t('kind'), t('system'), ...(facts.sought === null ? [] : [facts.sought.column]), t('result')]}
          rows={facts.searched.map(({ collection, system, result, reason, count: n, by }) => [
            collection,
            system,
            ...(facts.sought === null ? [] : [by ?? '–']),
            [result === 'found' ? t('resultFound', { count: n }) : results[result], reason]
              .filter((part) => part !== null)
              .join(': '),
          ])}
          widths={facts.sought === null ? [4, 3, 4] : [4, 3, 4, 4]}
        />
        {[facts.sought?.by, facts.sought?.notBy].map(
          (part) => part && part.lines.length > 0 && <Told key={part.title} {...part} />,
        )}
      </Bookmarked>
      <Bookmarked title={t('withheld')} style={styles.section}>
        <Text style={styles.heading1} minPresenceAhead={80}>
          {t('withheld')}
        </Text>
        <Withheld facts={facts} wording={wording} />
      </Bookmarked>
    </Page>
  );
};

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

const Withheld = ({ facts, wording }: { facts: BundleFacts; wording: Wording }): ReactElement => {
  const { t, count } = wording;
  if (facts.withheld.length === 0) return <P>{t('withheldNone')}</P>;
  return (
    <>
      <P style={styles.paragraph}>{t('withheldIntro')}</P>
      <TextTable
        head={[t('withheldWhere'), t('withheldWhat'), t('records'), t('withheldWhy')]}
        rows={facts.withheld.map((item) => [
          item.collection,
          item.what,
          count(item.count),
          [`${item.ground} (${item.citation})`, item.facts].filter((part) => part !== null),
        ])}
        widths={[3, 3, 1.4, 5]}
        figures={[2]}
      />
    </>
  );
};

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
        <P style={styles.paragraph}>{t('checkIntro')}</P>
        <P>{t('checkKey', { url: facts.keyUrl })}</P>
        <P style={styles.code}>{keyFingerprint}</P>
        <P>{t('checkSteps')}</P>
        <P style={styles.code}>{OPENSSL_COMMAND}</P>
        <P>{t('checkAnswer')}</P>
        <P style={styles.code}>{SUMS_COMMAND}</P>
        <P style={styles.paragraph}>{t('checkAnswerFiles')}</P>
        <P>{t('checkTool')}</P>
        <P style={styles.code}>{`${VERIFY_COMMAND} ${facts.reference ?? 'bundle'}.zip`}</P>
      </Bookmarked>
    </Page>
  );
};
