import { TriangleAlert } from 'lucide-react';
import type { CommandState } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';

/** Why a form was not taken, what is safe, and what to do; nothing before the first try. */
export function Refusal({ state, className }: { state: CommandState; className?: string }) {
  if (state.refusal === null) return null;
  return (
    <Note
      tone="refused"
      icon={TriangleAlert}
      role="alert"
      key={state.turn}
      data-refused={state.mark}
      className={className}
    >
      {t(`refusal.${state.refusal}`, { detail: state.detail ?? '' })}
    </Note>
  );
}
