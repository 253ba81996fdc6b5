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
export type NewSignIn = { readonly staffId: string; readonly password: string; readonly totpSecret: string; readonly totpUri: string };

/** What a session carries: nothing but who, and which generation of their sessions. */
export type SessionClaims = { readonly staffId: string; readonly sessionVersion: number };
