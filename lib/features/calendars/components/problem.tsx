'use client';

import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OverrideState } from '@/lib/features/calendars/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';

/** What keeps a change from being made, and what to do; nothing before the first try. It takes the focus when it comes. */
export function Problem({ state, id }: { state: OverrideState; id: string }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), [state.turn]);
  if (state.problem === null) return null;
  return (
    <Note
      tone="refused"
      icon={TriangleAlert}
      role="alert"
      id={id}
      data-refused={state.problem.mark}
      tabIndex={-1}
      ref={said}
    >
      {t(`calendars.problem.${state.problem.key}`)}
    </Note>
  );
}
