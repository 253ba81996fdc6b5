import clsx from 'clsx';

/** What somebody wrote, apart from what we say of it. `note`: for the desk alone. */
export const Bubble = ({
  note = false,
  lang,
  children,
}: {
  note?: boolean;
  lang?: string | undefined;
  children: React.ReactNode;
}) => (
  <div
    className={clsx(
      'my-1 rounded-lg border border-line bg-canvas px-3.5 py-2.5 wrap-anywhere whitespace-pre-line',
      note && 'border-dashed',
    )}
    lang={lang}
  >
    {children}
  </div>
);

/** A text for machines, letter by letter. */
export const CodeBlock = (code: React.ComponentProps<'code'>) => (
  <code
    {...code}
    tabIndex={0}
    className="block rounded-md border border-line bg-sunken px-4 py-3 text-[0.8125rem]/5.5 wrap-anywhere whitespace-pre-wrap"
  />
);

/** A key of the keyboard. `onMain`: on the main button, in its colours. */
export const Key = ({ onMain = false, children }: { onMain?: boolean; children: React.ReactNode }) => (
  <kbd
    aria-hidden="true"
    className={clsx(
      'inline-grid h-5 min-w-5 place-items-center rounded-sm border border-b-2 px-1 font-sans text-[0.6875rem]/none font-medium',
      onMain ? 'border-current/60' : 'border-line-strong bg-surface text-ink-2',
    )}
  >
    {children}
  </kbd>
);
