'use client';

import { useEffect, useRef } from 'react';
import type { OverrideState } from '@/lib/features/calendars/schema';
import { longDate, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Reference } from '@/lib/ui/marks';

/** Which open cases end on another day, and on which: what a change is decided by. It takes the focus, since the button that was pressed is gone. */
export function Moves({ preview, calendarOn }: { preview: NonNullable<OverrideState['preview']>; calendarOn: string }) {
  const { moves, total, onWeekend, again } = preview;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), [preview]);
  return (
    <div
      className="grid gap-2 rounded-md border border-ink bg-surface px-3.5 py-3"
      role="status"
      tabIndex={-1}
      ref={shown}
    >
      {again && <p className="font-medium">{t('calendars.preview.again')}</p>}
      {onWeekend && <p>{t('calendars.preview.weekend', { date: calendarOn })}</p>}
      <p className="font-medium">{t('calendars.preview.count', { count: total })}</p>
      {moves.length > 0 && (
        <ul>
          {moves.map(({ caseId, reference, fromOn, toOn }) => (
            <li key={caseId} className="flex flex-wrap gap-x-3 border-t border-line py-[0.3rem]">
              <a href={`/desk/cases/${caseId}`}>
                <Reference>{reference}</Reference>
              </a>
              <span>{t('calendars.preview.move', { from: shortDate(fromOn, 'en'), to: longDate(toOn, 'en') })}</span>
            </li>
          ))}
        </ul>
      )}
      {total > moves.length && <p>{t('calendars.preview.more', { count: total - moves.length })}</p>}
    </div>
  );
}
