import clsx from 'clsx';
import { CircleCheck, Lock, Pencil } from 'lucide-react';
import type { Letter, LetterPart } from '@/lib/domain/letter/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { Icon } from '@/lib/ui/icon';

const ICONS = { law: Lock, case: CircleCheck, desk: Pencil } as const;

const COLUMNS = {
  both: '@phone:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8.5rem]',
  one: '@phone:grid-cols-[minmax(0,1fr)_8.5rem]',
} as const;

/** Part by part. Locked parts lie on another ground than what the desk writes. */
export function LetterParts({ letter, beside }: { letter: Letter; beside: Letter | null }) {
  const columns = COLUMNS[beside ? 'both' : 'one'];
  const twin = (part: LetterPart) => beside?.parts.find(({ id, right }) => id === part.id && right === part.right);
  return (
    <div>
      <div className={clsx('hidden gap-x-5 px-4 py-1.5 text-sm text-ink-3 @phone:grid', columns)} aria-hidden="true">
        <span>{t('letter.theirs', { language: languageNames([letter.locale], 'en') })}</span>
        {beside && <span>{t('letter.beside', { language: languageNames([beside.locale], 'en') })}</span>}
        <span>{t('letter.from')}</span>
      </div>
      {letter.parts.map((part) => {
        const same = twin(part);
        return (
          <div
            key={`${part.id} ${part.right}`}
            className={clsx(
              'grid grid-cols-1 gap-x-5 gap-y-1.5 border-t border-line px-4 py-2.5',
              columns,
              part.source === 'law' && 'bg-sunken',
            )}
          >
            <Said part={part} lang={letter.locale} />
            {beside &&
              (part.source === 'desk' ? (
                <span className="text-sm text-ink-3">{t('letter.asWritten')}</span>
              ) : (
                same && <Said part={same} lang={beside.locale} quiet />
              ))}
            <Source part={part} />
          </div>
        );
      })}
    </div>
  );
}

const Said = ({ part, lang, quiet = false }: { part: LetterPart; lang: string; quiet?: boolean }) => (
  <div lang={lang} className={clsx('grid content-start gap-1.5 wrap-anywhere', quiet && 'text-ink-2')}>
    {part.heading && <p className="font-bold">{part.heading}</p>}
    {part.paragraphs.map((paragraph) => (
      <p key={paragraph} className="whitespace-pre-line">
        {paragraph}
      </p>
    ))}
  </div>
);

const Source = ({ part: { source, carries } }: { part: LetterPart }) => (
  <p className="text-sm text-ink-2">
    <span className="flex items-baseline gap-1.5 font-medium text-ink">
      <Icon of={ICONS[source]} className="self-center" />
      {t(`letter.source.${source}`)}
    </span>
    {[...new Set(carries.map(({ citation }) => citation))].join('; ')}
  </p>
);
