import { z } from 'zod';
import { code, count, day, digest, id } from '../../audit/shapes/schema';
import { loggedOnly } from '../../audit/story';

/** The days and the rules that every case counts by. */
export const RULE_KINDS = {
  // A day was added to a calendar's days off, or a holiday declared a working day; so many open cases have another last day for it.
  HolidayOverridden: loggedOnly(
    z.strictObject({ calendar: code, on: day, change: z.enum(['add', 'remove']), cases: count }),
  ),
  // That was taken back.
  HolidayOverrideWithdrawn: loggedOnly(
    z.strictObject({
      calendar: code,
      on: day,
      change: z.enum(['add', 'remove']),
      cases: count,
    }),
  ),
  // Counsel confirmed a rule of the law as it was worded then; their name stays in our own records.
  RuleConfirmed: loggedOnly(z.strictObject({ confirmationId: id, rule: code, fingerprint: digest })),
  // That word was taken back.
  RuleConfirmationWithdrawn: loggedOnly(z.strictObject({ confirmationId: id, rule: code, fingerprint: digest })),
};
