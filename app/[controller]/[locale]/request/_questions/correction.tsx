import { TextArea } from '@/lib/ui/field';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';

export const Correction = ({ portal: { t }, answers: { correction }, value, field }: Asked) => (
  <>
    <Title>{t('question.correction.title')}</Title>
    <TextArea
      {...field('wrong')}
      label={t('correction.wrong')}
      hint={t('correction.wrongHint')}
      rows={4}
      value={value('wrong', correction?.wrong)}
    />
    <TextArea
      {...field('right')}
      label={t('correction.rightOptional')}
      hint={t('correction.rightHint')}
      rows={4}
      value={value('right', correction?.right)}
    />
    <p className="text-ink-2">{t('correction.evidence')}</p>
  </>
);
