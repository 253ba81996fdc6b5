import type { Missing, Staff, StaffRole } from './types/staff';

const has = (staff: Staff, ...roles: readonly StaffRole[]): boolean => roles.some((role) => staff.roles.includes(role));

/** Works cases: reads them and changes them. */
export const mayWorkCases = (staff: Staff): boolean => has(staff, 'desk', 'approver', 'admin');

/** Is a second pair of eyes. Whether they are the second in this case is for `decide` to say. */
export const mayApprove = (staff: Staff): boolean => has(staff, 'approver', 'admin');

/** Reads every case and the log. Art. 38(6) GDPR: no task of the DPO may lead to a conflict of interests, hence no changes. */
export const mayOversee = (staff: Staff): boolean => has(staff, 'dpo');

/** Sets what holds for every controller alike, so only an administrator who sees all of them may. */
export const mayConfigure = (staff: Staff): boolean => has(staff, 'admin') && staff.controllerIds.length === 0;

/** Whether cases of this controller exist for them at all. */
export const seesController = (staff: Staff, controllerId: string): boolean =>
  staff.controllerIds.length === 0 || staff.controllerIds.includes(controllerId);

/** Which role an address of ours needs that somebody has not; `nothing` where a role would not help. @param path such as `/desk/staff` */
export function missingFor(staff: Staff, path: string): Missing {
  const [, part = '', , , page = ''] = path.split(/[/?]/);
  if (part === 'dpo') return mayOversee(staff) ? 'nothing' : 'oversee';
  if (!mayWorkCases(staff)) return 'workCases';
  if (page === 'approval' && !mayApprove(staff)) return 'approve';
  return /^\/desk\/staff/.test(path) && !mayConfigure(staff) ? 'configure' : 'nothing';
}

/** Where they begin after signing in. */
export const homeOf = (staff: Pick<Staff, 'roles'>): '/desk' | '/dpo' =>
  staff.roles.some((role) => role !== 'dpo') ? '/desk' : '/dpo';
