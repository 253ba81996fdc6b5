import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { askedPath } from '@/lib/platform/asked-path';
import { translator } from '@/lib/platform/i18n/translator';
import { Html } from './_ui/html';
import { portalAt } from './[controller]/[locale]/portal';
import './globals.css';

export const metadata: Metadata = { title: 'Rightsdesk', robots: { index: false } };

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Each answer has scripts with a nonce of its own, so no page can be made ahead of its request.
  await connection();
  const open = portalAt(await askedPath());
  const t = open?.t ?? translator('en', 'public');
  return (
    <Html
      asked={{ controller: open?.definition.id, locale: open?.locale }}
      brokenWords={{
        title: t('broken.title'),
        text: t('broken.text'),
        again: t('broken.again'),
        portal: t('notFound.portal'),
      }}
    >
      <link rel="stylesheet" href="/accents.css" precedence="accents" />
      {children}
    </Html>
  );
}
