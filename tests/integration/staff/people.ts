import { randomUUID } from 'node:crypto';
import { addStaff } from '@/lib/features/staff/mutations';
import { staffOfSession } from '@/lib/features/staff/data';
import type { NewSignIn, Staff, StaffRole } from '@/lib/features/staff/types';

export type Person = NewSignIn & { readonly email: string; readonly staff: Staff };

/** Somebody new who may sign in. */
export async function aPerson(given: { roles?: StaffRole[]; controllerIds?: string[]; name?: string } = {}): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const added = await addStaff({ email, name: given.name ?? 'Éloïse Thill', roles: given.roles ?? ['desk'], controllerIds: given.controllerIds ?? [] }, { kind: 'system', id: 'portal' });
  if (!added.ok) throw new Error(added.reason);
  const staff = await staffOfSession({ staffId: added.value.staffId, sessionVersion: 1 });
  if (!staff) throw new Error('A new person is somebody');
  return { ...added.value, email, staff };
}
