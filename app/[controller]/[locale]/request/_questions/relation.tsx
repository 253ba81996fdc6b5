import { Choice } from '@/lib/ui/choice';
import { relationsAsked } from '@/lib/domain/intake/offered';
import type { Asked } from '../asked';
import { Legend } from './legend';

export function Relation({ portal: { t, definition, todayOn }, answers, chosen, field }: Asked) {
  return (
    <fieldset className="question">
      <Legend>{t('question.relation.title', { forWhom: answers.forWhom ?? 'self' })}</Legend>
      <Choice
        {...field('connection')}
        hint={t('connection.hint')}
        kind="radio"
        name="connection"
        chosen={chosen('connection', answers.relation ? [answers.relation] : [])}
        options={relationsAsked(answers, definition, todayOn).map((value) => ({
          value,
          label: t(`connection.${value}`),
        }))}
      />
    </fieldset>
  );
}
