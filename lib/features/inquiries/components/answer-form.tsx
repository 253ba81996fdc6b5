'use client';

import { useActionState } from 'react';
import { answerInquiryAction } from '@/lib/features/inquiries/actions';
import { fieldOf } from '@/lib/features/inquiries/schema';
import { Button } from '@/lib/ui/button';
import { Choice } from '@/lib/ui/choice';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { describedBy, Field, TextArea } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { ACTIONS } from '@/lib/ui/layout';

/** Every word of the form: it is sent with the page, so that the form needs no catalogue of texts. */
export type AnswerWords = Readonly<
  Record<
    | 'errors'
    | 'error'
    | 'found'
    | 'foundHint'
    | 'nothing'
    | 'notApplicable'
    | 'reason'
    | 'documents'
    | 'documentsHint'
    | 'text'
    | 'textHint'
    | 'note'
    | 'noteHint'
    | 'send',
    string
  >
>;

type AnswerFormProps = {
  readonly token: string;
  readonly questions: readonly { readonly id: string; readonly title: string; readonly description: string }[];
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly accept: string;
  readonly words: AnswerWords;
};

/** One question for each collection. It is a plain form: what was typed comes back with what is wrong, with scripts and without. */
export function AnswerForm({ token, questions, reasons, accept, words }: AnswerFormProps) {
  const [state, send] = useActionState(answerInquiryAction, { problems: [], raw: {} });
  const errorOf = (field: string) => state.problems.find((one) => one.field === field)?.text;
  const rawOf = (field: string) => state.raw[field] ?? '';
  return (
    <>
      {state.problems.length > 0 && (
        <ErrorSummary
          title={words.errors}
          problems={state.problems.map(({ field, text }) => ({ href: `#${field}`, text }))}
        />
      )}
      <form className="space-y-7" action={send} noValidate>
        <input type="hidden" name="token" value={token} />
        {questions.map(({ id, title, description }) => {
          const [result, reason, text, documents] = ['result', 'reason', 'text', 'documents'].map((name) =>
            fieldOf(name, id),
          ) as [string, string, string, string];
          const files = { id: documents, hint: words.documentsHint, error: errorOf(documents) };
          return (
            <fieldset key={id} className="min-w-0 space-y-4 border-t border-line pt-5">
              <legend className="text-lg font-medium">{title}</legend>
              <p className="text-ink-2">{description}</p>
              {/* React empties a form once its action is done; another key gives the choice back. */}
              <Choice
                key={`${result}:${rawOf(result)}:${rawOf(reason)}`}
                id={result}
                kind="radio"
                name={result}
                chosen={[rawOf(result)]}
                error={errorOf(result)}
                errorWord={words.error}
                options={[
                  { value: 'found', label: words.found, hint: words.foundHint },
                  { value: 'nothing', label: words.nothing },
                  {
                    value: 'notApplicable',
                    label: words.notApplicable,
                    more: (
                      <fieldset className="min-w-0">
                        <legend className="text-ink-2">{words.reason}</legend>
                        <Choice
                          id={reason}
                          kind="radio"
                          name={reason}
                          chosen={[rawOf(reason)]}
                          error={errorOf(reason)}
                          errorWord={words.error}
                          options={reasons}
                        />
                      </fieldset>
                    ),
                  },
                ]}
              />
              <Field label={words.documents} errorWord={words.error} {...files}>
                <Input
                  id={documents}
                  name={documents}
                  type="file"
                  multiple
                  accept={accept}
                  width="full"
                  aria-invalid={files.error === undefined ? undefined : true}
                  aria-describedby={describedBy(files)}
                />
              </Field>
              <TextArea
                key={`${text}:${rawOf(text)}`}
                id={text}
                label={words.text}
                hint={words.textHint}
                error={errorOf(text)}
                errorWord={words.error}
                value={rawOf(text)}
                rows={4}
              />
            </fieldset>
          );
        })}
        <TextArea
          key={`note:${rawOf('note')}`}
          id="note"
          label={words.note}
          hint={words.noteHint}
          error={errorOf('note')}
          errorWord={words.error}
          value={rawOf('note')}
          rows={3}
        />
        <p className={`${ACTIONS} mt-9`}>
          <Button look="main" type="submit">
            {words.send}
          </Button>
        </p>
      </form>
    </>
  );
}
