import { localDateOf } from '@/lib/domain/calendar/local-date';
import { longDate } from '@/lib/platform/i18n/dates';
import { Section } from '@/lib/ui/reading';
import type { StatusView } from '../view';

/** To whom the copy was sent straight, and when they took it; or that they have not, and that the person's own file is there all the same. */
export function Sendings({ portal: { t, locale, definition }, status: { sendings } }: StatusView) {
  const told = sendings.filter(({ taken, failed }) => taken !== null || failed);
  if (told.length === 0) return null;
  return (
    <Section id="sent" heading={t('sending.title')}>
      {told.map((one) => {
        const receiver = one.receiver[locale];
        return (
          <p key={receiver}>
            {one.taken
              ? t('sending.taken', {
                  receiver,
                  date: longDate(localDateOf(one.taken.at.toISOString(), definition.timezone), locale),
                  receipt: one.taken.receiptId ?? 'none',
                })
              : t('sending.failed', { receiver })}
          </p>
        );
      })}
    </Section>
  );
}
