import type { Staff } from './staff';

export type Account = Staff & {
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  readonly sessions: number;
  readonly lastSeenAt: Date | null;
  /** How far the newest mail to them is. */
  readonly newestMail: { readonly state: string; readonly lastFailure: string | null } | null;
};

export type AccountRefusal = 'oneself' | 'unknown' | 'lastAdmin';

export type PasswordRefusal = 'wrong';
