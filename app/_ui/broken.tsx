'use client';

import { unstable_isUnrecognizedActionError as isOutdated, useParams } from 'next/navigation';
import { createContext, use, useEffect } from 'react';
import { sendAsBrowser } from './sent-form';

export type BrokenProps = { readonly error: Error; readonly reset: () => void };

export type BrokenWords = {
  readonly title: string;
  readonly text: string;
  readonly again: string;
  readonly portal: string;
};

/** What is said of a surprise, given with the page: a browser that had to choose the words would fetch those of every page in every language. */
export const BrokenWordsContext = createContext<BrokenWords>({ title: '', text: '', again: '', portal: '' });

/** A surprise. Says nothing of what it was: the log has it. A form of an older version of the page is none: it is sent again, for the page to come anew. */
export function Broken({ error, reset }: BrokenProps) {
  const { controller, locale } = useParams<{ controller?: string; locale?: string }>();
  const words = use(BrokenWordsContext);
  useEffect(() => {
    if (isOutdated(error)) sendAsBrowser();
  }, [error]);
  return (
    <div className="read">
      <h1 className="title">{words.title}</h1>
      <p className="lead">{words.text}</p>
      <p className="actions">
        <button className="btn btn--main" type="button" onClick={reset}>
          {words.again}
        </button>{' '}
        {controller !== undefined && locale !== undefined && (
          <a className="btn" href={`/${controller}/${locale}`}>
            {words.portal}
          </a>
        )}
      </p>
    </div>
  );
}
