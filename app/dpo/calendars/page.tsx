import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarBody } from '@/lib/features/calendars/components/calendar-body';
import { loadCalendarPage } from '@/lib/features/calendars/loaders';
import { calendarFiltersSchema } from '@/lib/features/calendars/schema';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.calendars') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverseenCalendarsPage({ searchParams }: Props) {
  const staff = await requireStaff('oversee');
  const page = await loadCalendarPage(staff, calendarFiltersSchema.parse(await searchParams));
  if (!page) notFound();
  return (
    <>
      <Top heading={t('calendars.heading')} />
      <CalendarBody page={page} path="/dpo/calendars" changes={false} />
    </>
  );
}
