import { Choice } from '@/lib/ui/choice';
import { TextField } from '@/lib/ui/field';
import { relationsOffered } from '@/lib/domain/intake/offered';
import type { Asked } from '../asked';

export function Whose({ portal: { t, definition, locale }, answers, value, chosen, field }: Asked) {
  const forWhom = answers.forWhom ?? 'self';
  const { guardian } = definition.texts;
  return (
    <>
      <h1 className="title">{t('question.whose.title')}</h1>
      <p className="hint">{t('whose.mandate')}</p>
      {forWhom === 'child' && guardian && <p className="hint">{guardian[locale]}</p>}
      <TextField
        {...field('subjectName')}
        label={t(`whose.name.${forWhom}`)}
        value={value('subjectName', answers.subject?.name)}
        autoComplete="off"
      />
      <fieldset className="question">
        <legend className="label">{t(`whose.relation.${forWhom}`)}</legend>
        <Choice
          {...field('relation')}
          kind="radio"
          name="relation"
          chosen={chosen('relation', answers.subject ? [answers.subject.relation] : [])}
          options={relationsOffered(answers).map((relation) => ({ value: relation, label: t(`relation.${relation}`) }))}
        />
      </fieldset>
    </>
  );
}
