'use client';

import { useActionState, useEffect } from 'react';
import type { FormState } from '@/lib/features/requester/actions';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { describedBy, Field, TextArea, TextField } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';

type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email';
  readonly autoComplete?: string;
  /** What stands in it before anything was typed. */
  readonly value?: string;
  /** Several lines, as many as this. */
  readonly rows?: number;
  /** Files in place of words: the endings that are taken. Browsers give none back. */
  readonly accept?: string;
};

type KeptFormProps = {
  readonly action: (before: FormState, form: FormData) => Promise<FormState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
  readonly texts: {
    readonly button: string;
    readonly errorTitle: string;
    readonly errorWord: string;
    readonly errorPage: string;
  };
};

/** A form without a draft behind it: what was wrong comes back with the same answer, with scripts and without. */
export function KeptForm({ action, hidden, fields, texts }: KeptFormProps) {
  const [state, send] = useActionState(action, { problems: [], raw: {} });
  const failed = state.problems.length > 0;
  useEffect(() => {
    if (failed) document.title = texts.errorPage;
  }, [failed, texts.errorPage]);
  return (
    <>
      {failed && (
        <ErrorSummary
          title={texts.errorTitle}
          problems={state.problems.map(({ field, text }) => ({ href: `#${field}`, text }))}
        />
      )}
      <form className="space-y-7" action={send} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map(({ name, label, hint, type, autoComplete = 'off', value = '', rows, accept }) => {
          const field = {
            id: name,
            label,
            hint,
            error: state.problems.find((one) => one.field === name)?.text,
            errorWord: texts.errorWord,
            value: state.raw[name] ?? value,
          };
          // React empties a form once its action is done; another key gives the field back with what was typed.
          const key = `${name}:${field.value}`;
          if (accept !== undefined)
            return (
              <Field key={name} {...field}>
                <Input
                  id={name}
                  name={name}
                  type="file"
                  multiple
                  accept={accept}
                  aria-invalid={field.error === undefined ? undefined : true}
                  aria-describedby={describedBy(field)}
                />
              </Field>
            );
          return rows === undefined ? (
            <TextField key={key} {...field} type={type ?? 'text'} autoComplete={autoComplete} />
          ) : (
            <TextArea key={key} {...field} rows={rows} />
          );
        })}
        <p className={`${ACTIONS} mt-9`}>
          <Button look="main" type="submit">
            {texts.button}
          </Button>
        </p>
      </form>
    </>
  );
}
