'use client';

import { TriangleAlert } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { writtenIn } from '@/lib/features/staff/schema/kept-words';
import type { Returned } from '@/lib/features/staff/types/kept-words';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { refill } from '@/lib/platform/refilled-form';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';
import { Note } from '@/lib/ui/note';
import { STACK } from '@/lib/ui/layout';

type Shown = { readonly returned: Returned; readonly path: string };

/**
 * What was not taken, above the page: why, and what was written. A form that is still there says it itself, and then this does not.
 * It stays while the page brings itself up to date, and goes with the next form that is sent or the next page.
 */
export function ReturnedWords({ returned }: { returned: Returned | null }) {
  const path = usePathname();
  const [shown, setShown] = useState<Shown | null>(returned && { returned, path });
  const [gone, setGone] = useState<string | null>(null);
  if (returned && returned.mark !== shown?.returned.mark) setShown({ returned, path });
  const current = shown && shown.path === path && shown.returned.mark !== gone ? shown.returned : null;
  useEffect(() => {
    const leave = () => setGone(current?.mark ?? null);
    document.addEventListener('submit', leave, true);
    return () => document.removeEventListener('submit', leave, true);
  }, [current]);
  return current && <Words key={current.mark} returned={current} />;
}

const refusedForm = (page: Document | undefined, mark: string): Element | null | undefined =>
  page?.querySelector(`[data-refused="${CSS.escape(mark)}"]`);

function Words({ returned: { mark, said, fields, refused } }: { returned: Returned }) {
  const [place, setPlace] = useState<'unknown' | 'saysItself' | 'filled' | 'nowhere'>('unknown');
  const box = useRef<HTMLDivElement>(null);
  // Before anything is painted or read out: a form drawn in the same answer says it, and nobody is told twice.
  useLayoutEffect(() => {
    setPlace(refusedForm(box.current?.ownerDocument, mark) ? 'saysItself' : 'unknown');
  }, [mark]);
  useEffect(() => {
    const look = requestAnimationFrame(() => {
      const next = refusedForm(document, mark) ? 'saysItself' : !refused && refill(fields) ? 'filled' : 'nowhere';
      setPlace(next);
      if (next === 'nowhere') box.current?.focus();
    });
    return () => cancelAnimationFrame(look);
  }, [mark, fields, refused]);
  if (place === 'saysItself') return null;
  const written = place === 'filled' ? [] : writtenIn(fields);
  return (
    <Note
      tone="refused"
      icon={TriangleAlert}
      className="mx-5 mt-3 in-has-[[data-refused]]:data-[place=unknown]:hidden"
      role="alert"
      tabIndex={-1}
      ref={box}
      data-place={place}
    >
      <div className={STACK}>
        <p>{place === 'filled' ? t('kept.filled') : said}</p>
        {written.map(([name, value], at) => (
          <Field key={`${name}-${at}`} id={`kept-${at}`} label={t('kept.field', { n: at + 1, of: written.length })}>
            <TextArea
              id={`kept-${at}`}

              readOnly
              rows={Math.min(8, value.split('\n').length + Math.floor(value.length / 60))}
              defaultValue={value}
            />
          </Field>
        ))}
      </div>
    </Note>
  );
}
