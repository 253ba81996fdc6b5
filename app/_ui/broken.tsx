'use client';

import { unstable_isUnrecognizedActionError as isOutdated, useParams } from 'next/navigation';
import { useEffect } from 'react';
import { isLocale } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { sendAsBrowser } from './sent-form';

export type BrokenProps = { readonly error: Error; readonly reset: () => void };

/** A surprise. Says nothing of what it was: the log has it. A form of an older version of the page is none: it is sent again, for the page to come anew. */
export function Broken({ error, reset }: BrokenProps) {
  const { controller, locale } = useParams<{ controller?: string; locale?: string }>();
  const t = translator(locale !== undefined && isLocale(locale) ? locale : 'en', 'public');
  useEffect(() => {
    if (isOutdated(error)) sendAsBrowser();
  }, [error]);
  return (
    <div className="read">
      <h1 className="title">{t('broken.title')}</h1>
      <p className="lead">{t('broken.text')}</p>
      <p className="actions">
        <button className="btn btn--main" type="button" onClick={reset}>
          {t('broken.again')}
        </button>{' '}
        {controller !== undefined && locale !== undefined && (
          <a className="btn" href={`/${controller}/${locale}`}>
            {t('notFound.portal')}
          </a>
        )}
      </p>
    </div>
  );
}
