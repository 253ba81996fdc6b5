import { Choice } from '@/lib/ui/choice';
import { TextField } from '@/lib/ui/field';
import { relationsOffered } from '@/lib/domain/intake/offered';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';

export function Whose({ portal: { t, definition, locale }, answers, value, chosen, field }: Asked) {
  const forWhom = answers.forWhom ?? 'self';
  const { guardian } = definition.texts;
  return (
    <>
      <Title>{t('question.whose.title')}</Title>
      <p className="text-ink-2">{t('whose.mandate')}</p>
      {forWhom === 'child' && guardian && <p className="text-ink-2">{guardian[locale]}</p>}
      <TextField
        {...field('subjectName')}
        label={t(`whose.name.${forWhom}`)}
        value={value('subjectName', answers.subject?.name)}
        autoComplete="off"
      />
      <fieldset className="min-w-0">
        <legend className="mb-5 font-medium">{t(`whose.relation.${forWhom}`)}</legend>
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
