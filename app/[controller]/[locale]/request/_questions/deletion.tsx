import { DELETION_OF, ERASURE_GROUNDS } from '@/lib/domain/intake/questions/deletion';
import { hasGrounds } from '@/lib/domain/intake/wishes';
import { Choice } from '@/lib/ui/choice';
import { describedBy, Field, TextArea } from '@/lib/ui/field';
import { Select } from '@/lib/ui/input';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Deletion(page: Asked) {
  const { portal, answers, value, chosen, field } = page;
  const { t } = portal;
  const kept = answers.deletion;
  return (
    <>
      <QuestionGroup question={t('question.deletion.title')}>
        <Choice
          {...field('deletionOf')}
          hint={t('deletion.hint')}
          kind="radio"
          name="deletionOf"
          chosen={chosen('deletionOf', kept ? [kept.of] : [])}
          options={DELETION_OF.map((of) => ({
            value: of,
            label: t(`deletion.${of}`),
            ...(of === 'some' && {
              more: (
                <TextArea
                  {...field('deletionWhich')}
                  label={t('deletion.which')}
                  hint={t('deletion.whichHint')}
                  rows={3}
                  value={value('deletionWhich', kept?.which)}
                />
              ),
            }),
          }))}
        />
      </QuestionGroup>
      {hasGrounds('deletion', answers) && <Why {...page} />}
    </>
  );
}

/** Art. 17(1) GDPR: it helps the desk to know, and nobody has to say. */
function Why({ portal: { t }, answers, value, field }: Asked) {
  const { id, error, errorWord } = field('deletionGround');
  const hint = t('deletion.whyHint');
  return (
    <Field id={id} label={t('deletion.whyOptional')} hint={hint} error={error} errorWord={errorWord}>
      <Select
        id={id}
        name={id}
        defaultValue={value(id, answers.deletion?.ground ?? 'untold')}
        aria-describedby={describedBy({ id, hint, error })}
      >
        {ERASURE_GROUNDS.map((ground) => (
          <option key={ground} value={ground}>
            {t(`deletion.ground.${ground}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
