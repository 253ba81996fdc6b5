import { consentsOffered } from '@/lib/domain/intake/questions/consent';
import { Choice } from '@/lib/ui/choice';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export const Consent = ({ portal: { t, intake, locale }, answers: { consent }, chosen, field }: Asked) => (
  <QuestionGroup question={t('question.consent.title')}>
    <Choice
      {...field('consents')}
      hint={t('consent.hint')}
      kind="checkbox"
      name="consents"
      chosen={chosen('consents', consent?.uses ?? [])}
      options={consentsOffered({ controller: intake }).map((use) => ({
        value: use,
        label: intake.uses.find(({ id }) => id === use)?.title[locale] ?? t('uses.consents'),
      }))}
    />
  </QuestionGroup>
);
