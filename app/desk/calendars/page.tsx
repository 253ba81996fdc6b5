import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarBody } from '@/lib/features/calendars/components/calendar-body';
import { loadCalendarPage } from '@/lib/features/calendars/loaders';
import { calendarFiltersSchema } from '@/lib/features/calendars/schema';
import { mayConfigure } from '@/lib/features/staff/ability';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';
import { Top } from '@/lib/ui/top';

export const metadata: Metadata = { title: t('title.calendars') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CalendarsPage({ searchParams }: Props) {
  const staff = await requireStaff('workCases');
  const filters = calendarFiltersSchema.parse(await searchParams);
  const page = await loadCalendarPage(staff, filters);
  if (!page) notFound();
  return (
    <>
      <Top heading={t('calendars.heading')} />
      {filters.saved && (
        <Note className="mx-5 mt-3" role="status">
          {t(`calendars.saved.${filters.saved}`)}
        </Note>
      )}
      <CalendarBody page={page} path="/desk/calendars" changes={mayConfigure(staff)} />
    </>
  );
}
