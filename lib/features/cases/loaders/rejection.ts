import 'server-only';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { DAYS_TO_REPLY, hadTheirChance, rejectionGrounds } from '@/lib/domain/case/endings';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { type CaseRow, rejectionOf } from '@/lib/features/case-file/data/case';
import type { RejectionView } from '@/lib/features/cases/types/page';
import { controller } from '@/lib/platform/controllers/registry';
import type { CaseKey } from '@/lib/platform/vault/case-key';
import { lookAtProposed } from './notice-look';
import { groundChoices } from './rights';

/** What it takes to say that identity was not shown, and what was proposed, with the letter that leaves once a second person agrees. */
export async function loadRejection(
  row: CaseRow,
  current: Case,
  { key, rules, names }: { key: CaseKey | null; rules: CaseRules; names: ReadonlyMap<string, string> },
  now: Date,
): Promise<RejectionView> {
  const written = key && rejectionOf(row, key);
  const on = localDateOf(current.receivedAt, controller(row.controllerId).definition.timezone);
  return {
    choices: groundChoices(
      current.rights.map(({ regime, right }) => ({ regime, right })),
      rejectionGrounds(current, rules),
      on,
    ),
    hadTheirChance: hadTheirChance(current, rules, now.toISOString()),
    daysToReply: DAYS_TO_REPLY,
    sheet: current.state === 'closed' ? null : await lookAtProposed(row, now),
    facts: written?.facts ?? '',
    unaskedBecause: written?.unaskedBecause ?? null,
    proposedById: current.rejection?.proposedById ?? null,
    proposedBy: current.rejection ? (names.get(current.rejection.proposedById) ?? '–') : null,
  };
}
