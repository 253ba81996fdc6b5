import { maySupplement } from '@/lib/domain/intake/wishes';
import { TextArea } from '@/lib/ui/field';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';

export const Correction = ({ portal: { t }, answers, value, field }: Asked) => (
  <>
    <Title>{t('question.correction.title')}</Title>
    <TextArea
      {...field('wrong')}
      label={t('correction.wrong')}
      hint={t('correction.wrongHint')}
      rows={4}
      value={value('wrong', answers.correction?.wrong)}
    />
    <TextArea
      {...field('right')}
      label={t('correction.rightOptional')}
      hint={t('correction.rightHint')}
      rows={4}
      value={value('right', answers.correction?.right)}
    />
    <p className="text-ink-2">{t('correction.evidence')}</p>
    {maySupplement(answers) && (
      <TextArea
        {...field('statement')}
        label={t('correction.statementOptional')}
        hint={t('correction.statementHint')}
        rows={4}
        value={value('statement', answers.correction?.statement)}
      />
    )}
  </>
);
