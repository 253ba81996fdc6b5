/** Left what a page is about, right what goes with it; below it where there is less room. */
export const Split = ({
  aside,
  label,
  children,
}: {
  aside: React.ReactNode;
  label?: string;
  children: React.ReactNode;
}) => (
  <div className="grid flex-1 grid-cols-[minmax(0,1fr)_26.5rem] border-t border-line @max-narrow:grid-cols-1">
    <div className="min-w-0">{children}</div>
    <aside
      className="min-w-0 border-s border-line bg-canvas @max-narrow:border-s-0 @max-narrow:border-t"
      aria-label={label}
    >
      {aside}
    </aside>
  </div>
);
