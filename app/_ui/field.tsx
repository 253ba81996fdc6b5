import { CircleAlert } from 'lucide-react';

export type FieldProps = {
  readonly id: string;
  readonly label: React.ReactNode;
  readonly hint?: string | undefined;
  /** What is wrong, in words that say what to do. */
  readonly error?: string | undefined;
  /** "Error: ", for those who hear the page. */
  readonly errorWord: string;
};

export const FieldError = ({ id, error, errorWord }: Pick<FieldProps, 'id' | 'error' | 'errorWord'>) =>
  error === undefined ? null : (
    <p className="error" id={`${id}-error`}>
      <CircleAlert className="i" aria-hidden="true" />
      <span>
        <span className="sr">{errorWord} </span>
        {error}
      </span>
    </p>
  );

/** The ids that describe a control: its hint and its error, where there are any. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined =>
  [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;

type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel';
  readonly value: string;
  readonly autoComplete: string;
  readonly inputMode?: 'numeric';
  readonly width?: 'short' | 'full';
};

/** A line to write on, under its label. The browser's own checks are off: its words are not in the page's language. */
export function TextField({ type = 'text', value, autoComplete, inputMode, width = 'full', ...field }: TextFieldProps) {
  const { id, label, hint, error } = field;
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError {...field} />
      <input
        className={width === 'short' ? 'input input--short' : 'input'}
        id={id}
        name={id}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={false}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(field)}
      />
    </div>
  );
}

/** Room for several lines. */
export function TextArea({ value, rows, ...field }: FieldProps & { readonly value: string; readonly rows: number }) {
  const { id, label, hint, error } = field;
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError {...field} />
      <textarea
        className="input input--area"
        id={id}
        name={id}
        rows={rows}
        defaultValue={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(field)}
      />
    </div>
  );
}
