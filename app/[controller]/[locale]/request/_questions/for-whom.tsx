import { Choice } from '@/lib/ui/choice';
import { footingsOffered } from '@/lib/domain/intake/offered';
import type { Asked } from '../asked';
import { contactWords } from '../problem-text';
import { QuestionGroup } from './question-group';

export function ForWhom(page: Asked) {
  const { portal, answers, chosen, field } = page;
  const { t, intake, todayOn } = portal;
  const offered = footingsOffered(intake, todayOn);
  return (
    <>
      <QuestionGroup question={t('question.for-whom.title')}>
        <Choice
          {...field('forWhom')}
          kind="radio"
          name="forWhom"
          chosen={chosen('forWhom', answers.forWhom ? [answers.forWhom] : [])}
          options={offered.map((value) => ({
            value,
            label: t(`forWhom.${value}.label`),
            ...(value === 'self' ? { more: <Young {...page} /> } : { hint: t(`forWhom.${value}.hint`) }),
          }))}
        />
      </QuestionGroup>
      {!offered.includes('deceased') && <p>{t('forWhom.deceased.closed', { contact: contactWords(portal) })}</p>}
    </>
  );
}

/** Asked of nobody: a child may say it, and is then spoken to in words a child understands (Art. 12(1) GDPR). */
const Young = ({ portal: { t }, answers, chosen, field }: Asked) => (
  <Choice
    {...field('young')}
    kind="checkbox"
    name="young"
    chosen={chosen('young', answers.young ? ['yes'] : [])}
    options={[{ value: 'yes', label: t('forWhom.self.young'), hint: t('forWhom.self.youngHint') }]}
  />
);
