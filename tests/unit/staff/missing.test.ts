import { expect, it } from 'vitest';
import { missingFor } from '@/lib/features/staff/ability';
import type { Staff, StaffRole } from '@/lib/features/staff/types/staff';

const staff = (...roles: StaffRole[]): Staff => ({
  id: 's',
  name: 'Marek',
  email: 'marek@example.com',
  roles,
  controllerIds: [],
});

it.each<[StaffRole, string, ReturnType<typeof missingFor>]>([
  ['desk', '/dpo', 'oversee'],
  ['desk', '/dpo/log?case=CA-1', 'oversee'],
  ['admin', '/dpo/cases/1', 'oversee'],
  ['dpo', '/desk', 'workCases'],
  ['dpo', '/desk?who=me', 'workCases'],
  ['desk', '/desk/cases/1/approval', 'approve'],
  ['approver', '/desk/cases/1/approval', 'nothing'],
  ['desk', '/desk/cases/approval', 'nothing'],
  ['desk', '/desk/staff', 'configure'],
  ['admin', '/desk/staff', 'nothing'],
  ['desk', '/desk/nowhere', 'nothing'],
  ['dpo', '/dpo/nowhere', 'nothing'],
])('to somebody with the role %s at %s the page says: %s', (role, path, missing) => {
  expect(missingFor(staff(role), path)).toBe(missing);
});
