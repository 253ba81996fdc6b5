import { z } from 'zod';
import { OVERRIDE_CHANGES } from '@/lib/domain/calendar/holiday-calendar';
import { PROGRESS } from '@/lib/domain/case/progress';
import { STEP_KEYS } from '@/lib/domain/case/step';
import { MAIL_STATES, NOTICE_KINDS, NOTICE_STATES } from '@/lib/domain/case/notices';
import {
  BUNDLE_STATES,
  CASE_STATES,
  CLOSED_HOW,
  EFFECT_STATES,
  ERASURE_STATES,
  EXCUSES,
  LIFTING_STATES,
  MANDATE_ANSWERS,
  MESSAGE_AUTHORS,
  MESSAGE_PURPOSES,
  OPEN_STATES,
  REDACTION_SCOPES,
  REMINDER_MARKS,
  SOURCE_RESULTS,
  TASK_STATES,
  TOLD_STEPS,
} from '@/lib/domain/case/types';
import { IDENTITY_METHODS, RETURN_REASONS } from '@/lib/domain/case/reasons';
import { LIFT_REASONS, RESTRICTED_FOR } from '@/lib/domain/law/restriction';
import { CARRIED_STEPS } from '@/lib/domain/law/right-effects';
import { FOR_WHOM } from '@/lib/domain/intake/answers';
import { CLOCK_KINDS, OUTCOMES, REGIME_IDS, RIGHT_IDS } from '@/lib/domain/law/types';

// The columns that hold one of a closed list, parsed by it where a row leaves the database. The database has the same lists as constraints,
// `<Table>_<column>_listed`; tests/integration/schema/listed-columns.test.ts holds one against the other. Languages, places, grounds and what
// a controller's definition names are no closed lists.

export const caseColumns = z.object({
  state: z.enum(CASE_STATES),
  forWhom: z.enum(FOR_WHOM),
  nextStep: z.enum([...STEP_KEYS, 'none']),
  identityMethod: z.enum(IDENTITY_METHODS).nullable(),
  returnedFor: z.enum(RETURN_REASONS).nullable(),
  closedHow: z.enum(CLOSED_HOW).nullable(),
  closedFrom: z.enum(OPEN_STATES).nullable(),
});

export const rightColumns = z.object({
  regime: z.enum(REGIME_IDS),
  right: z.enum(RIGHT_IDS),
  outcome: z.enum(OUTCOMES).nullable(),
  restrictedFor: z.enum(RESTRICTED_FOR).nullable(),
});

/** What the person whose data it is said of whoever acts for them. */
export const mandateColumns = z.object({ answer: z.enum(MANDATE_ANSWERS).nullable() });

export const progressColumns = z.object({ progress: z.enum(PROGRESS) });

export const reminderColumns = z.object({
  regime: z.enum(REGIME_IDS),
  clock: z.enum(CLOCK_KINDS),
  mark: z.enum(REMINDER_MARKS),
});

export const noticeColumns = z.object({ kind: z.enum(NOTICE_KINDS), state: z.enum(NOTICE_STATES) });

export const messageColumns = z.object({
  author: z.enum(MESSAGE_AUTHORS),
  about: z.enum(MESSAGE_PURPOSES).nullable(),
});

export const taskColumns = z.object({ state: z.enum(TASK_STATES) });

export const effectColumns = z.object({ step: z.enum(CARRIED_STEPS), state: z.enum(EFFECT_STATES) });

export const liftingColumns = z.object({ state: z.enum(LIFTING_STATES), why: z.enum(LIFT_REASONS) });

export const recipientColumns = z.object({
  step: z.enum(TOLD_STEPS),
  state: z.enum(MAIL_STATES).nullable(),
  excusedFor: z.enum(EXCUSES).nullable(),
});

export const resultColumns = z.object({ result: z.enum(SOURCE_RESULTS) });

export const redactionColumns = z.object({ scope: z.enum(REDACTION_SCOPES) });

export const bundleColumns = z.object({ state: z.enum(BUNDLE_STATES) });

export const erasureColumns = z.object({ state: z.enum(ERASURE_STATES) });

export const overrideColumns = z.object({ change: z.enum(OVERRIDE_CHANGES) });
