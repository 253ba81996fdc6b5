import { RESTRICTION_GROUNDS } from '@/lib/domain/intake/questions/restriction';
import { Choice } from '@/lib/ui/choice';
import { TextArea } from '@/lib/ui/field';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export const Restriction = ({ portal: { t }, answers: { restriction }, value, chosen, field }: Asked) => (
  <>
    <QuestionGroup question={t('question.restriction.title')}>
      <Choice
        {...field('restrictionGround')}
        hint={t('restriction.hint')}
        kind="radio"
        name="restrictionGround"
        chosen={chosen('restrictionGround', restriction ? [restriction.ground] : [])}
        options={RESTRICTION_GROUNDS.map((ground) => ({ value: ground, label: t(`restriction.ground.${ground}`) }))}
      />
    </QuestionGroup>
    <TextArea
      {...field('restrictionWhich')}
      label={t('restriction.whichOptional')}
      hint={t('restriction.whichHint')}
      rows={3}
      value={value('restrictionWhich', restriction?.which)}
    />
  </>
);
