import { TriangleAlert } from 'lucide-react';
import type { OverrideState } from '@/lib/features/calendars/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What keeps a change from being made, and what to do; nothing before the first try. */
export function Problem({ state, id }: { state: OverrideState; id: string }) {
  if (state.problem === null) return null;
  return (
    <p className="refusal" role="alert" id={id} key={state.turn}>
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{t(`calendars.problem.${state.problem.key}`)}</span>
    </p>
  );
}
