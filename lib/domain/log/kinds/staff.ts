import { z } from 'zod';
import { code, count, id, instant, nothing } from '../../audit/shapes/schema';
import { loggedOnly } from '../../audit/story';

/** Who works here and signs in: no part of how a case went. */
export const STAFF_KINDS = {
  // A member of staff signed in.
  StaffSignedIn: loggedOnly(z.strictObject({ method: code })),
  // A sign-in did not succeed; no id when the name is unknown to us.
  SignInFailed: loggedOnly(
    z.strictObject({ reason: z.enum(['credentials', 'totp', 'replayed', 'disabled', 'tooMany']) }),
  ),
  // A member of staff signed out.
  StaffSignedOut: loggedOnly(nothing),
  // Someone may sign in from now on.
  StaffAdded: loggedOnly(z.strictObject({ staffId: id, role: code })),
  // Someone's role is another one now.
  StaffRoleChanged: loggedOnly(z.strictObject({ staffId: id, role: code })),
  // Someone may no longer sign in.
  StaffDisabled: loggedOnly(z.strictObject({ staffId: id })),
  // Someone may sign in again.
  StaffEnabled: loggedOnly(z.strictObject({ staffId: id })),
  // Someone got a new password, to be changed at the next sign-in.
  StaffPasswordReplaced: loggedOnly(z.strictObject({ staffId: id })),
  // Someone chose a password of their own.
  StaffPasswordChanged: loggedOnly(nothing),
  // Someone got a new secret for their code.
  StaffTotpReplaced: loggedOnly(z.strictObject({ staffId: id })),
  // Someone was signed out everywhere, or everywhere else.
  StaffSessionsEnded: loggedOnly(z.strictObject({ staffId: id, sessions: count })),
  // What failed tries had slowed down for someone goes on as usual.
  StaffUnlocked: loggedOnly(z.strictObject({ staffId: id })),
  // So many more refusals of a kind happened between two times than were logged one by one.
  RefusalsCounted: loggedOnly(z.strictObject({ of: code, more: count, from: instant, until: instant })),
  // Someone tried what their role does not allow.
  AccessRefused: loggedOnly(z.strictObject({ action: code })),
};
