import type { StatementView } from '@/lib/features/cases/loaders/statements';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Fold } from '@/lib/ui/fold';
import { Bullets } from '@/lib/ui/lists';
import { Note } from '@/lib/ui/note';

/** The statement that answers a right as its person will read it, in their language; or that the data map does not state enough for one. */
export function StatementPreview({ of, lang }: { of: StatementView; lang: string }) {
  if (of.state === 'unstated') return <Note>{t('statement.unstated')}</Note>;
  const { title, paragraphs, list, tables } = of.words;
  return (
    <Fold small open={of.state === 'proposed'} summary={t(`statement.${of.state}`)}>
      <div lang={lang} className="mt-2 grid gap-2 border-s-2 border-line ps-4 text-sm">
        <p className="font-medium">{title}</p>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="wrap-anywhere">
            {paragraph}
          </p>
        ))}
        {list && (
          <Bullets>
            {list.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Bullets>
        )}
        {tables.map(({ heading, rows }) => (
          <div key={heading}>
            <p className="font-medium">{heading}</p>
            <ul className="grid gap-1">
              {rows.map((row) => (
                <li key={[row[0]].flat()[0]}>
                  {row
                    .map((cell) => [cell].flat().join(', '))
                    .filter((text) => text !== '')
                    .join(' · ')}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Fold>
  );
}
