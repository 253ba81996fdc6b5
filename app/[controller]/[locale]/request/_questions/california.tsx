import { Choice } from '@/lib/ui/choice';
import { TextField } from '@/lib/ui/field';
import { LETTER } from '@/lib/ui/letter';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';

export function California({ portal: { t, definition, locale }, answers, value, chosen, field }: Asked) {
  const kept = answers.california;
  return (
    <>
      <Title>{t('question.california.title')}</Title>
      <p>{t('california.why')}</p>
      <div className="space-y-3">
        <p className="font-medium">{t('california.statement')}</p>
        <p className={LETTER}>{definition.texts.californiaStatement?.[locale]}</p>
        <p className="text-ink-2">{t('california.statementHint')}</p>
      </div>
      <TextField
        {...field('street')}
        label={t('california.street')}
        value={value('street', kept?.street)}
        autoComplete="street-address"
      />
      <TextField
        {...field('city')}
        label={t('california.city')}
        value={value('city', kept?.city)}
        autoComplete="address-level2"
      />
      <p>
        <span className="font-medium">{t('california.state')}</span>
        <span className="mt-1 block">{t('california.stateIs')}</span>
      </p>
      <TextField
        {...field('zip')}
        label={t('california.zip')}
        hint={t('california.zipHint')}
        value={value('zip', kept?.zip)}
        autoComplete="postal-code"
        width="short"
      />
      <Choice
        {...field('affirmed')}
        kind="checkbox"
        name="affirmed"
        chosen={chosen('affirmed', kept ? ['yes'] : [])}
        options={[{ value: 'yes', label: t('california.affirm') }]}
      />
    </>
  );
}
