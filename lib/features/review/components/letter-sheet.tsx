import clsx from 'clsx';
import { CircleCheck, ListChecks, Lock, Pencil, TriangleAlert } from 'lucide-react';
import type { Letter, LetterPart } from '@/lib/domain/letter/types';
import { MailPreview } from '@/lib/features/cases/components/mail-preview';
import type { LetterPreview } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { Icon } from '@/lib/ui/icon';
import { Bullets } from '@/lib/ui/lists';

const ICONS = { law: Lock, case: CircleCheck, desk: Pencil } as const;

/** A letter as it will be sent: beside it the same in the desk's language, and where each part comes from. `file`: where its PDF is, once it is decided. */
export function LetterSheet({ preview, file }: { preview: LetterPreview; file: string | null }) {
  const { letter, beside, missing, owed, uncounted, mail } = preview;
  return (
    <div className="@container overflow-hidden rounded-lg border border-line-strong bg-surface">
      <Completeness missing={missing} owed={owed} />
      <Parts letter={letter} beside={beside} />
      {uncounted && <p className="border-t border-line px-4 py-2 text-sm text-ink-2">{t('letter.uncounted')}</p>}
      <div className="grid gap-1 border-t border-line px-4 py-2.5 text-sm">
        <MailPreview mail={mail} lang={letter.locale} />
        {file !== null && (
          <a href={file} target="_blank" rel="noreferrer">
            {t('letter.pdf')}
          </a>
        )}
      </div>
    </div>
  );
}

/** That everything the law requires is there, or by name what is not. */
function Completeness({ missing, owed }: Pick<LetterPreview, 'missing' | 'owed'>) {
  if (missing.length === 0)
    return (
      <p className="flex items-baseline gap-2 border-b border-line bg-ok-soft px-4 py-2 font-medium text-ok">
        <Icon of={ListChecks} className="self-center" />
        {t('letter.whole', { count: owed })}
      </p>
    );
  return (
    <div className="border-b border-line bg-soon-soft px-4 py-2">
      <p className="flex items-baseline gap-2 font-medium text-soon">
        <Icon of={TriangleAlert} className="self-center" />
        {t('letter.missing', { count: missing.length })}
      </p>
      <Bullets className="text-sm">
        {missing.map(({ id, text, citation }) => (
          <li key={`${id} ${citation}`}>
            {text} <span className="text-ink-2">{citation}</span>
          </li>
        ))}
      </Bullets>
    </div>
  );
}

const COLUMNS = {
  both: '@phone:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8.5rem]',
  one: '@phone:grid-cols-[minmax(0,1fr)_8.5rem]',
} as const;

/** Part by part. Locked parts lie on another ground than what the desk writes. */
export function Parts({ letter, beside }: { letter: Letter; beside: Letter | null }) {
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
