import { Main, SkipLink } from '@/lib/ui/page';
import type { Portal } from '../portal';
import { Footer } from './footer';
import { Masthead } from './masthead';

/** The frame of every page of a portal: whose it is, in which language, and who answers. */
export const Frame = ({ portal, children }: { portal: Portal; children: React.ReactNode }) => (
  <>
    <SkipLink>{portal.t('frame.skip')}</SkipLink>
    <Masthead portal={portal} />
    <Main>{children}</Main>
    <Footer portal={portal} />
  </>
);
