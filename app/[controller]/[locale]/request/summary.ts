import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { asksForLight, type QuestionId } from '@/lib/domain/intake/journey';
import type { Portal } from '../portal';
import { residenceName } from '../place-name';
import { identifierLabel } from './problem-text';

export type SummaryRow = { readonly label: string; readonly value: string; readonly question: QuestionId };

/** The answers about the person, each with the page where it is changed. The rights stand in a list of their own. */
export function aboutYou(open: Portal, answers: DraftAnswers): readonly SummaryRow[] {
  const { t } = open;
  const rows: SummaryRow[] = [];
  const add = (question: QuestionId, label: string, value: string | undefined) => {
    if (value) rows.push({ question, label, value });
  };
  add('for-whom', t('check.forWhom'), answers.forWhom && t(`forWhom.${answers.forWhom}.label`));
  if (answers.forWhom !== 'self') {
    add('whose', t('check.subject'), answers.subject?.name);
    add('whose', t('check.relation'), answers.subject && t(`relation.${answers.subject.relation}`));
  }
  add('residence', t('check.residence'), answers.residence && residenceName(answers.residence, open));
  add('who', t('who.name'), answers.name);
  add('who', t('who.email'), answers.email);
  for (const [kind, value] of Object.entries(answers.identifiers ?? {})) add('who', identifierLabel(open, kind), value);
  if (asksForLight(answers) && answers.california) {
    const { street, city, zip, statement } = answers.california;
    add('california', t('california.statement'), statement);
    add('california', t('check.california'), `${street}, ${city}, CA ${zip}`);
  }
  return rows;
}
