import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AccountState } from '@/lib/features/staff/schema/accounts';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What came of a form, and a secret that is shown this once. */
export function Said({ state }: { state: AccountState }) {
  if (state.said === null) return null;
  const Shape = state.wrong ? TriangleAlert : CircleCheck;
  return (
    <div className={state.wrong ? 'refusal' : 'note'} role={state.wrong ? 'alert' : 'status'} data-refused={state.mark}>
      <Shape className="i" aria-hidden="true" />
      <div>
        {t(`accounts.said.${state.said}`)}
        {state.secret && (
          <code className="code" tabIndex={0} aria-label={t('accounts.secret')}>
            {state.secret}
          </code>
        )}
      </div>
    </div>
  );
}
