'use client';

import { useActionState } from 'react';
import { changeAccountAction, changeRolesAction } from '@/lib/features/staff/actions/accounts';
import { type AccountStep, NOTHING_SAID } from '@/lib/features/staff/schema/accounts';
import type { Account } from '@/lib/features/staff/types/accounts';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';
import { Button } from '@/lib/ui/button';
import { InlineOption, Group } from '@/lib/ui/option';
import { ACTIONS } from '@/lib/ui/layout';
import { Panel } from '@/lib/ui/panel';

/** One person with everything an administrator may do to their way in. */
export function AccountRow({ account, seen }: { account: Account; seen: string }) {
  const [state, act] = useActionState(changeAccountAction, NOTHING_SAID);
  const [rolesState, setRoles] = useActionState(changeRolesAction, NOTHING_SAID);
  const steps: AccountStep[] = account.disabled
    ? ['enable']
    : ['resetPassword', 'resetTotp', 'signOut', 'unlock', 'disable'];
  return (
    <Panel id={`p-${account.id}`} heading={account.name}>
      <p className="text-ink-2">
        {account.email} · {seen}
      </p>
      <Said state={state} />
      <Said state={rolesState} />
      <form action={act} className={`${ACTIONS} mt-3`}>
        <input type="hidden" name="staffId" value={account.id} />
        {steps.map((step) => (
          <Button
            size="small"
            key={step}
            name="step"
            value={step}
            aria-label={t('accounts.stepOf', { step: t(`accounts.step.${step}`), name: account.name })}
          >
            {t(`accounts.step.${step}`)}
          </Button>
        ))}
      </form>
      {!account.disabled && (
        <form action={setRoles} className="mt-3">
          <input type="hidden" name="staffId" value={account.id} />
          <Group legend={t('accounts.roles')} className={ACTIONS}>
            {STAFF_ROLES.map((role) => (
              <InlineOption
                key={role}
                type="checkbox"
                name="roles"
                value={role}
                defaultChecked={account.roles.includes(role)}
              >
                {t(`role.${role}`)}
              </InlineOption>
            ))}
            <Button size="small">{t('accounts.saveRoles')}</Button>
          </Group>
        </form>
      )}
    </Panel>
  );
}
