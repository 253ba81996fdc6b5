import { Choice } from '@/lib/ui/choice';
import { TextArea } from '@/lib/ui/field';
import { offeredRights, pairOf } from '@/lib/domain/intake/offered';
import { UNTOLD } from '@/lib/domain/intake/places';
import { lawsAtHome, remediesFor } from '@/lib/domain/law/remedies';
import type { RegimeId } from '@/lib/domain/law/types';
import { RightName } from '../../_parts/right-name';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Rights({ portal, answers, value, chosen, field }: Asked) {
  const { t, law, definition, locale, todayOn } = portal;
  const offered = offeredRights(answers, definition, todayOn);
  if (offered.length === 0) {
    const { email, address } = definition.contact;
    return (
      <>
        <Title>{t('question.rights.title')}</Title>
        <p>{t('rights.none')}</p>
        <p>{[definition.contact.name[locale], email, address].filter(Boolean).join(', ')}</p>
      </>
    );
  }
  return (
    <>
      <QuestionGroup question={t('question.rights.title')}>
        <Choice
          {...field('rights')}
          hint={t(answers.young ? 'rights.child' : 'rights.hint')}
          kind="checkbox"
          name="rights"
          chosen={chosen('rights', answers.rights ?? [])}
          options={offered.map((one) => ({
            value: pairOf(one),
            label: <RightName {...one} law={law} />,
            hint: [
              law(answers.young ? one.labels.child : one.labels.hint),
              definition.texts.quickerInApp.find(({ right }) => right === one.right)?.text[locale],
            ]
              .filter(Boolean)
              .join(' '),
          }))}
        />
      </QuestionGroup>
      <TextArea
        {...field('details')}
        label={t('rights.details.label')}
        hint={t('rights.details.hint')}
        rows={5}
        value={value('details', answers.details)}
      />
      <Complain portal={portal} answers={answers} regimes={offered.map(({ regime }) => regime)} />
    </>
  );
}

/** Art. 77 GDPR and its like: not asked of us, so it is no box to tick. */
function Complain({
  portal: { t, locale, definition, todayOn },
  answers,
  regimes,
}: Pick<Asked, 'portal' | 'answers'> & { regimes: readonly RegimeId[] }) {
  const where = { residence: answers.residence ?? UNTOLD, authority: definition.authority };
  const names = remediesFor(lawsAtHome(regimes, where.residence), where, false, todayOn).flatMap(
    ({ authority }) => authority?.name ?? [],
  );
  return names.length > 0 && <p>{t('rights.complain', { authorities: new Intl.ListFormat(locale).format(names) })}</p>;
}
