'use client';

import { translator } from '@/lib/platform/i18n/translator';
import { useParams } from 'next/navigation';
import { isLocale } from '@/lib/domain/locale';

/** A surprise. Says nothing of what it was: the log has it. */
export default function Broken({ reset }: { reset: () => void }) {
  const { locale } = useParams<{ locale?: string }>();
  const t = translator(locale !== undefined && isLocale(locale) ? locale : 'en', 'public');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <h1 className="title">{t('broken.title')}</h1>
        <p className="lead">{t('broken.text')}</p>
        <p className="actions"><button className="btn btn--main" type="button" onClick={reset}>{t('broken.again')}</button></p>
      </div>
    </main>
  );
}
