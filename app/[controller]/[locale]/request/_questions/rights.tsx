import { Choice } from '@/app/_ui/choice';
import { TextArea } from '@/app/_ui/field';
import { offeredRights, pairOf } from '@/lib/domain/intake/offered';
import { RightName } from '../../_parts/right-name';
import type { Asked } from '../asked';
import { Legend } from './legend';

export function Rights({ portal: { t, law, definition, locale, todayOn }, answers, value, chosen, field }: Asked) {
  const offered = offeredRights(answers, definition, todayOn);
  if (offered.length === 0) {
    const { email, address } = definition.contact;
    return (
      <>
        <h1 className="title">{t('question.rights.title')}</h1>
        <p>{t('rights.none')}</p>
        <p>{[definition.contact.name[locale], email, address].filter(Boolean).join(', ')}</p>
      </>
    );
  }
  return (
    <>
      <fieldset className="question">
        <Legend>{t('question.rights.title')}</Legend>
        <Choice
          {...field('rights')}
          hint={t('rights.hint')}
          kind="checkbox"
          name="rights"
          chosen={chosen('rights', answers.rights ?? [])}
          options={offered.map((one) => ({
            value: pairOf(one),
            label: <RightName {...one} law={law} />,
            hint: [law(one.labels.hint), definition.texts.quickerInApp.find(({ right }) => right === one.right)?.text[locale]].filter(Boolean).join(' '),
          }))}
        />
      </fieldset>
      <TextArea {...field('details')} label={t('rights.details.label')} hint={t('rights.details.hint')} rows={5} value={value('details', answers.details)} />
    </>
  );
}
