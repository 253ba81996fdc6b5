/** Sentences that belong together, each behind a dash. */
export const Sentences = ({ children }: { children: React.ReactNode }) => (
  <ul className="space-y-[0.4rem] *:relative *:ps-5 *:before:absolute *:before:start-[0.1rem] *:before:top-[0.72em] *:before:h-0.5 *:before:w-2 *:before:bg-ink-3">
    {children}
  </ul>
);

/** What happens one after the other, each behind its number. */
export const Steps = ({ children }: { children: React.ReactNode }) => (
  <ol className="space-y-[0.85rem] [counter-reset:step] *:relative *:ps-9 *:[counter-increment:step] *:before:absolute *:before:start-0 *:before:font-bold *:before:text-accent *:before:content-[counter(step)]">
    {children}
  </ol>
);
