import type { Metadata } from 'next';
import { Frame } from '@/app/[controller]/[locale]/_parts/frame';
import { Nothing } from '@/app/[controller]/[locale]/_parts/nothing';
import { portalAt } from '@/app/[controller]/[locale]/portal';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { StaffNotFound } from '@/lib/features/staff/components/staff-not-found';
import { missingFor } from '@/lib/features/staff/ability';
import { currentStaff } from '@/lib/features/staff/loaders/session';
import { askedPath } from '@/lib/platform/asked-path';
import { translator } from '@/lib/platform/i18n/translator';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
import { Main } from '@/lib/ui/page';

/** The page of all portals. */
const LANDING = '/';

export async function generateMetadata(): Promise<Metadata> {
  const open = portalAt(await askedPath());
  const t = open?.t ?? translator('en', 'public');
  return {
    title: open
      ? `${t('notFound.title')} – ${t('frame.title', { controller: open.definition.name })}`
      : t('notFound.title'),
  };
}

export default async function NotFound() {
  const path = await askedPath();
  const open = portalAt(path);
  if (open)
    return (
      <Frame portal={open}>
        <Nothing portal={open} />
      </Frame>
    );
  const staff = /^\/(desk|dpo)(\/|\?|$)/.test(path) ? await currentStaff() : null;
  if (staff)
    return <StaffNotFound staff={staff} missing={missingFor(staff, path)} returned={await loadReturned(staff)} />;
  const t = translator('en', 'public');
  return (
    <Main>
      <Reading>
        <Title>{t('notFound.title')}</Title>
        <p className="text-lg">{t('notFound.text')}</p>
        <p className={ACTIONS}>
          {/* Part of every page outside a portal, found or not: a link of the router would bring its script to each of them. */}
          <a className={buttonClasses()} href={LANDING}>
            {t('notFound.home')}
          </a>
        </p>
      </Reading>
    </Main>
  );
}
