import {
  CalendarClock,
  CirclePause,
  CalendarDays,
  ClockAlert,
  FileCheck,
  Inbox,
  MailQuestion,
  MessageSquare,
  TriangleAlert,
  Unplug,
  User,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { ControllerMark } from '@/lib/ui/marks';
import { loadQueueCounts } from '@/lib/features/queue/loaders';
import { mayConfigure } from '@/lib/features/staff/ability';
import { NavLink } from '@/lib/features/staff/components/nav-link';
import { Side } from '@/lib/features/staff/components/side';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff('workCases');
  const counts = await loadQueueCounts(staff);
  const views = [
    { href: '/desk?who=team', Icon: User, label: 'view.team', n: counts.mine },
    {
      href: '/desk?due=overdue',
      Icon: TriangleAlert,
      label: 'view.overdue',
      n: counts.overdue,
      late: counts.overdue > 0,
    },
    { href: '/desk?due=week', Icon: ClockAlert, label: 'view.week', n: counts.week },
    { href: '/desk?waits=source', Icon: Unplug, label: 'view.source', n: counts.sources },
    { href: '/desk?waits=confirmation', Icon: MailQuestion, label: 'view.unconfirmed', n: counts.unconfirmed },
    { href: '/desk?waits=reply', Icon: CirclePause, label: 'view.paused', n: counts.paused },
    { href: '/desk?state=closed', Icon: CalendarClock, label: 'view.closed', n: counts.closed },
  ];
  const controllers = counts.byController.map(({ controller }) => controller.name).join(', ');
  return (
    <div className="desk" data-side="desk">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <div className="app">
        <Side
          staff={staff}
          scope={t('nav.scope', { roles: staff.roles.map((role) => t(`role.${role}`)).join(', '), controllers })}
          main={
            <>
              <NavLink href="/desk" exact>
                <Inbox className="i" aria-hidden="true" />
                {t('view.queue')}
                <span className="n">{counts.open}</span>
              </NavLink>
              <NavLink href="/desk?waits=message&state=all">
                <MessageSquare className="i" aria-hidden="true" />
                {t('view.messages')}
                <span className="n">{counts.messages}</span>
              </NavLink>
              <NavLink href="/desk?state=awaitingApproval">
                <FileCheck className="i" aria-hidden="true" />
                {t('view.approval')}
                <span className="n">{counts.approval}</span>
              </NavLink>
            </>
          }
          more={
            <>
              <nav aria-label={t('nav.views')}>
                <h2>{t('nav.views')}</h2>
                {views.map(({ href, Icon, label, n, late }) => (
                  <NavLink key={href} href={href}>
                    <Icon className="i" aria-hidden="true" />
                    {t(label)}
                    <span className={late ? 'n late' : 'n'}>{n}</span>
                  </NavLink>
                ))}
              </nav>
              <nav aria-label={t('nav.controllers')}>
                <h2>{t('nav.controllers')}</h2>
                {counts.byController.map(({ controller, open }) => (
                  <NavLink key={controller.id} href={`/desk?controller=${controller.id}`}>
                    <ControllerMark controller={controller} named />
                    <span className="n">{open}</span>
                  </NavLink>
                ))}
              </nav>
              <nav aria-label={t('nav.rules')}>
                <h2>{t('nav.rules')}</h2>
                <NavLink href="/desk/calendars">
                  <CalendarDays className="i" aria-hidden="true" />
                  {t('calendars.heading')}
                </NavLink>
                {mayConfigure(staff) && (
                  <NavLink href="/desk/staff">
                    <Users className="i" aria-hidden="true" />
                    {t('nav.staff')}
                  </NavLink>
                )}
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
