'use client';

import { useActionState } from 'react';
import { changeAccountAction, changeRolesAction } from '@/lib/features/staff/actions/accounts';
import { type AccountStep, NOTHING_SAID } from '@/lib/features/staff/schema/accounts';
import type { Account } from '@/lib/features/staff/types/accounts';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';

/** One person with everything an administrator may do to their way in. */
export function AccountRow({ account, seen }: { account: Account; seen: string }) {
  const [state, act] = useActionState(changeAccountAction, NOTHING_SAID);
  const [rolesState, setRoles] = useActionState(changeRolesAction, NOTHING_SAID);
  const steps: AccountStep[] = account.disabled
    ? ['enable']
    : ['resetPassword', 'resetTotp', 'signOut', 'unlock', 'disable'];
  return (
    <section className="panel" aria-labelledby={`p-${account.id}`}>
      <h2 id={`p-${account.id}`}>{account.name}</h2>
      <p className="muted">
        {account.email} · {seen}
      </p>
      <Said state={state} />
      <Said state={rolesState} />
      <form action={act} className="actions mt">
        <input type="hidden" name="staffId" value={account.id} />
        {steps.map((step) => (
          <button
            key={step}
            name="step"
            value={step}
            className="btn btn--sm"
            aria-label={t('accounts.stepOf', { step: t(`accounts.step.${step}`), name: account.name })}
          >
            {t(`accounts.step.${step}`)}
          </button>
        ))}
      </form>
      {!account.disabled && (
        <form action={setRoles} className="mt">
          <input type="hidden" name="staffId" value={account.id} />
          <fieldset className="actions">
            <legend>{t('accounts.roles')}</legend>
            {STAFF_ROLES.map((role) => (
              <label key={role} className="who">
                <input type="checkbox" name="roles" value={role} defaultChecked={account.roles.includes(role)} />
                {t(`role.${role}`)}
              </label>
            ))}
            <button className="btn btn--sm">{t('accounts.saveRoles')}</button>
          </fieldset>
        </form>
      )}
    </section>
  );
}
