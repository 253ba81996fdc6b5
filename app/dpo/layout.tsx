import { CalendarDays, Inbox, LayoutDashboard, Scale, ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { ControllerMark } from '@/lib/ui/marks';
import { loadQueueCounts } from '@/lib/features/queue/loaders';
import { NavLink } from '@/lib/features/staff/components/nav-link';
import { Side } from '@/lib/features/staff/components/side';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';

export default async function DpoLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff('oversee');
  const counts = await loadQueueCounts(staff);
  const views = [
    { href: '/dpo/cases?due=overdue', label: 'view.overdue', n: counts.overdue },
    { href: '/dpo/cases?due=week', label: 'view.week', n: counts.week },
    { href: '/dpo/cases?waits=source', label: 'view.source', n: counts.sources },
    { href: '/dpo/cases?waits=confirmation', label: 'view.unconfirmed', n: counts.unconfirmed },
    { href: '/dpo/cases?waits=reply', label: 'view.paused', n: counts.paused },
    { href: '/dpo/cases?state=closed', label: 'view.closed', n: counts.closed },
  ];
  return (
    <div className="desk" data-side="desk">
      <a className="skip" href="#main">
        {deskText('nav.skip')}
      </a>
      <div className="app">
        <Side
          staff={staff}
          scope={`${deskText('role.dpo')}. ${t('nav.note')}`}
          main={
            <>
              <NavLink href="/dpo" exact>
                <LayoutDashboard className="i" aria-hidden="true" />
                {t('nav.today')}
              </NavLink>
              <NavLink href="/dpo/log">
                <ScrollText className="i" aria-hidden="true" />
                {t('nav.log')}
              </NavLink>
              <NavLink href="/dpo/cases" exact>
                <Inbox className="i" aria-hidden="true" />
                {t('nav.cases')}
                <span className="n">{counts.open}</span>
              </NavLink>
              <NavLink href="/dpo/law">
                <Scale className="i" aria-hidden="true" />
                {t('nav.law')}
              </NavLink>
              <NavLink href="/dpo/calendars">
                <CalendarDays className="i" aria-hidden="true" />
                {deskText('calendars.heading')}
              </NavLink>
            </>
          }
          more={
            <>
              <nav aria-label={deskText('nav.views')}>
                <h2>{deskText('nav.views')}</h2>
                {views.map(({ href, label, n }) => (
                  <NavLink key={href} href={href}>
                    {deskText(label)}
                    <span className="n">{n}</span>
                  </NavLink>
                ))}
              </nav>
              <nav aria-label={deskText('nav.controllers')}>
                <h2>{deskText('nav.controllers')}</h2>
                {counts.byController.map(({ controller, open }) => (
                  <NavLink key={controller.id} href={`/dpo/cases?controller=${controller.id}`}>
                    <ControllerMark controller={controller} named />
                    <span className="n">{open}</span>
                  </NavLink>
                ))}
              </nav>
            </>
          }
        />
        <main className="main" id="main" tabIndex={-1}>
          <ReturnedWords returned={await loadReturned(staff)} />
          {children}
        </main>
      </div>
    </div>
  );
}
