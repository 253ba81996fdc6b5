import { ALL_USES, MARKETING, usesOffered } from '@/lib/domain/intake/questions/objection';
import { Choice } from '@/lib/ui/choice';
import { TextArea } from '@/lib/ui/field';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Objection({ portal, answers, value, chosen, field }: Asked) {
  const { t, intake, todayOn, locale } = portal;
  const kept = answers.objection;
  const own = { [MARKETING]: 'marketing', [ALL_USES]: 'all' } as const;
  return (
    <>
      <QuestionGroup question={t('question.objection.title')}>
        <Choice
          {...field('uses')}
          hint={t('objection.hint')}
          kind="checkbox"
          name="uses"
          chosen={chosen('uses', kept?.uses ?? [])}
          options={usesOffered({ answers, controller: intake, on: todayOn }).map((use) => {
            const purpose = intake.uses.find(({ id }) => id === use);
            const word = use === MARKETING || use === ALL_USES ? own[use] : null;
            return {
              value: use,
              label: word === null ? (purpose?.title[locale] ?? use) : t(`uses.${word}`),
              hint: word === 'marketing' ? t('uses.marketingHint') : purpose?.interest?.[locale],
            };
          })}
        />
      </QuestionGroup>
      <TextArea
        {...field('situation')}
        label={t('objection.situationOptional')}
        hint={t('objection.situationHint')}
        rows={4}
        value={value('situation', kept?.situation)}
      />
    </>
  );
}
