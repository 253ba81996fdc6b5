import { Choice } from '@/app/_ui/choice';
import { FOR_WHOM } from '@/lib/domain/intake/schema';
import type { Asked } from '../asked';
import { Legend } from './legend';

export function ForWhom({ portal: { t }, answers, chosen, field }: Asked) {
  return (
    <fieldset className="question">
      <Legend>{t('question.for-whom.title')}</Legend>
      <Choice
        {...field('forWhom')}
        kind="radio"
        name="forWhom"
        chosen={chosen('forWhom', answers.forWhom ? [answers.forWhom] : [])}
        options={FOR_WHOM.map((value) => ({ value, label: t(`forWhom.${value}.label`), ...(value !== 'self' && { hint: t(`forWhom.${value}.hint`) }) }))}
      />
    </fieldset>
  );
}
