import { TextField } from '@/lib/ui/field';
import { asksForSelf } from '@/lib/domain/intake/answers';
import { identifierField } from '@/lib/domain/intake/questions/who';
import { Title } from '@/lib/ui/reading';
import type { Asked } from '../asked';
import { identifierLabel } from '../problem-text';

export function Who({ portal, answers, value, field }: Asked) {
  const { t, definition, locale } = portal;
  const forOther = !asksForSelf(answers);
  const ownEmail = forOther ? null : definition.identifiers.find(({ kind }) => kind === 'email')?.hint;
  return (
    <>
      <Title>{t('question.who.title')}</Title>
      <TextField
        {...field('name')}
        label={t('who.name')}
        value={value('name', answers.name)}
        autoComplete="name"
        {...(forOther && { hint: t('who.nameHint') })}
      />
      <TextField
        {...field('email')}
        type="email"
        label={t('who.email')}
        hint={ownEmail?.[locale] ?? t('who.emailHint')}
        value={value('email', answers.email)}
        autoComplete="email"
      />
      {definition.identifiers
        .filter(({ kind }) => !forOther && kind !== 'email')
        .map(({ kind, hint, required }) => {
          const id = identifierField(kind);
          const label = identifierLabel(portal, kind);
          return (
            <TextField
              {...field(id)}
              key={id}
              type={kind === 'phone' ? 'tel' : 'text'}
              label={required ? label : t('who.optional', { label })}
              {...(hint && { hint: hint[locale] })}
              value={value(id, answers.identifiers?.[kind])}
              autoComplete={kind === 'phone' ? 'tel' : 'off'}
            />
          );
        })}
    </>
  );
}
