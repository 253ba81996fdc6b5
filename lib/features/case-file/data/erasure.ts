import type { ErasureCertificate } from '@/lib/domain/erasure/certificate';
import { mergedKeys } from '@/lib/domain/erasure/staying';
import type { ErasureChangeKind, Keys, MadePlan, SystemFacts } from '@/lib/domain/erasure/types';
import { db, type Db } from '@/lib/platform/db/client';
import { type CaseKey, openJson } from '@/lib/platform/vault/case-key';

type SealedPlan = Omit<MadePlan, 'facts'> & { readonly facts: readonly (readonly [string, SystemFacts])[] };

/** What kept a system from being erased, in sentences for the desk. */
export type ErasureChanges = {
  readonly systemId: string;
  readonly kinds: readonly ErasureChangeKind[];
  readonly detail: readonly string[];
};

/** What lies sealed beside an erasure: its plan, once made; what stopped it; what it certifies. */
export type ErasureFile = {
  readonly made: MadePlan | null;
  readonly changes: ErasureChanges | null;
  readonly certificate: ErasureCertificate | null;
  readonly failure: string | null;
  readonly retryAt: Date | null;
  readonly provedAt: Date | null;
};

export const erasedContext = (erasureId: string, systemId: string): string => `erased:${erasureId}:${systemId}`;

/**
 * What was counted in each system as it was erased, over every plan of a case, the first one first. Where a system without transactions stopped
 * half-way, what had gone by then is part of it.
 */
export async function erasedFacts(
  caseId: string,
  key: CaseKey,
  tx: Db = db(),
): Promise<readonly (readonly [string, SystemFacts, string])[]> {
  const rows = await tx.erasedSystem.findMany({
    where: { erasure: { caseId } },
    orderBy: { erasure: { askedAt: 'asc' } },
  });
  return rows.flatMap(({ systemId, erasureId, state, sealedFacts }) => {
    const facts = openJson(key, sealedFacts, erasedContext(erasureId, systemId)) as SystemFacts;
    return state === 'erased' || facts.records ? [[systemId, facts, erasureId] as const] : [];
  });
}

export const stayingContext = (erasureId: string, systemId: string, part: number): string =>
  `staying:${erasureId}:${systemId}:${part}`;

/**
 * Keys that led to a person's records in every plan of a case that began to erase, by their `keysId`: those that led from system to system,
 * and those of what was erased or blanked while something stayed behind it.
 */
export async function keysBefore(caseId: string, key: CaseKey): Promise<ReadonlyMap<string, Keys>> {
  const begun = await db().erasedSystem.findMany({
    where: { erasure: { caseId } },
    select: { erasureId: true, systemId: true },
  });
  const all: [string, Keys][] = [];
  for (const erasureId of new Set(begun.map((one) => one.erasureId))) {
    const { made } = await erasureFile(erasureId, key);
    for (const { carried } of made?.erasures ?? []) all.push(...Object.entries(carried));
  }
  for (const { erasureId, systemId } of begun)
    for (const { part, keysId, sealedKeys } of await db().stayingKeys.findMany({ where: { erasureId, systemId } }))
      all.push([keysId, openJson(key, sealedKeys, stayingContext(erasureId, systemId, part)) as Keys]);
  return new Map(Object.entries(mergedKeys({}, all)));
}

export async function erasureFile(erasureId: string, key: CaseKey, tx: Db = db()): Promise<ErasureFile> {
  const row = await tx.erasure.findUniqueOrThrow({ where: { id: erasureId }, omit: { sealedCertificateZip: true } });
  const opened = <T>(sealed: Uint8Array | null, label: string): T | null =>
    sealed && (openJson(key, sealed, `${label}:${erasureId}`) as T);
  const plan = row.sealedPlan && (openJson(key, row.sealedPlan, `erasure:${erasureId}`) as SealedPlan);
  return {
    made: plan && { ...plan, facts: new Map(plan.facts) },
    changes: opened<ErasureChanges>(row.sealedChanges, 'erasureChanges'),
    certificate: opened<ErasureCertificate>(row.sealedCertificate, 'certificate'),
    failure: row.failure,
    retryAt: row.retryAt,
    provedAt: row.provedAt,
  };
}
