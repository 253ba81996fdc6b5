import { z } from 'zod';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';

export const PASSWORD_MIN = 12;

/** What an administrator may do to somebody's way in. */
export const ACCOUNT_STEPS = ['disable', 'enable', 'resetPassword', 'resetTotp', 'signOut', 'unlock'] as const;

export type AccountStep = (typeof ACCOUNT_STEPS)[number];

export const accountStepSchema = z.object({ staffId: z.uuid(), step: z.enum(ACCOUNT_STEPS) });

export const rolesSchema = z.object({ staffId: z.uuid(), roles: z.array(z.enum(STAFF_ROLES)).min(1) });

/** What the demo prints is no password for anybody. */
export const newPasswordSchema = z
  .object({
    current: z.string().min(1).max(256),
    next: z.string().max(256),
    again: z.string().max(256),
    totp: z.string().transform((text) => text.replace(/\s/g, '')),
  })
  .refine(({ next }) => [...next].length >= PASSWORD_MIN, 'tooShort')
  .refine(({ next }) => next !== 'demo-rightsdesk', 'known')
  .refine(({ next, again }) => next === again, 'notTheSame')
  .refine(({ next, current }) => next !== current, 'unchanged');

export type NewPassword = z.output<typeof newPasswordSchema>;

/** What a form says after it was sent: a key of its texts, and what is shown once. */
export type AccountState = {
  readonly said: string | null;
  readonly wrong: boolean;
  readonly secret: string | null;
  readonly mark?: string;
  readonly turn: number;
};

export const NOTHING_SAID: AccountState = { said: null, wrong: false, secret: null, turn: 0 };
