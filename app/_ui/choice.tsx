import { describedBy, FieldError, type FieldProps } from './field';

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

/** Buttons to choose from. The first bears the id of the field, so that a link from the summary finds it. */
export function Choice({ kind, name, options, chosen, ...field }: ChoiceProps) {
  const { id, hint, error } = field;
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError {...field} />
      <div className="choices">
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.value.replace(/[^A-Za-z0-9-]/g, '-')}`;
          const described =
            [index === 0 ? describedBy(field) : undefined, option.hint && `${optionId}-says`]
              .filter(Boolean)
              .join(' ') || undefined;
          return (
            <div className={`choice choice--${kind}`} key={option.value}>
              <input
                type={kind}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={described}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && (
                <p className="hint" id={`${optionId}-says`}>
                  {option.hint}
                </p>
              )}
              {option.more && <div className="reveal">{option.more}</div>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
