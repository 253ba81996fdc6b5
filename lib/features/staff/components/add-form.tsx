'use client';

import { useActionState } from 'react';
import { addStaffAction } from '@/lib/features/staff/actions/accounts';
import { NOTHING_SAID } from '@/lib/features/staff/schema/accounts';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';

/** Lets somebody new sign in; their first password and the secret of their code are shown this once. */
export function AddForm({ controllers }: { controllers: readonly { id: string; name: string }[] }) {
  const [state, add] = useActionState(addStaffAction, NOTHING_SAID);
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">{t('accounts.add')}</h2>
      <Said state={state} />
      <form action={add} className="stack mt">
        <p>
          <label htmlFor="add-name">{t('accounts.name')}</label>
          <input id="add-name" name="name" className="input--sm" maxLength={200} required autoComplete="off" />
        </p>
        <p>
          <label htmlFor="add-email">{t('signIn.email')}</label>
          <input
            id="add-email"
            name="email"
            type="email"
            className="input--sm"
            maxLength={254}
            required
            autoComplete="off"
          />
        </p>
        <fieldset className="actions">
          <legend>{t('accounts.roles')}</legend>
          {STAFF_ROLES.map((role) => (
            <label key={role} className="who">
              <input type="checkbox" name="roles" value={role} />
              {t(`role.${role}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className="actions">
          <legend>{t('accounts.controllers')}</legend>
          {controllers.map(({ id, name }) => (
            <label key={id} className="who">
              <input type="checkbox" name="controllerIds" value={id} />
              {name}
            </label>
          ))}
        </fieldset>
        <button className="btn btn--main">{t('accounts.add')}</button>
      </form>
    </section>
  );
}
