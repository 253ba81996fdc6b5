import type { Actor } from '@/lib/domain/case/actor';
import { awaitsDesk } from '@/lib/domain/case/carry-out';
import { certificateOf, type ErasureCertificate } from '@/lib/domain/erasure/certificate';
import { planDigest } from '@/lib/domain/erasure/plan';
import type { SystemFacts } from '@/lib/domain/erasure/types';
import type { RegimeId } from '@/lib/domain/law/types';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { ERASING_RIGHTS } from '@/lib/domain/law/erasing-rights';
import { eraseOnce } from '@/lib/connectors/erase-once';
import { openEraser } from '@/lib/connectors/open';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, type CaseRow, keyOf, rulesOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { controller } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { exclusively } from '@/lib/platform/db/exclusive';
import { newId } from '@/lib/platform/ids';
import { openJson, sealJson } from '@/lib/platform/vault/case-key';
import { journalOf, planErasure, stillFound } from './data';
import type { ErasureRefusal, MadePlan } from './types';

const WORKER: Actor = { kind: 'system', id: 'worker' };

type Asked = {
  readonly reference: string;
  /** Of the plan that was looked at; a run that was killed is taken up by the same one. */
  readonly digest: string;
  /** Hears how far it has come. */
  readonly report: (line: string) => void;
};

/** The case of this reference, where one person granted that its data be erased and another one approved it, and the laws it is for. */
export async function agreedCase(
  reference: string,
): Promise<Result<{ row: CaseRow; regimes: readonly RegimeId[] }, ErasureRefusal>> {
  const found = await db().case.findUnique({ where: { reference }, select: { id: true } });
  const row = found && (await caseRow(found.id));
  if (!row?.key?.wrappedKey) return refuse('unknownCase');
  const rules = rulesOf(row, await calendarsInForce(db()));
  const current = caseOf(row);
  if (current.state !== 'preparing' && current.state !== 'ready') return refuse('notAgreed');
  const agreed = current.rights.filter((item) => ERASING_RIGHTS.includes(item.right) && awaitsDesk(item, rules));
  return agreed.length === 0
    ? refuse('notAgreed')
    : ok({ row, regimes: [...new Set(agreed.map(({ regime }) => regime))] });
}

/** What would be erased for a case today, by what its person was shown to be known by. @throws SourceError */
export async function planFor(row: CaseRow, regimes: readonly RegimeId[], signal: AbortSignal): Promise<MadePlan> {
  const { dataMap } = controller(row.controllerId);
  const { identities } = await knownBy(row);
  const rules = rulesOf(row, await calendarsInForce(db()));
  const asOf = rules.today(new Date().toISOString());
  return planErasure({ dataMap, identities, regimes, asOf }, process.env, signal);
}

/**
 * Carries out the plan of this digest, system by system, each in one transaction, and searches every one of them again. Tried again after
 * whatever stopped it, it goes on where it was and reports the whole. What happened in each system is in the log and in the certificate.
 * @throws SourceError where a system does not answer; what was erased before stays erased, and known
 */
export function carryOutErasure(
  asked: Asked,
  signal: AbortSignal,
): Promise<Result<ErasureCertificate, ErasureRefusal>> {
  return exclusively(`erasure:${asked.reference}`, signal, (alone) => carryOut(asked, alone));
}

