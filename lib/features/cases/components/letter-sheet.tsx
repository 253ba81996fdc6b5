import { ListChecks, TriangleAlert } from 'lucide-react';
import type { NoticeLook } from '@/lib/features/cases/types/look';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Icon } from '@/lib/ui/icon';
import { Bullets } from '@/lib/ui/lists';
import { LetterParts } from './letter-parts';
import { MailPreview } from './mail-preview';

/** A letter as it will be sent: beside it the same in the desk's language, and where each part comes from. `file`: where its PDF is, once it is decided. */
export function LetterSheet({
  of: { letter, beside, missing, owed, mail },
  uncounted = false,
  file,
}: {
  of: NoticeLook;
  uncounted?: boolean;
  file: string | null;
}) {
  return (
    <div className="@container overflow-hidden rounded-lg border border-line-strong bg-surface">
      <Completeness missing={missing} owed={owed} />
      <LetterParts letter={letter} beside={beside} />
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
function Completeness({ missing, owed }: Pick<NoticeLook, 'missing' | 'owed'>) {
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
