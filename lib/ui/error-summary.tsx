'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Icon } from './icon';

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
    <div
      className="mb-9 rounded-md border-3 border-late bg-surface p-5"
      id="errors"
      role="alert"
      tabIndex={-1}
      aria-labelledby="errors-title"
      ref={summary}
    >
      <h2 className="flex items-center gap-2 text-lg/[1.2]" id="errors-title">
        <Icon of={CircleAlert} className="text-late" />
        {title}
      </h2>
      <ul className="mt-1">
        {problems.map(({ href, text }) => (
          <li key={text}>
            {href === null ? (
              text
            ) : (
              <a className="inline-flex min-h-target items-center font-bold text-late" href={href}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
