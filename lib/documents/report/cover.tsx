import { Page, Rect, Svg, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { daysBetween, localDate } from '@/lib/domain/calendar/local-date';
import type { BundleFacts } from '@/lib/domain/bundle/types';
import { frontSentences } from '../front';
import type { Wording } from '../wording';
import { Band, Footer, P } from './parts';
import { CONTENT_WIDTH, INK, INK_2, LINE, styles } from './styles';

const LEAD_WIDTH = 420;
const TERM_WIDTH = 158;

/** The first page: what it is, about whom, and the date. */
export const Cover = ({
  facts,
  records,
  wording,
}: {
  facts: BundleFacts;
  records: number;
  wording: Wording;
}): ReactElement => {
  const { t } = wording;
  const { controller } = facts;
  return (
    <Page size="A4" style={styles.page} bookmark={{ title: t('title'), fit: true }}>
      <Footer facts={facts} wording={wording} />
      <Band colour={controller.accent.light} />
      <View style={{ flexDirection: 'row', alignItems: 'center', marginTop: 4 }}>
        <P style={{ fontSize: 14, fontWeight: 600 }}>{controller.name}</P>
        <Text style={{ color: INK_2, marginLeft: 12, paddingLeft: 12, borderLeftWidth: 0.8, borderLeftColor: LINE }}>
          {t('rights')}
        </Text>
      </View>
      <View style={{ marginTop: 112 }}>
        <P style={{ color: INK_2, fontSize: 11, marginBottom: 4 }}>
          {facts.reference === null ? t('preview') : t('reference', { reference: facts.reference })}
        </P>
        <Text style={{ fontSize: 40, lineHeight: 1.15, fontWeight: 600, marginBottom: 14 }}>{t('title')}</Text>
        {frontSentences(facts, wording).map((sentence, i) => (
          <P
            key={i}
            style={{
              ...(i === 0 ? { fontSize: 13.5, lineHeight: 1.45 } : { fontSize: 11, marginTop: 8 }),
              width: LEAD_WIDTH,
            }}
            width={LEAD_WIDTH}
          >
            {sentence}
          </P>
        ))}
      </View>
      <DatedRule facts={facts} wording={wording} />
      <View style={{ marginTop: 44 }}>
        {[
          [t('about'), facts.subject.name],
          [t('from'), [controller.legalName, controller.address].filter((part) => part !== null).join(', ')],
          ...facts.answers.map(({ title, citation, outcome, scope }, i) => [
            i === 0 ? t('answers') : '',
            [`${title} (${citation}): ${outcome}`, scope].filter((part) => part !== null).join('. '),
          ]),
          [t('contents'), t('recordCount', { count: records })],
        ].map(([term, value], i) => (
          <View
            key={i}
            style={{
              ...styles.row,
              ...(i === 0 ? { borderTopWidth: 0.6, borderTopColor: LINE } : {}),
              paddingVertical: 6,
            }}
          >
            <Text style={{ width: TERM_WIDTH, color: INK_2, paddingRight: 8 }}>{term}</Text>
            <P style={{ flex: 1, fontWeight: 600 }} width={CONTENT_WIDTH - TERM_WIDTH}>
              {value!}
            </P>
          </View>
        ))}
      </View>
    </Page>
  );
};

/** The one motif of the product: received at the left, last day at the right, the answer upright between them. */
const DatedRule = ({ facts, wording }: { facts: BundleFacts; wording: Wording }): ReactElement => {
  const { t, day, weekday, dayOf } = wording;
  const madeOn = dayOf(facts.madeAt);
  return (
    <View style={{ marginTop: 46 }}>
      <Text style={{ color: INK_2 }}>{t('answered')}</Text>
      <Text style={{ fontSize: 23, lineHeight: 1.3, fontWeight: 600 }}>{weekday(madeOn)}</Text>
      {facts.dueOn === null ? null : (
        <>
          <Text style={{ color: INK_2, marginBottom: 12 }}>{distance(madeOn, facts.dueOn, wording)}</Text>
          <Line facts={facts} madeOn={madeOn} dueOn={facts.dueOn} />
          <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginTop: 5 }}>
            <View>
              <Text style={{ color: INK_2 }}>{t('received')}</Text>
              <Text style={styles.strong}>{day(facts.receivedOn)}</Text>
            </View>
            <View>
              <Text style={{ color: INK_2, textAlign: 'right' }}>{t('lastDay')}</Text>
              <Text style={{ ...styles.strong, textAlign: 'right' }}>{day(facts.dueOn)}</Text>
            </View>
          </View>
        </>
      )}
    </View>
  );
};

function distance(madeOn: string, dueOn: string, { t }: Wording): string {
  const days = daysBetween(localDate(madeOn), localDate(dueOn));
  return days >= 0 ? t('daysBefore', { days }) : t('daysAfter', { days: -days });
}

const Line = ({ facts, madeOn, dueOn }: { facts: BundleFacts; madeOn: string; dueOn: string }): ReactElement => {
  const [received, made, due] = [facts.receivedOn, madeOn, dueOn].map(localDate) as [
    ReturnType<typeof localDate>,
    ReturnType<typeof localDate>,
    ReturnType<typeof localDate>,
  ];
  const span = Math.max(1, daysBetween(received, due), daysBetween(received, made));
  const at = (on: typeof made): number => (CONTENT_WIDTH * Math.max(0, daysBetween(received, on))) / span;
  return (
    <Svg width={CONTENT_WIDTH} height={12} viewBox={`0 0 ${CONTENT_WIDTH} 12`}>
      <Rect x={0} y={5.4} width={CONTENT_WIDTH} height={1.2} fill={LINE} />
      <Rect x={0} y={4.6} width={at(made)} height={2.8} fill={facts.controller.accent.light} />
      <Rect x={Math.max(0, at(made) - 1)} y={0} width={2} height={12} fill={INK} />
      <Rect x={Math.max(0, at(due) - 1.4)} y={3} width={1.4} height={6} fill={INK} />
    </Svg>
  );
};
