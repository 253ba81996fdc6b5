'use server';

import { notFound, redirect } from 'next/navigation';
import { homeOf } from '@/lib/features/staff/ability';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { requirePresent, requireStaff } from '@/lib/features/staff/loaders/session';
import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import { newStaffSchema } from '@/lib/features/staff/schema/sign-in';
import { endSession } from '@/lib/features/staff/mutations/sessions';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { withinLimit } from '@/lib/platform/rate-limit';
import { changeAccount, changePassword, changeRoles, endOtherSessions } from '@/lib/features/staff/mutations/accounts';
import {
  type AccountState,
  accountStepSchema,
  newPasswordSchema,
  rolesSchema,
} from '@/lib/features/staff/schema/accounts';

const TRIES = 10;

const said = (before: AccountState, text: string, secret: string | null = null): AccountState => ({
  said: text,
  wrong: false,
  secret,
  turn: before.turn + 1,
});
/** @param form none where secrets are in it, which are shown to nobody again */
const wrong = async (before: AccountState, text: string, form = new FormData()): Promise<AccountState> => {
  const mark = await sayRefused(t(`accounts.said.${text}`), form);
  return { said: text, wrong: true, secret: null, mark, turn: before.turn + 1 };
};

export async function changeAccountAction(before: AccountState, form: FormData): Promise<AccountState> {
  const staff = await requireStaff('configure', form);
  const given = accountStepSchema.safeParse(Object.fromEntries(form));
  if (!given.success) notFound();
  const done = await changeAccount(given.data.staffId, given.data.step, { kind: 'staff', id: staff.id });
  return done.ok ? said(before, given.data.step, done.value) : wrong(before, done.reason, form);
}

export async function changeRolesAction(before: AccountState, form: FormData): Promise<AccountState> {
  const staff = await requireStaff('configure', form);
  const given = rolesSchema.safeParse({ staffId: form.get('staffId'), roles: form.getAll('roles') });
  if (!given.success) return wrong(before, 'noRole', form);
  const done = await changeRoles(given.data.staffId, given.data.roles, { kind: 'staff', id: staff.id });
  return done.ok ? said(before, 'roles') : wrong(before, done.reason, form);
}

export async function addStaffAction(before: AccountState, form: FormData): Promise<AccountState> {
  const staff = await requireStaff('configure', form);
  const given = newStaffSchema.safeParse({
    email: form.get('email'),
    name: form.get('name'),
    roles: form.getAll('roles'),
    controllerIds: form.getAll('controllerIds'),
  });
  if (!given.success) return wrong(before, given.error.issues[0]?.path[0] === 'roles' ? 'noRole' : 'incomplete', form);
  const added = await addStaff(given.data, { kind: 'staff', id: staff.id });
  return added.ok
    ? said(before, 'added', `${added.value.password}\n${added.value.totpUri}`)
    : wrong(before, added.reason, form);
}

export async function changePasswordAction(before: AccountState, form: FormData): Promise<AccountState> {
  const { staff, sessionId } = await requirePresent(undefined, { changing: true });
  const given = newPasswordSchema.safeParse(Object.fromEntries(form));
  if (!given.success) return wrong(before, given.error.issues[0]?.message ?? 'tooShort');
  if (!(await withinLimit('change-password', staff.id, TRIES, 3600))) return wrong(before, 'tooMany');
  const changed = await changePassword(staff.id, sessionId, given.data);
  if (!changed.ok) return wrong(before, changed.reason);
  redirect(homeOf(staff));
}

export async function endSessionAction(form: FormData): Promise<void> {
  const { staff, sessionId } = await requirePresent();
  const wanted = String(form.get('sessionId') ?? '');
  if (wanted === 'others') await endOtherSessions(staff.id, sessionId);
  else if (/^[\da-f-]{36}$/.test(wanted)) await endSession(staff.id, wanted);
  redirect('/account');
}
