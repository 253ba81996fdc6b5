import { Choice } from '@/lib/ui/choice';
import { TextArea } from '@/lib/ui/field';
import { isHeard } from '@/lib/domain/intake/questions/rights';
import { offeredWishes, wishesOf } from '@/lib/domain/intake/wishes';
import { UNTOLD } from '@/lib/domain/intake/places';
import { lawsAtHome, remediesFor } from '@/lib/domain/law/remedies';
import type { RegimeId } from '@/lib/domain/law/types';
import { WishName } from '../../_parts/right-name';
import { Note } from '@/lib/ui/note';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Rights({ portal, answers, optOutSignal, value, chosen, field }: Asked) {
  const { t, law, definition, intake, locale, todayOn } = portal;
  const offered = offeredWishes(answers, intake, todayOn);
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
  // Its box is ticked from the start: the browser has asked already.
  const signal = optOutSignal && isHeard({ answers, controller: intake, on: todayOn });
  return (
    <>
      {signal && <Note>{t('rights.signal.heard')}</Note>}
      <QuestionGroup question={t('question.rights.title')}>
        <Choice
          {...field('rights')}
          hint={t(answers.young ? 'rights.child' : 'rights.hint')}
          kind="checkbox"
          name="rights"
          chosen={[...chosen('rights', wishesOf(answers)), ...(signal ? ['noSale'] : [])]}
          options={offered.map(({ id, rights }) => ({
            value: id,
            label: <WishName rights={rights} law={law} />,
            hint: [
              law(rights[0].labels[answers.young ? 'child' : 'hint']),
              definition.texts.quickerInApp.find((quicker) => rights.some(({ right }) => right === quicker.right))
                ?.text[locale],
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
      <Complain
        portal={portal}
        answers={answers}
        regimes={offered.flatMap(({ rights }) => rights.map(({ regime }) => regime))}
      />
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
