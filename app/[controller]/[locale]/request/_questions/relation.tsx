import { Choice } from '@/lib/ui/choice';
import { relationsAsked } from '@/lib/domain/intake/offered';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Relation({ portal: { t, intake, todayOn }, answers, chosen, field }: Asked) {
  return (
    <QuestionGroup question={t('question.relation.title', { forWhom: answers.forWhom ?? 'self' })}>
      <Choice
        {...field('connection')}
        hint={t('connection.hint')}
        kind="radio"
        name="connection"
        chosen={chosen('connection', answers.relation ? [answers.relation] : [])}
        options={relationsAsked(answers, intake, todayOn).map((value) => ({
          value,
          label: t(`connection.${value}`),
        }))}
      />
    </QuestionGroup>
  );
}
