'use client';

import { unstable_isUnrecognizedActionError as isOutdated, useParams } from 'next/navigation';
import { createContext, use, useEffect } from 'react';
import { Button, buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';
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
    <Reading>
      <Title>{words.title}</Title>
      <p className="text-lg">{words.text}</p>
      <p className={ACTIONS}>
        <Button look="main" type="button" onClick={reset}>
          {words.again}
        </Button>{' '}
        {controller !== undefined && locale !== undefined && (
          <a className={buttonClasses()} href={`/${controller}/${locale}`}>
            {words.portal}
          </a>
        )}
      </p>
    </Reading>
  );
}
