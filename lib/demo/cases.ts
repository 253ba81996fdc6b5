import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { handle } from '@/lib/features/cases/mutations/handle';
import { hasRequests } from '@/lib/features/requests/data';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controllers } from '@/lib/platform/controllers/registry';

type DemoCase = {
  readonly controllerId: 'callsapp' | 'sessia';
  readonly email: string;
  readonly name: string;
  readonly locale: SubmittedAnswers['locale'];
  readonly residence: string;
  readonly rights: readonly string[];
  readonly daysAgo: number;
  readonly confirmed: boolean;
};

// One of each colour of the clock, so that the queue shows what it is for: late, soon, in time, and one that waits for a mailbox.
const CASES: readonly DemoCase[] = [
  {
    controllerId: 'callsapp',
    email: 'olga.vetrova@example.com',
    name: 'Ольга Ветрова',
    locale: 'ru',
    residence: 'BG',
    rights: ['GDPR:objection'],
    daysAgo: 34,
    confirmed: true,
  },
  {
    controllerId: 'sessia',
    email: 'georgi.petrov@example.bg',
    name: 'Георги Петров',
    locale: 'bg',
    residence: 'BG',
    rights: ['GDPR:access', 'GDPR:portability'],
    daysAgo: 26,
    confirmed: true,
  },
  {
    controllerId: 'callsapp',
    email: 'paul.klein@example.lu',
    name: 'Paul Klein',
    locale: 'en',
    residence: 'LU',
    rights: ['GDPR:access', 'GDPR:erasure'],
    daysAgo: 20,
    confirmed: true,
  },
  {
    controllerId: 'sessia',
    email: 'stefan.kolev@example.bg',
    name: 'Стефан Колев',
    locale: 'bg',
    residence: 'BG',
    rights: ['GDPR:erasure'],
    daysAgo: 9,
    confirmed: true,
  },
  {
    controllerId: 'callsapp',
    email: 'heavy@example.lu',
    name: 'Henri Schroeder',
    locale: 'en',
    residence: 'LU',
    rights: ['GDPR:access'],
    daysAgo: 4,
    confirmed: true,
  },
  {
    controllerId: 'callsapp',
    email: 'claire.fontaine@partner.example.com',
    name: 'Claire Fontaine',
    locale: 'en',
    residence: 'FR',
    rights: ['GDPR:objection_marketing'],
    daysAgo: 1,
    confirmed: false,
  },
];

const DAY = 86_400_000;
const TEN_MINUTES = 600_000;

/** Requests that the demo's queue begins with, to the demo's controllers that are there. Where there is any case already, nothing is added. @returns how many were made */
export async function seedDemoCases(now: Date = new Date()): Promise<number> {
  if (await hasRequests()) return 0;
  const cases = CASES.filter(({ controllerId }) => controllers().has(controllerId));
  for (const { controllerId, daysAgo, confirmed, rights, ...who } of cases) {
    const receivedAt = new Date(now.getTime() - daysAgo * DAY);
    const answers: SubmittedAnswers = { ...who, rights: [...rights], forWhom: 'self', details: '', identifiers: {} };
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
