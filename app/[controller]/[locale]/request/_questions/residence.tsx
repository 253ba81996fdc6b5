import { Choice } from '@/lib/ui/choice';
import { describedBy, Field } from '@/lib/ui/field';
import { Fold } from '@/lib/ui/fold';
import { Select } from '@/lib/ui/input';
import { otherCountries, placeOf, placesOffered } from '@/lib/domain/intake/places';
import { countryName, residenceName } from '../../place-name';
import type { Asked } from '../asked';
import { QuestionGroup } from './question-group';

export function Residence(page: Asked) {
  const {
    portal: { t, law, definition, locale },
    answers,
    chosen,
    field,
  } = page;
  const forWhom = answers.forWhom ?? 'self';
  const own = definition.establishment.country;
  const kept = answers.residence === undefined ? [] : [placeOf(answers.residence, own)];
  const label = (place: string): string =>
    place === 'eea' ? t('place.eea') : residenceName(place === 'own' ? own : place, page.portal);
  const laws = definition.regimes.map((regime) => law(`regime.${regime}`));
  return (
    <>
      <QuestionGroup question={t('question.residence.title', { forWhom })}>
        <Choice
          {...field('place')}
          hint={t('residence.hint', { forWhom })}
          kind="radio"
          name="place"
          chosen={chosen('place', kept)}
          options={placesOffered().map((place) => ({
            value: place,
            label: label(place),
            ...(place === 'XX' && { hint: t('residence.untold') }),
            ...(place === 'eea' && { more: <Country {...page} own={own} /> }),
          }))}
        />
      </QuestionGroup>
      <Fold summary={t('residence.why')}>
        <p>{t('residence.because', { laws: new Intl.ListFormat(locale).format(laws), count: laws.length })}</p>
      </Fold>
    </>
  );
}

function Country({ portal: { t, locale }, answers, value, field, own }: Asked & { own: string }) {
  const { id, error, errorWord } = field('country');
  const names = otherCountries(own).map((code) => ({ code, name: countryName(code, locale) }));
  names.sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <Field id={id} label={t('residence.country')} error={error} errorWord={errorWord}>
      <Select
        id={id}
        name={id}
        width="line"
        defaultValue={value('country', answers.residence)}
        autoComplete="country"
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, error })}
      >
        <option value="">{t('residence.choose')}</option>
        {names.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
