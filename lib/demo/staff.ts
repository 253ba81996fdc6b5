import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import type { StaffRole } from '@/lib/features/staff/types/staff';

export type DemoSignIn = { email: string; password: string; totpSecret: string; role: StaffRole; name: string };

const PASSWORD = 'demo-rightsdesk';

/** Fixed and public, because the demo prints them; a real installation makes its own with `rightsdesk staff add`. */
export const DEMO_STAFF: readonly DemoSignIn[] = [
  {
    role: 'desk',
    name: 'Éloïse Thill',
    email: 'desk@example.com',
    password: PASSWORD,
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  {
    role: 'approver',
    name: 'Marek Dvořák',
    email: 'approver@example.com',
    password: PASSWORD,
    totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  },
  {
    role: 'dpo',
    name: 'Claire Reuter',
    email: 'dpo@example.com',
    password: PASSWORD,
    totpSecret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  },
  {
    role: 'admin',
    name: 'Ралица Христова',
    email: 'admin@example.com',
    password: PASSWORD,
    totpSecret: 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE',
  },
];

/** Adds the people of the demo who are not there yet. @returns all of them, with what signs them in. */
export async function seedDemoStaff(): Promise<DemoSignIn[]> {
  for (const { email, name, role, password, totpSecret } of DEMO_STAFF) {
    await addStaff(
      { email, name, roles: [role], controllerIds: [] },
      { kind: 'system', id: 'portal' },
      { password, totpSecret, demo: true },
    );
  }
  return [...DEMO_STAFF];
}
