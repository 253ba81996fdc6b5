/** As wide as a page of the requester's side is, its head and its foot. */
export const WIDTH = 'mx-auto max-w-public px-4 @phone:px-8';

/** What a page is about, between its head and its foot. */
export const Main = ({ children }: { children: React.ReactNode }) => (
  <main className={`${WIDTH} space-y-6 pt-10 pb-20`} id="main">
    {children}
  </main>
);

/** The first stop of the keyboard; shown while it is there (WCAG 2.2, 2.4.1). */
export const SkipLink = ({ children }: { children: React.ReactNode }) => (
  <a className="absolute start-4 -top-40 z-9 bg-ink px-4 py-3 text-on-ink focus:top-2 print:hidden" href="#main">
    {children}
  </a>
);
