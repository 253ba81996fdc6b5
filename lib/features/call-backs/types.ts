import type { AWAITED_JOBS } from '@/lib/features/case-file/upkeep/awaited';

/** The job that waits for a system, and what it is about. */
export type AwaitedBy = { readonly job: keyof typeof AWAITED_JOBS; readonly subjectId: string };

/** As a failed try is recorded: `taken` while the system is waited for, `noAnswer` once a person has it. */
export type Unanswered = { readonly reason: 'taken' | 'noAnswer'; readonly retryAt: string | null };
