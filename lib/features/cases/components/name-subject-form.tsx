'use client';

import { useActionState } from 'react';
import { addIdentifierAction } from '@/lib/features/cases/actions/identity';
import { type Target, TargetFields } from '@/lib/features/cases/components/command-form';
import { Refusal } from '@/lib/features/cases/components/refusal';
import { NOTHING_TRIED } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Takes down by what the person can be found whose data it is, once the requester has told or the desk knows. */
export function NameSubjectForm({
  target,
  kinds,
  main,
}: {
  target: Target;
  kinds: readonly { readonly kind: string; readonly label: string }[];
  main: boolean;
}) {
  const [state, submit, pending] = useActionState(addIdentifierAction, NOTHING_TRIED);
  return (
    <form action={submit} className="stack" key={state.turn}>
      <TargetFields target={target} />
      <Refusal state={state} />
      <div className="pair">
        <p>
          <label htmlFor="identifier-kind">{t('subject.kind')}</label>
          <select
            id="identifier-kind"
            name="kind"
            className="input--sm"
            defaultValue={state.typed.kind?.[0] ?? kinds[0]?.kind}
          >
            {kinds.map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="identifier-value">{t('subject.value')}</label>
          <input
            id="identifier-value"
            name="value"
            className="input--sm"
            required
            autoComplete="off"
            spellCheck={false}
            defaultValue={state.typed.value?.[0] ?? ''}
          />
        </p>
      </div>
      <p className="small muted">{t('subject.hint')}</p>
      <button className={main ? 'btn btn--main' : 'btn'} aria-disabled={pending}>
        {t('subject.button')}
      </button>
    </form>
  );
}
