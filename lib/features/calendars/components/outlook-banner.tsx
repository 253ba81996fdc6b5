import { CalendarX } from 'lucide-react';
import Link from 'next/link';
import { describePlace } from '@/lib/domain/wording';
import type { CalendarOutlook } from '@/lib/domain/clock/outlook';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { Banner } from '@/lib/ui/banner';

/** What is to be done before clocks meet a year whose holidays nobody knows; nothing while they are known long enough. */
export function OutlookBanner({ outlook, to }: { outlook: readonly CalendarOutlook[]; to: string }) {
  const say = translator('en', 'law');
  const of = (wanted: CalendarOutlook['state']) => outlook.filter(({ state }) => state === wanted);
  const places = (some: readonly CalendarOutlook[]) =>
    some.map(({ calendar }) => t('calendars.place', { name: describePlace(calendar, say), id: calendar })).join(', ');
  const [missing, endsSoon] = [of('missing'), of('endsSoon')];
  if (missing.length + endsSoon.length === 0) return null;
  const until = Math.min(...endsSoon.map(({ knownUntil }) => knownUntil ?? 0));
  return (
    <Banner state={missing.length > 0 ? 'late' : 'soon'} icon={CalendarX} role="note">
      {missing.length > 0 && (
        <p>
          <b>{t('calendars.banner.missing', { places: places(missing) })}</b> {t('calendars.banner.missingMore')}
        </p>
      )}
      {endsSoon.length > 0 && (
        <p>
          <b>{t('calendars.banner.endsSoon', { places: places(endsSoon), year: String(until) })}</b>{' '}
          {t('calendars.banner.endsSoonMore', { next: String(until + 1) })}
        </p>
      )}
      <p>
        {t('calendars.banner.todo')}{' '}
        <Link href={to} prefetch={false}>
          {t('calendars.heading')}
        </Link>
      </p>
    </Banner>
  );
}
