import { Choice } from '@/lib/ui/choice';
import { agesAsked } from '@/lib/domain/intake/offered';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Age({ portal: { t, intake, todayOn }, answers, chosen, field }: Asked) {
  const forWhom = answers.forWhom ?? 'self';
  return (
    <QuestionGroup question={t('question.age.title', { forWhom })}>
      <Choice
        {...field('ageBand')}
        hint={t('age.hint', { forWhom })}
        kind="radio"
        name="ageBand"
        chosen={chosen('ageBand', answers.ageBand ? [answers.ageBand] : [])}
        options={agesAsked(answers, intake, todayOn).map((value) => ({ value, label: t(`age.band.${value}`) }))}
      />
    </QuestionGroup>
  );
}
