'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

/**
 * What is wrong, above everything else, with a link to each field. It takes the focus when it comes: with scripts here, without
 * them by the fragment `#errors` of the address it is shown under.
 */
export function ErrorSummary({
  title,
  problems,
}: {
  title: string;
  problems: readonly { readonly href: string | null; readonly text: string }[];
}) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [problems]);
  return (
    <div className="errors" id="errors" role="alert" tabIndex={-1} aria-labelledby="errors-title" ref={summary}>
      <h2 id="errors-title">
        <CircleAlert className="i" aria-hidden="true" />
        {title}
      </h2>
      <ul>
        {problems.map(({ href, text }) => (
          <li key={text}>{href === null ? text : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
