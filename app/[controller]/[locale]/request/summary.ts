import { describeShortDate } from '@/lib/domain/clock/describe';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { concerns, type QuestionId } from '@/lib/domain/intake/journey';
import { lookbackOf } from '@/lib/domain/intake/offered';
import type { Portal } from '../portal';
import { residenceName } from '../place-name';
import { identifierLabel } from './problem-text';

export type SummaryRow = { readonly label: string; readonly value: string; readonly question: QuestionId };

/** The answers about the person, each with the page where it is changed. The rights stand in a list of their own. */
export function aboutYou(open: Portal, answers: DraftAnswers): readonly SummaryRow[] {
  const { t, definition, todayOn } = open;
  const rows: SummaryRow[] = [];
  const add = (question: QuestionId, label: string, value: string | undefined) => {
    if (value) rows.push({ question, label, value });
  };
  add('for-whom', t('check.forWhom'), answers.forWhom && [t(`forWhom.${answers.forWhom}.label`), answers.young && t('forWhom.self.young')].filter(Boolean).join('. '));
  if (answers.forWhom !== 'self') {
    add('whose', t('check.subject'), answers.subject?.name);
    add('whose', t('check.relation'), answers.subject && t(`relation.${answers.subject.relation}`));
  }
  add('residence', t('check.residence'), answers.residence && residenceName(answers.residence, open));
  if (concerns('age', answers, definition, todayOn)) add('age', t('check.age'), answers.ageBand && t(`age.band.${answers.ageBand}`));
  if (concerns('relation', answers, definition, todayOn)) add('relation', t('check.connection'), answers.relation && t(`connection.${answers.relation}`));
  add('who', t('who.name'), answers.name);
  add('who', t('who.email'), answers.email);
  for (const [kind, value] of Object.entries(answers.identifiers ?? {})) add('who', identifierLabel(open, kind), value);
  if (concerns('california', answers, definition, todayOn) && answers.california) {
    const { street, city, zip, statement } = answers.california;
    add('california', t('california.statement'), statement);
    add('california', t('check.california'), `${street}, ${city}, CA ${zip}`);
  }
  return rows;
}

/** For which time something is asked, in words; null where that was not to be said. */
export function periodAsked({ t, law, definition, todayOn }: Portal, answers: DraftAnswers): string | null {
  const lookback = lookbackOf(answers, definition, todayOn);
  if (!lookback || !answers.period) return null;
  const { period } = answers;
  return period.of === 'since' ? t('period.sinceOn', { on: describeShortDate(period.on, law) }) : t(`period.${period.of}`, { months: lookback.months });
}
