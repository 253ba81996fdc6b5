import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AccountState } from '@/lib/features/staff/schema/accounts';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CodeBlock } from '@/lib/ui/words';
import { Note } from '@/lib/ui/note';

/** What came of a form, and a secret that is shown this once. */
export function Said({ state }: { state: AccountState }) {
  if (state.said === null) return null;
  return (
    <Note
      tone={state.wrong ? 'refused' : 'plain'}
      icon={state.wrong ? TriangleAlert : CircleCheck}
      role={state.wrong ? 'alert' : 'status'}
      data-refused={state.mark}
    >
      {t(`accounts.said.${state.said}`)}
      {state.secret && <CodeBlock aria-label={t('accounts.secret')}>{state.secret}</CodeBlock>}
    </Note>
  );
}
