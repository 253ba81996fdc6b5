import { describeShortDate } from '@/lib/domain/wording';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { gaveOwnAddress } from '@/lib/domain/intake/data-subject';
import { concerns, type QuestionId } from '@/lib/domain/intake/journey';
import { lookbackOf } from '@/lib/domain/intake/offered';
import type { Portal } from '../portal';
import { residenceName } from '../place-name';
import { identifierLabel } from './problem-text';

export type SummaryRow = { readonly label: string; readonly value: string; readonly question: QuestionId };

/** The answers about whoever asks, each with the page where it is changed. The rights stand in a list of their own. */
export function aboutYou(open: Portal, answers: DraftAnswers): readonly SummaryRow[] {
  const { t, definition, todayOn } = open;
  const { forWhom } = answers;
  const rows: SummaryRow[] = [];
  const add = adder(rows);
  add(
    'for-whom',
    t('check.forWhom'),
    forWhom && [t(`forWhom.${forWhom}.label`), answers.young && t('forWhom.self.young')].filter(Boolean).join('. '),
  );
  if (forWhom === 'self') aboutLaw(open, answers, add);
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

/** Whose data it is about, where somebody acts for another, and by what we shall look for it; empty for one's own. */
export function aboutThem(open: Portal, answers: DraftAnswers): readonly SummaryRow[] {
  const { t } = open;
  const { forWhom, subject } = answers;
  if (forWhom === 'self' || !subject) return [];
  const rows: SummaryRow[] = [];
  const add = adder(rows);
  add('whose', t('check.subject'), subject.name);
  add('whose', t('check.relation'), t(`relation.${subject.relation}`));
  const identifiers = Object.entries(subject.identifiers ?? {});
  const own = gaveOwnAddress(answers);
  for (const [kind, value] of identifiers)
    add(
      'found-by',
      identifierLabel(open, kind),
      kind === 'email' && own ? `${value}. ${t('foundBy.ownAddress')}` : value,
    );
  if (identifiers.length === (own ? 1 : 0)) add('found-by', t('foundBy.label'), t('foundBy.unknown'));
  aboutLaw(open, answers, add);
  return rows;
}

type Add = (question: QuestionId, label: string, value: string | undefined) => void;

const adder =
  (rows: SummaryRow[]): Add =>
  (question, label, value) => {
    if (value) rows.push({ question, label, value });
  };

/** What decides which law protects the person whose data it is. */
function aboutLaw(open: Portal, answers: DraftAnswers, add: Add): void {
  const { t, definition, todayOn } = open;
  add(
    'residence',
    t('check.residence', { forWhom: answers.forWhom ?? 'self' }),
    answers.residence && residenceName(answers.residence, open),
  );
  if (concerns('age', answers, definition, todayOn))
    add('age', t('check.age'), answers.ageBand && t(`age.band.${answers.ageBand}`));
  if (concerns('relation', answers, definition, todayOn))
    add('relation', t('check.connection'), answers.relation && t(`connection.${answers.relation}`));
}

/** For which time something is asked, in words; null where that was not to be said. */
export function periodAsked({ t, law, definition, todayOn }: Portal, answers: DraftAnswers): string | null {
  const lookback = lookbackOf(answers, definition, todayOn);
  if (!lookback || !answers.period) return null;
  const { period } = answers;
  return period.of === 'since'
    ? t('period.sinceOn', { on: describeShortDate(period.on, law) })
    : t(`period.${period.of}`, { months: lookback.months });
}
