import { randomUUID } from 'node:crypto';
import type { Source } from '@/lib/features/staff/mutations/sign-in-limits';
import { staffById } from '@/lib/features/staff/data/staff';
import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import type { NewSignIn, Staff, StaffRole } from '@/lib/features/staff/types/staff';

export type Person = NewSignIn & { readonly email: string; readonly staff: Staff };

/** Somebody new who may sign in. */
export async function aPerson(
  given: { roles?: StaffRole[]; controllerIds?: string[]; name?: string } = {},
): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const added = await addStaff(
    {
      email,
      name: given.name ?? 'Éloïse Thill',
      roles: given.roles ?? ['desk'],
      controllerIds: given.controllerIds ?? [],
    },
    { kind: 'system', id: 'portal' },
  );
  if (!added.ok) throw new Error(added.reason);
  const staff = await staffById(added.value.staffId);
  if (!staff) throw new Error('A new person is somebody');
  return { ...added.value, email, staff };
}

/** A browser that nobody has signed in on. */
export const from = (network: string, device: string | null = null): Source => ({
  network,
  device,
  browser: 'Firefox, Linux',
});
