import clsx from 'clsx';

type OptionProps = Omit<React.ComponentProps<'input'>, 'type' | 'children'> & {
  readonly type: 'radio' | 'checkbox';
  readonly children: React.ReactNode;
};

/** One of several choices in a dense form, with what it means below it. */
export const Option = ({
  hint,
  hintClass,
  children,
  ...input
}: OptionProps & { readonly hint?: React.ReactNode; readonly hintClass?: string }) => (
  <label className="group/option grid cursor-pointer grid-cols-[1.5rem_1fr] items-start gap-x-1 py-[0.3rem]">
    <input {...input} className="mt-[0.2rem] size-4 accent-ink" />
    <span>{children}</span>
    {hint !== undefined && <span className={clsx('col-start-2 text-sm text-ink-2', hintClass)}>{hint}</span>}
  </label>
);

/** One of several choices on a line. */
export const InlineOption = ({ children, ...input }: OptionProps) => (
  <label className="inline-flex items-center gap-[0.4rem]">
    <input {...input} />
    {children}
  </label>
);

/** Of which one has to be chosen; `chosen` is what was typed before, and may be none of them. */
export const Radios = <T extends string>({
  name,
  of,
  chosen,
  label,
  hint,
}: {
  name: string;
  of: readonly T[];
  chosen: string | null | undefined;
  label: (value: T) => React.ReactNode;
  hint?: (value: T) => React.ReactNode;
}) =>
  of.map((value) => (
    <Option
      key={value}
      type="radio"
      name={name}
      value={value}
      required
      defaultChecked={value === chosen}
      hint={hint?.(value)}
    >
      {label(value)}
    </Option>
  ));

/** Choices under the question that they answer. */
export const Group = ({
  legend,
  hideLegend = false,
  className,
  children,
}: {
  legend: React.ReactNode;
  hideLegend?: boolean;
  className?: string;
  children: React.ReactNode;
}) => (
  <fieldset className={clsx('min-w-0', className)}>
    <legend className={hideLegend ? 'sr-only' : 'mb-1 font-bold'}>{legend}</legend>
    {children}
  </fieldset>
);
