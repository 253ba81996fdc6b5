import type { Metadata } from 'next';
import { Frame } from './_parts/frame';
import { portal, type PortalParams } from './portal';

export async function generateMetadata({ params }: { params: PortalParams }): Promise<Metadata> {
  const { t, definition } = await portal(params);
  const name = t('frame.title', { controller: definition.name });
  return { title: { template: `%s – ${name}`, default: name } };
}

export default async function PortalLayout({ params, children }: { params: PortalParams; children: React.ReactNode }) {
  return <Frame portal={await portal(params)}>{children}</Frame>;
}
