import { longDate } from '@/lib/platform/i18n/dates';
import { Section } from '@/lib/ui/reading';
import type { StatusView } from '../view';

/** Our letters as they were sent, the newest first; nothing before there is one. */
export const Letters = ({ portal: { t, home, locale }, status: { letters } }: StatusView) =>
  letters.length === 0 ? null : (
    <Section id="letters" heading={t('letters.title')}>
      <ul className="divide-y divide-line border-y border-line">
        {letters.map(({ id, letter }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a className="inline-flex min-h-target items-center font-bold" href={`${home}/my-request/letter/${id}`}>
              {t('letters.of', { kind: letter.kind })}
            </a>
            <span className="text-ink-2">{longDate(letter.on, locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
