import { CircleCheck, MailWarning, Unplug } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { HealthBanner } from '@/lib/features/log/components/health-banner';
import { OutsideList } from '@/lib/features/log/components/outside-list';
import { loadLogHealth, loadLogOutside } from '@/lib/features/log/loaders/log';
import { OutlookBanner } from '@/lib/features/calendars/components/outlook-banner';
import { loadOutlook } from '@/lib/features/calendars/loaders';
import { type Figure, Figures } from '@/lib/features/queue/components/figures';
import { loadHeldUp, loadNextDueOn, loadQueueCounts } from '@/lib/features/queue/loaders';
import { todayOf } from '@/lib/features/staff/loaders/today';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dateAndTime, longDate, shortDate } from '@/lib/platform/i18n/dates';
import { deskText, dpoText as t } from '@/lib/platform/i18n/desk';
import { Panel } from '@/lib/ui/panel';
import { Top } from '@/lib/ui/top';
import { Row } from '@/lib/ui/lists';

export const metadata: Metadata = { title: t('title.today') };

export default async function TodayPage() {
  const staff = await requireStaff('oversee');
  const now = new Date();
  const [counts, nextDueOn, blocked, outlook, health, outside] = await Promise.all([
    loadQueueCounts(staff, now),
    loadNextDueOn(staff, now),
    loadHeldUp(staff),
    loadOutlook(staff, now),
    loadLogHealth(now),
    loadLogOutside(staff),
  ]);
  const perController = counts.byController.map(({ controller, open }) => `${open} ${controller.name}`).join(', ');
  const figures: Figure[] = [
    { href: '/dpo/cases', n: counts.open, label: t('today.open'), more: perController, state: undefined },
    {
      href: '/dpo/cases?due=overdue',
      n: counts.overdue,
      label: t('today.overdue'),
      more: counts.overdue === 0 ? t('today.none') : '',
      state: 'late',
    },
    {
      href: '/dpo/cases?due=week',
      n: counts.week,
      label: t('today.week'),
      more: nextDueOn ? t('today.next', { date: shortDate(nextDueOn, 'en') }) : t('today.none'),
      state: 'soon',
    },
    { href: '/dpo/cases?waits=source', n: counts.sources, label: t('today.sources'), more: '', state: undefined },
    { href: '/dpo/cases?waits=reply', n: counts.paused, label: t('today.paused'), more: '', state: 'paused' },
    {
      href: '/dpo/cases?state=awaitingApproval',
      n: counts.approval,
      label: t('today.approval'),
      more: '',
      state: undefined,
    },
  ];
  return (
    <>
      <Top
        heading={t('today.heading', { date: longDate(todayOf(staff, now), 'en') })}
        end={
          <div className="text-sm text-ink-2">{t('today.asOf', { time: `${dateAndTime(now, 'en', 'UTC')} UTC` })}</div>
        }
      />
      <HealthBanner health={health} />
      <OutlookBanner outlook={outlook} to="/dpo/calendars" />
      <Figures figures={figures} />
      <Panel id="eye" heading={t('today.eye')}>
        <ul>
          {blocked.length === 0 && (
            <Row icon={CircleCheck}>
              <span>{t('today.nothing')}</span>
            </Row>
          )}
          {blocked.map((one) => (
            <Row
              icon={one.kind === 'mail' ? MailWarning : Unplug}
              key={`${one.caseId}-${one.kind}-${one.detail}`}
              state="soon"
            >
              <span>
                {one.kind === 'mail'
                  ? t('today.mail', {
                      reference: one.reference,
                      state: one.state,
                      notice: deskText(`notice.${one.detail}`),
                    })
                  : t('today.source', {
                      reference: one.reference,
                      system: one.detail,
                      reason: deskText(`failure.${one.state}`),
                    })}
              </span>
              <Link href={`/dpo/cases/${one.caseId}`} prefetch={false}>
                {one.reference}
              </Link>
            </Row>
          ))}
        </ul>
      </Panel>
      <OutsideList outside={outside} />
    </>
  );
}
