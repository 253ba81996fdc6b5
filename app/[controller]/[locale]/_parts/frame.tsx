import type { Portal } from '../portal';
import { Footer } from './footer';
import { Masthead } from './masthead';

/** The frame of every page of a portal: whose it is, in which language, and who answers. */
export const Frame = ({ portal, children }: { portal: Portal; children: React.ReactNode }) => (
  <>
    <a className="skip" href="#main">
      {portal.t('frame.skip')}
    </a>
    <Masthead portal={portal} />
    <main className="wrap page" id="main">
      {children}
    </main>
    <Footer portal={portal} />
  </>
);