async function carryOut(
  { reference, digest, report }: Asked,
  signal: AbortSignal,
): Promise<Result<ErasureCertificate, ErasureRefusal>> {
  const agreed = await agreedCase(reference);
  if (!agreed.ok) return agreed;
  const { row, regimes } = agreed.value;
  const begun = await begin(row, regimes, digest, signal);
  if (!begun.ok) return begun;
  const { erasureId, plan, erasures, facts } = begun.value;
  const { dataMap } = controller(row.controllerId);
  const done = new Map<string, SystemFacts>();
  for (const erasure of erasures) {
    const { systemId } = erasure;
    const approved = facts.get(systemId);
    if (!approved) continue;
    const eraser = openEraser(dataMap.systems.find(({ id }) => id === systemId)!);
    if (!eraser) return refuse('changed', `${systemId} has no login for changing any more`);
    const progress = async (collectionId: string, records: number) => report(`${collectionId}: ${records}`);
    const erased = await eraseOnce(
      eraser,
      erasure,
      approved,
      journalOf(erasureId, systemId, keyOf(row)),
      progress,
      signal,
    );
    if (erased.kind === 'changed')
      return refuse('changed', `${systemId}: ${JSON.stringify([...erased.changes, ...erased.obstacles])}`);
    done.set(systemId, erased.facts);
  }
  const left = await stillFound(dataMap, erasures, done, signal);
  if (left.length > 0) return refuse('stillThere', left.join('; '));
  return ok(
    await prove(
      row,
      erasureId,
      certificateOf(plan, done, {
        reference,
        controller: row.controllerId,
        plan: digest,
        searchedAgainAt: new Date().toISOString(),
      }),
    ),
  );
}

type Begun = MadePlan & { readonly erasureId: string };

type Sealed = { plan: MadePlan['plan']; erasures: MadePlan['erasures']; facts: [string, SystemFacts][] };

/** The plan as it was begun before, or as it is now where that is the one that was looked at. */
async function begin(
  row: CaseRow,
  regimes: readonly RegimeId[],
  digest: string,
  signal: AbortSignal,
): Promise<Result<Begun, ErasureRefusal>> {
  const key = keyOf(row);
  const before = await db().erasure.findUnique({
    where: { caseId_planDigest: { caseId: row.id, planDigest: digest } },
  });
  if (before) {
    const { plan, erasures, facts } = openJson(key, before.sealedPlan, `erasure:${before.id}`) as Sealed;
    return ok({ erasureId: before.id, plan, erasures, facts: new Map(facts) });
  }
  const made = await planFor(row, regimes, signal);
  if (made.plan.problems.length > 0)
    return refuse('problems', made.plan.problems.map(({ detail }) => detail).join('; '));
  const now = planDigest(made.plan);
  if (now !== digest) return refuse('otherPlan', now);
  const erasureId = newId();
  const at = new Date();
  await transaction(async (tx) => {
    const sealed: Sealed = { plan: made.plan, erasures: made.erasures, facts: [...made.facts] };
    await tx.erasure.create({
      data: {
        id: erasureId,
        caseId: row.id,
        planDigest: digest,
        sealedPlan: sealJson(key, sealed, `erasure:${erasureId}`),
        begunAt: at,
      },
    });
    await appendAudit(
      tx,
      WORKER,
      scopeOf(row),
      [{ kind: 'ErasureStarted', data: { systems: [...made.facts.keys()] } }],
      at,
    );
  });
  return ok({ erasureId, ...made });
}

const scopeOf = ({ id, controllerId, reference }: CaseRow) => ({ controllerId, caseId: id, reference });

/** Says once in the log that every system was searched again. */
async function prove(row: CaseRow, erasureId: string, certificate: ErasureCertificate): Promise<ErasureCertificate> {
  const at = new Date(certificate.searchedAgainAt);
  await transaction(async (tx) => {
    const { count } = await tx.erasure.updateMany({ where: { id: erasureId, provedAt: null }, data: { provedAt: at } });
    if (count === 0) return;
    const systems = certificate.systems.flatMap((one) =>
      one.erasedByTheProduct
        ? [
            {
              system: one.system,
              deleted: sumOf(one.collections.map(({ deleted }) => deleted)),
              blanked: sumOf(one.collections.map(({ blanked, anonymised }) => blanked + anonymised)),
              kept: sumOf(one.collections.map(({ kept }) => kept)),
            },
          ]
        : [],
    );
    await appendAudit(tx, WORKER, scopeOf(row), [{ kind: 'ErasureProved', data: { systems } }], at);
  });
  return certificate;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
