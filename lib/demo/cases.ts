import { z } from 'zod';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { LOCALES } from '@/lib/domain/locale';
import { handle } from '@/lib/features/cases/mutations/handle';
import { hasRequests } from '@/lib/features/requests/data';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controllers } from '@/lib/platform/controllers/registry';
import demoCases from './cases.json';

const casesSchema = z.array(
  z.strictObject({
    controllerId: z.string(),
    email: z.string(),
    name: z.string(),
    locale: z.enum(LOCALES),
    residence: z.string(),
    /** `<regime>:<right>` of lib/domain/law. */
    rights: z.array(z.string()),
    daysAgo: z.number(),
    confirmed: z.boolean(),
  }),
);

// One of each colour of the clock, so that the queue shows what it is for: late, soon, in time, and one that waits for a mailbox.
const CASES = casesSchema.parse(demoCases);

const DAY = 86_400_000;
const TEN_MINUTES = 600_000;

/** Requests that the demo's queue begins with, to the demo's controllers that are there. Where there is any case already, nothing is added. @returns how many were made */
export async function seedDemoCases(now: Date = new Date()): Promise<number> {
  if (await hasRequests()) return 0;
  const cases = CASES.filter(({ controllerId }) => controllers().has(controllerId));
  for (const { controllerId, daysAgo, confirmed, rights, ...who } of cases) {
    const receivedAt = new Date(now.getTime() - daysAgo * DAY);
    const answers: SubmittedAnswers = { ...who, rights, forWhom: 'self', details: '', identifiers: {} };
    const { caseId } = await submitAlone({ controllerId, answers, channel: 'form', receivedAt });
    if (confirmed)
      await handle(
        caseId,
        { type: 'ConfirmEmail', method: 'code' },
        { kind: 'requester', id: caseId },
        { at: new Date(receivedAt.getTime() + TEN_MINUTES) },
      );
  }
  return cases.length;
}
