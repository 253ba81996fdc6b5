/** What is read, and beside it, where there is room, what else one can do. */
export const Columns = ({ children }: { children: React.ReactNode }) => (
  <div className="grid gap-x-16 gap-y-10 @wide:grid-cols-[minmax(0,40rem)_minmax(14rem,1fr)] @wide:gap-y-0">
    {children}
  </div>
);

export const Aside = ({ className = '', ...aside }: React.ComponentProps<'aside'>) => (
  <aside {...aside} className={`space-y-3 self-start border-t-3 border-accent pt-4 text-sm ${className}`} />
);

/** The heading of a part of what stands beside; each after the first behind a line. */
export const AsideHeading = (heading: React.ComponentProps<'h2'>) => (
  <h2 {...heading} className="text-md/[1.2] not-first:mt-8 not-first:border-t not-first:border-line not-first:pt-4" />
);
