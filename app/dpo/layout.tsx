import { CalendarDays, Inbox, LayoutDashboard, Lock, OctagonPause, Scale, ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { ControllerMark } from '@/lib/ui/marks';
import { loadQueueCounts } from '@/lib/features/queue/loaders';
import { NavLink, NavCount } from '@/lib/features/staff/components/nav-link';
import { Side, NavGroup } from '@/lib/features/staff/components/side';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { DeskFrame } from '@/lib/ui/desk-frame';

export default async function DpoLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff('oversee');
  const counts = await loadQueueCounts(staff);
  // What is closed only grows: it is counted where its list is opened.
  const views = [
    { href: '/dpo/cases?due=overdue', label: 'view.overdue', n: counts.overdue },
    { href: '/dpo/cases?due=week', label: 'view.week', n: counts.week },
    { href: '/dpo/cases?waits=source', label: 'view.source', n: counts.sources },
    { href: '/dpo/cases?waits=confirmation', label: 'view.unconfirmed', n: counts.unconfirmed },
    { href: '/dpo/cases?waits=reply', label: 'view.paused', n: counts.paused },
    { href: '/dpo/cases?state=closed', label: 'view.closed', n: null },
  ];
  return (
    <DeskFrame
      side={
        <Side
          staff={staff}
          scope={`${deskText('role.dpo')}. ${t('nav.note')}`}
          main={
            <>
              <NavLink href="/dpo" exact>
                <Icon of={LayoutDashboard} />
                {t('nav.today')}
              </NavLink>
              <NavLink href="/dpo/log">
                <Icon of={ScrollText} />
                {t('nav.log')}
              </NavLink>
              <NavLink href="/dpo/cases" exact>
                <Icon of={Inbox} />
                {t('nav.cases')}
                <NavCount>{counts.open}</NavCount>
              </NavLink>
              <NavLink href="/dpo/restrictions">
                <Icon of={OctagonPause} />
                {deskText('restriction.registry')}
              </NavLink>
              <NavLink href="/dpo/holds">
                <Icon of={Lock} />
                {t('nav.holds')}
              </NavLink>
              <NavLink href="/dpo/law">
                <Icon of={Scale} />
                {t('nav.law')}
              </NavLink>
              <NavLink href="/dpo/calendars">
                <Icon of={CalendarDays} />
                {deskText('calendars.heading')}
              </NavLink>
            </>
          }
          more={
            <>
              <NavGroup label={deskText('nav.views')}>
                {views.map(({ href, label, n }) => (
                  <NavLink key={href} href={href}>
                    {deskText(label)}
                    {n !== null && <NavCount>{n}</NavCount>}
                  </NavLink>
                ))}
              </NavGroup>
              <NavGroup label={deskText('nav.controllers')}>
                {counts.byController.map(({ controller, open }) => (
                  <NavLink key={controller.id} href={`/dpo/cases?controller=${controller.id}`}>
                    <ControllerMark controller={controller} named />
                    <NavCount>{open}</NavCount>
                  </NavLink>
                ))}
              </NavGroup>
            </>
          }
        />
      }
    >
      <ReturnedWords returned={await loadReturned(staff)} />
      {children}
    </DeskFrame>
  );
}
