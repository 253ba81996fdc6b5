import { BY_THEIR_LEAVE } from '@/lib/domain/intake/answers';
import { theirIdentifierField } from '@/lib/domain/intake/questions/found-by';
import { TextField } from '@/lib/ui/field';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';
import { theirIdentifierLabel } from '../problem-text';

/** By what the person is found for whom somebody acts. Asked on a page of its own, so that nobody writes what is theirs instead. */
export function FoundBy({ portal, answers, value, field }: Asked) {
  const { t, definition, locale } = portal;
  const name = answers.subject?.name ?? '';
  return (
    <>
      <Title>{t('question.found-by.title', { name })}</Title>
      <p>{t('foundBy.theirs')}</p>
      {definition.identifiers.map(({ kind, hintOfAnother }) => {
        const id = theirIdentifierField(kind);
        return (
          <TextField
            {...field(id)}
            key={id}
            type={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
            label={theirIdentifierLabel(portal, kind, name)}
            {...(hintOfAnother && { hint: hintOfAnother[locale] })}
            value={value(id, answers.subject?.identifiers?.[kind])}
            autoComplete="off"
          />
        );
      })}
      {BY_THEIR_LEAVE.includes(answers.subject?.relation ?? '') && <p>{t('foundBy.asked')}</p>}
      <p className="text-ink-2">{t('foundBy.none')}</p>
    </>
  );
}
