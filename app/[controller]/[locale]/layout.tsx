import type { Metadata } from 'next';
import { Footer } from './_parts/footer';
import { Masthead } from './_parts/masthead';
import { portal, type PortalParams } from './portal';

export async function generateMetadata({ params }: { params: PortalParams }): Promise<Metadata> {
  const { t, definition } = await portal(params);
  const name = t('frame.title', { controller: definition.name });
  return { title: { template: `%s – ${name}`, default: name } };
}

/** The frame of every page of a portal: whose it is, in which language, and who answers. */
export default async function PortalLayout({ params, children }: { params: PortalParams; children: React.ReactNode }) {
  const open = await portal(params);
  return (
    <>
      <a className="skip" href="#main">{open.t('frame.skip')}</a>
      <Masthead portal={open} />
      <main className="wrap page" id="main">{children}</main>
      <Footer portal={open} />
    </>
  );
}
