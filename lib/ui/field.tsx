import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import { Icon } from './icon';
import { Input, TextArea as Area, type InputWidth } from './input';

export type FieldProps = {
  readonly id: string;
  readonly label: React.ReactNode;
  readonly hint?: string | undefined;
  /** What is wrong, in words that say what to do. */
  readonly error?: string | undefined;
  /** "Error: ", for those who hear the page. */
  readonly errorWord?: string | undefined;
};

type Described = Pick<FieldProps, 'id' | 'hint' | 'error'>;

/** The ids that describe a control: its hint and its error, where there are any. */
export const describedBy = ({ id, hint, error }: Described): string | undefined =>
  [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;

export const Hint = ({ id, hint, className }: Pick<FieldProps, 'id' | 'hint'> & { className?: string }) =>
  hint === undefined ? null : (
    <p className={clsx('text-hint text-ink-2', className)} id={`${id}-hint`}>
      {hint}
    </p>
  );

export const FieldError = ({
  id,
  error,
  errorWord,
  className,
}: Pick<FieldProps, 'id' | 'error' | 'errorWord'> & { className?: string }) =>
  error === undefined ? null : (
    <p className={clsx('flex gap-[0.4rem] font-bold text-late', className)} id={`${id}-error`}>
      <Icon of={CircleAlert} className="mt-[0.24em] self-start" />
      <span>
        <span className="sr-only">{errorWord} </span>
        {error}
      </span>
    </p>
  );

/** The line at the side of what has to be answered anew. */
export const WRONG = 'border-s-5 border-late ps-4';

/** A control under its label, with what helps to fill it in, and what is wrong with it. */
export function Field({
  children,
  className,
  ...field
}: FieldProps & { children: React.ReactNode; className?: string }) {
  const { id, label, hint, error } = field;
  return (
    <div className={clsx('min-w-0', error !== undefined && WRONG, className)}>
      <label className="block font-medium" htmlFor={id}>
        {label}
      </label>
      <Hint {...field} className="mt-0.5" />
      <FieldError {...field} className="mt-3" />
      <div className={hint === undefined && error === undefined ? 'mt-1' : 'mt-hint'}>{children}</div>
    </div>
  );
}

type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel';
  readonly value: string;
  readonly autoComplete: string;
  readonly inputMode?: 'numeric';
  readonly width?: InputWidth;
};

/** A line to write on, named by its id. The browser's own checks are off: its words are not in the page's language. */
export const TextField = ({
  type = 'text',
  value,
  autoComplete,
  inputMode,
  width = 'line',
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    <Input
      id={field.id}
      name={field.id}
      type={type}
      width={width}
      defaultValue={value}
      autoComplete={autoComplete}
      inputMode={inputMode}
      spellCheck={false}
      aria-invalid={field.error === undefined ? undefined : true}
      aria-describedby={describedBy(field)}
    />
  </Field>
);

/** Room for several lines. */
export const TextArea = ({ value, rows, ...field }: FieldProps & { readonly value: string; readonly rows: number }) => (
  <Field {...field}>
    <Area
      id={field.id}
      name={field.id}
      rows={rows}
      className="min-h-32"
      defaultValue={value}
      aria-invalid={field.error === undefined ? undefined : true}
      aria-describedby={describedBy(field)}
    />
  </Field>
);
