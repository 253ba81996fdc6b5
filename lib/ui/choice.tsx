import clsx from 'clsx';
import { describedBy, FieldError, type FieldProps, Hint, WRONG } from './field';

export type Option = {
  readonly value: string;
  readonly label: React.ReactNode;
  readonly hint?: string | undefined;
  /** What else is asked of those who choose it; below it, and open for all, so that it works without scripts. */
  readonly more?: React.ReactNode;
};

type ChoiceProps = Omit<FieldProps, 'label'> & {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
};

// The browser's own button, drawn anew at the size of a finger: its edge before, its dot or tick after. The reader's own colours paint
// every background anew, also that of the drawn ring over its dot; there the browser's button stays.
const BUTTON = clsx(
  'grid size-target cursor-pointer appearance-none place-items-center',
  "before:col-start-1 before:row-start-1 before:size-7.5 before:border-2 before:border-line-strong before:bg-surface before:content-['']",
  'checked:before:border-accent hover:not-checked:before:border-ink',
  "checked:after:col-start-1 checked:after:row-start-1 checked:after:content-['']",
  'forced-colors:m-2.5 forced-colors:size-6 forced-colors:appearance-auto forced-colors:before:hidden forced-colors:after:hidden',
);

const KINDS = {
  radio: 'rounded-full before:rounded-full checked:after:size-3.5 checked:after:rounded-full checked:after:bg-accent',
  checkbox: clsx(
    'rounded-sm before:rounded-sm checked:before:bg-accent',
    'checked:after:h-4 checked:after:w-[0.55rem] checked:after:-translate-y-0.5 checked:after:rotate-45',
    'checked:after:border-e-3 checked:after:border-b-3 checked:after:border-on-accent',
  ),
} as const;

/** Buttons to choose from. The first bears the id of the field, so that a link from the summary finds it. */
export function Choice({ kind, name, options, chosen, ...field }: ChoiceProps) {
  const { id, error } = field;
  return (
    <div className={clsx('min-w-0', error !== undefined && WRONG)}>
      <Hint {...field} className="mb-3" />
      <FieldError {...field} className="mb-3" />
      <div className="grid grid-cols-1 gap-2">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.value.replace(/[^A-Za-z0-9-]/g, '-')}`;
          const described =
            [index === 0 ? describedBy(field) : undefined, option.hint && `${optionId}-says`]
              .filter(Boolean)
              .join(' ') || undefined;
          return (
            <div
              key={option.value}
              className="relative -ms-[0.4rem] grid min-h-target grid-cols-[2.75rem_1fr] items-start gap-x-1.5"
            >
              <input
                className={clsx(BUTTON, KINDS[kind])}
                type={kind}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={described}
              />
              <label className="cursor-pointer py-2" htmlFor={optionId}>
                {option.label}
              </label>
              {option.hint && (
                <p className="col-start-2 -mt-[0.4rem] text-ink-2" id={`${optionId}-says`}>
                  {option.hint}
                </p>
              )}
              {option.more && <div className="col-start-2 pt-1 pb-2">{option.more}</div>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
