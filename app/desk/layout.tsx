import {
  CalendarClock,
  CirclePause,
  CalendarDays,
  ClockAlert,
  FileCheck,
  Inbox,
  MailPlus,
  MailQuestion,
  MessageSquare,
  OctagonPause,
  TriangleAlert,
  Unplug,
  User,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ReturnedWords } from '@/lib/features/staff/components/returned-words';
import { loadReturned } from '@/lib/features/staff/loaders/kept-words';
import { ControllerMark } from '@/lib/ui/marks';
import { loadMailCount } from '@/lib/features/incoming-mail/loaders';
import { loadQueueCounts } from '@/lib/features/queue/loaders';
import { mayConfigure } from '@/lib/features/staff/ability';
import { NavLink, NavCount } from '@/lib/features/staff/components/nav-link';
import { Side, NavGroup } from '@/lib/features/staff/components/side';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { DeskFrame } from '@/lib/ui/desk-frame';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff('workCases');
  const [counts, mails] = await Promise.all([loadQueueCounts(staff), loadMailCount(staff)]);
  // What is closed only grows: it is counted where its list is opened.
  const views = [
    { href: '/desk?who=team', shape: User, label: 'view.team', n: counts.mine },
    {
      href: '/desk?due=overdue',
      shape: TriangleAlert,
      label: 'view.overdue',
      n: counts.overdue,
      late: counts.overdue > 0,
    },
    { href: '/desk?due=week', shape: ClockAlert, label: 'view.week', n: counts.week },
    { href: '/desk?waits=source', shape: Unplug, label: 'view.source', n: counts.sources },
    { href: '/desk?waits=confirmation', shape: MailQuestion, label: 'view.unconfirmed', n: counts.unconfirmed },
    { href: '/desk?waits=reply', shape: CirclePause, label: 'view.paused', n: counts.paused },
    { href: '/desk?state=closed', shape: CalendarClock, label: 'view.closed', n: null },
  ];
  const controllers = counts.byController.map(({ controller }) => controller.name).join(', ');
  return (
    <DeskFrame
      side={
        <Side
          staff={staff}
          scope={t('nav.scope', { roles: staff.roles.map((role) => t(`role.${role}`)).join(', '), controllers })}
          main={
            <>
              <NavLink href="/desk" exact>
                <Icon of={Inbox} />
                {t('view.queue')}
                <NavCount>{counts.open}</NavCount>
              </NavLink>
              <NavLink href="/desk?waits=message&state=all">
                <Icon of={MessageSquare} />
                {t('view.messages')}
                <NavCount>{counts.messages}</NavCount>
              </NavLink>
              {mails > 0 && (
                <NavLink href="/desk/mails">
                  <Icon of={MailPlus} />
                  {t('view.mails')}
                  <NavCount>{mails}</NavCount>
                </NavLink>
              )}
              <NavLink href="/desk?state=awaitingApproval">
                <Icon of={FileCheck} />
                {t('view.approval')}
                <NavCount>{counts.approval}</NavCount>
              </NavLink>
            </>
          }
          more={
            <>
              <NavGroup label={t('nav.views')}>
                {views.map(({ href, shape, label, n, late }) => (
                  <NavLink key={href} href={href}>
                    <Icon of={shape} />
                    {t(label)}
                    {n !== null && <NavCount late={late ?? false}>{n}</NavCount>}
                  </NavLink>
                ))}
              </NavGroup>
              <NavGroup label={t('nav.controllers')}>
                {counts.byController.map(({ controller, open }) => (
                  <NavLink key={controller.id} href={`/desk?controller=${controller.id}`}>
                    <ControllerMark controller={controller} named />
                    <NavCount>{open}</NavCount>
                  </NavLink>
                ))}
              </NavGroup>
              <NavGroup label={t('nav.rules')}>
                <NavLink href="/desk/restrictions">
                  <Icon of={OctagonPause} />
                  {t('restriction.registry')}
                </NavLink>
                <NavLink href="/desk/calendars">
                  <Icon of={CalendarDays} />
                  {t('calendars.heading')}
                </NavLink>
                {mayConfigure(staff) && (
                  <NavLink href="/desk/staff">
                    <Icon of={Users} />
                    {t('nav.staff')}
                  </NavLink>
                )}
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
