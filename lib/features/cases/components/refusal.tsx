import { TriangleAlert } from 'lucide-react';
import type { CommandState } from '@/lib/features/cases/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Why a form was not taken, what is safe, and what to do; nothing before the first try. */
export function Refusal({ state }: { state: CommandState }) {
  if (state.refusal === null) return null;
  return (
    <p className="refusal" role="alert" key={state.turn} data-refused={state.mark}>
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{t(`refusal.${state.refusal}`, { detail: state.detail ?? '' })}</span>
    </p>
  );
}
