import 'server-only';
import {
  earliestErasure,
  erasureOf,
  erasureWaits,
  isErasureHeld,
  type ErasureWait,
  stoppableUntil,
} from '@/lib/domain/case/erasing';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case, ErasureState } from '@/lib/domain/case/types';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { fatesOf } from '@/lib/domain/erasure/certificate';
import { erasureFile } from '@/lib/features/case-file/data/erasure';
import {
  type ErasedSystemWords,
  erasureWords,
  type PortalKeptWords,
  portalKeptWords,
} from '@/lib/features/cases/data/erasure-words';
import { controller } from '@/lib/platform/controllers/registry';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { CaseKey } from '@/lib/platform/vault/case-key';

/** The erasure of a case as the desk sees it. */
export type ErasureView = {
  readonly id: string;
  readonly state: ErasureState;
  readonly digest: string | null;
  readonly askedById: string;
  /** `rest`: what a hold kept of one that is proved waits for the end of the hold. */
  readonly waits: readonly (ErasureWait | 'rest')[];
  /** Until when the person can stop it; null where they are given no time, or before anybody agreed. */
  readonly until: LocalDate | null;
  readonly coolingOffDays: number;
  readonly systems: readonly ErasedSystemWords[];
  readonly portal: PortalKeptWords | null;
  /** What stands in the way of agreeing to it, and what was not as it had been agreed to. */
  readonly problems: readonly string[];
  readonly changes: { readonly system: string; readonly detail: readonly string[] } | null;
  readonly failure: string | null;
  readonly retryAt: Date | null;
};

/** @param key null once the case is forgotten */
export async function loadErasure(
  current: Case,
  key: CaseKey | null,
  rules: CaseRules,
  now: string,
): Promise<ErasureView | null> {
  const work = erasureOf(current);
  if (work === null || key === null) return null;
  const { made, changes, certificate, failure, retryAt } = await erasureFile(work.id, key);
  const { dataMap, definition } = controller(current.controllerId);
  const on = earliestErasure(work, rules.today(now));
  const fates = certificate ?? (made ? fatesOf(made.plan, made.facts, on) : { systems: [] });
  return {
    id: work.id,
    state: work.state,
    digest: work.digest,
    askedById: work.askedById,
    waits: work.state === 'approved' ? erasureWaits(current, work, rules, now) : isErasureHeld(current) ? ['rest'] : [],
    until: stoppableUntil(work),
    coolingOffDays: definition.erasure.coolingOffDays,
    systems: erasureWords(fates.systems, dataMap, 'en', certificate === null ? { on } : 'done'),
    portal: portalKeptWords(fates.portal, 'en'),
    problems: (made?.plan.problems ?? []).map(({ kind, detail }) =>
      kind === 'noGround' ? t('erasure.noGround', { law: t(`regime.${detail}`) }) : detail,
    ),
    changes: changes && {
      system: dataMap.systems.find(({ id }) => id === changes.systemId)?.name.en ?? changes.systemId,
      detail: [
        ...(changes.kinds.includes('stillThere') ? [t('erasure.change.stillThere')] : []),
        ...(changes.kinds.includes('held') ? [t('erasure.change.held')] : []),
        ...(changes.kinds.includes('noLogin') ? [t('erasure.change.noLogin')] : []),
        ...changes.detail,
      ],
    },
    failure,
    retryAt,
  };
}
