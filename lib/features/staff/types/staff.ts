/** `desk` works cases; `approver` also agrees to decisions of others; `dpo` reads everything and changes nothing; `admin` may do as an approver. */
export const STAFF_ROLES = ['desk', 'approver', 'dpo', 'admin'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Someone who signed in and may still. An empty list of controllers means every controller. */
export type Staff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly controllerIds: readonly string[];
};

/** What a sign-in needs, once; the password and the secret behind the URI are kept only sealed or hashed. */
export type NewSignIn = {
  readonly staffId: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly totpUri: string;
};

/** What a cookie carries: which session, nothing else. */
export type SessionClaims = { readonly sessionId: string };

/** A sign-in that was taken: its session, and the secret by which this browser is known next time. */
export type SignedIn = SessionClaims & { readonly staffId: string; readonly device: string };

/** `wait` carries the seconds in its detail. */
export type SignInRefusal = 'notSignedIn' | 'wait';

/** Somebody with a living session. Nothing is shown to them while somebody else knows their password. */
export type Present = { readonly staff: Staff; readonly sessionId: string; readonly mustChangePassword: boolean };

/** What somebody lacks for a page they asked for: an ability, or nothing that a role could give. */
export type Missing = 'workCases' | 'approve' | 'oversee' | 'configure' | 'nothing';
