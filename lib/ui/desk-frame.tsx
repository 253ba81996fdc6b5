import { deskText as t } from '@/lib/platform/i18n/desk';
import { ForgetPlace } from './forget-place';

/** The desk's and the DPO's pages: at the left where one can go, at the right the page. With less room the one stands above the other. */
export const DeskFrame = ({ side, children }: { side: React.ReactNode; children: React.ReactNode }) => (
  <div className="@container min-h-screen bg-surface" data-side="desk">
    <ForgetPlace />
    <a className="absolute start-4 -top-40 z-9 bg-ink px-4 py-3 text-on-ink focus:top-2 print:hidden" href="#main">
      {t('nav.skip')}
    </a>
    <div className="grid min-h-screen grid-cols-[13.5rem_minmax(0,1fr)] @max-narrow:grid-cols-1 @max-narrow:grid-rows-[auto_1fr] print:block">
      {side}
      <main
        className="flex min-w-0 flex-col focus-visible:shadow-none focus-visible:outline-none"
        id="main"
        tabIndex={-1}
      >
        {children}
      </main>
    </div>
  </div>
);

/** A page with nothing but a form: signing in, one's own account. */
export const NarrowFrame = ({ children }: { children: React.ReactNode }) => (
  <div className="@container min-h-screen bg-surface" data-side="desk">
    <main className="mx-auto grid max-w-96 grid-cols-1 content-start gap-4 px-4 pt-[12vh] pb-16" id="main">
      {children}
    </main>
  </div>
);
