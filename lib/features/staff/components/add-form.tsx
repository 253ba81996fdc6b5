'use client';

import { useActionState } from 'react';
import { addStaffAction } from '@/lib/features/staff/actions/accounts';
import { NOTHING_SAID } from '@/lib/features/staff/schema/accounts';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Said } from './said';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';
import { InlineOption, Group } from '@/lib/ui/option';
import { Panel } from '@/lib/ui/panel';
import { STACK, ACTIONS } from '@/lib/ui/layout';

/** Lets somebody new sign in; their first password and the secret of their code are shown this once. */
export function AddForm({ controllers }: { controllers: readonly { id: string; name: string }[] }) {
  const [state, add] = useActionState(addStaffAction, NOTHING_SAID);
  return (
    <Panel id="add" heading={t('accounts.add')}>
      <Said state={state} />
      <form action={add} className={`${STACK} mt-3 max-w-160`}>
        <Field id="add-name" label={t('accounts.name')}>
          <Input id="add-name" name="name" maxLength={200} required autoComplete="off" />
        </Field>
        <Field id="add-email" label={t('signIn.email')}>
          <Input id="add-email" name="email" type="email" maxLength={254} required autoComplete="off" />
        </Field>
        <Group legend={t('accounts.roles')} className={ACTIONS}>
          {STAFF_ROLES.map((role) => (
            <InlineOption key={role} type="checkbox" name="roles" value={role}>
              {t(`role.${role}`)}
            </InlineOption>
          ))}
        </Group>
        <Group legend={t('accounts.controllers')} className={ACTIONS}>
          {controllers.map(({ id, name }) => (
            <InlineOption key={id} type="checkbox" name="controllerIds" value={id}>
              {name}
            </InlineOption>
          ))}
        </Group>
        <Button look="main">{t('accounts.add')}</Button>
      </form>
    </Panel>
  );
}
