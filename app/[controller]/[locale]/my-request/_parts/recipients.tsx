import { longDate } from '@/lib/platform/i18n/dates';
import { Section } from '@/lib/ui/reading';
import type { StatusView } from '../view';

/** Who received the data and what is on record of telling them: Art. 19 GDPR, second sentence, without being asked. */
export function Recipients({ portal: { t, locale }, status: { recipients } }: StatusView) {
  if (recipients.length === 0) return null;
  return (
    <Section id="recipients" heading={t('recipients.title')}>
      <p>{t('recipients.lead')}</p>
      <ul className="border-t border-line">
        {recipients.map(({ id, name, step, data, standing, on, reason }) => (
          <li key={id} className="border-b border-line py-[0.9rem]">
            <b className="wrap-anywhere">{name}</b>
            <p className="text-sm text-ink-2">{t(`recipients.what.${step}`, { data })}</p>
            <p className="text-sm">
              {t(`recipients.standing.${standing}`, { on: on ? longDate(on, locale) : '', reason: reason ?? '' })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
