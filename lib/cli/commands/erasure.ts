import { Command } from 'commander';
import { SourceError } from '@/lib/connectors/port';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { identityKindsOf } from '@/lib/domain/datamap/reach';
import { planDigest } from '@/lib/domain/erasure/plan';
import type { ErasurePlan, PlannedCollection } from '@/lib/domain/erasure/types';
import { REGIME_IDS, type RegimeId } from '@/lib/domain/law/types';
import { planErasure } from '@/lib/features/erasure/data';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { eachGiven, identitiesFrom } from '../given-identities';

type PlanOptions = { controller: string; identity: string[]; law: string[]; json: boolean };

const isRegime = (id: string): id is RegimeId => (REGIME_IDS as readonly string[]).includes(id);

// The first of the laws is the one that most who ask without a case have in mind.
const USUAL_LAW = REGIME_IDS[0];

/** `rightsdesk erasure`: what would become of one person's records. Carried out is only what people agreed to in a case. */
export const erasureCommand = new Command('erasure').addCommand(
  new Command('plan')
    .description('Print what would go, be blanked and stay; nothing is changed')
    .requiredOption('--controller <id>', 'folder of the controller in CONTROLLERS_DIR')
    .option('--identity <kind=value>', 'such as email=anna@example.com; may be repeated', eachGiven, [])
    .option('--law <id>', `${REGIME_IDS.join(', ')}; ${USUAL_LAW} unless given; may be repeated`, eachGiven, [])
    .option('--json', 'print the plan as JSON', false)
    .action((options: PlanOptions) => answered(() => printPlan(options))),
);

async function answered(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof SourceError)
      throw new OperatorError(`A system did not answer: ${cause.message}. Run this again when it does.`);
    throw cause;
  } finally {
    await closeDb();
  }
}

async function printPlan({ json, ...options }: PlanOptions): Promise<void> {
  const plan = await planForIdentities(options);
  if (json) console.log(JSON.stringify({ digest: planDigest(plan), ...plan }));
  else for (const line of linesOf(plan)) console.log(line);
  process.exitCode = plan.problems.length > 0 ? 1 : 0;
}

async function planForIdentities({ controller: id, identity, law }: Omit<PlanOptions, 'json'>): Promise<ErasurePlan> {
  const controller = controllers().get(id);
  if (!controller)
    throw new OperatorError(`There is no controller "${id}". There are: ${[...controllers().keys()].join(', ')}.`);
  const strange = law.find((one) => !isRegime(one));
  if (strange !== undefined)
    throw new OperatorError(`--law must be one of ${REGIME_IDS.join(', ')}, not "${strange}".`);
  const { dataMap, definition } = controller;
  const { plan } = await planErasure({
    dataMap,
    identities: identitiesFrom(identity, identityKindsOf(dataMap)),
    regimes: law.length > 0 ? law.filter(isRegime) : [USUAL_LAW],
    asOf: localDateOf(new Date().toISOString(), definition.timezone),
  });
  return plan;
}

function linesOf(plan: ErasurePlan): string[] {
  return [
    ...plan.systems.flatMap(({ systemId, by, collections }) => [
      by === 'product' ? systemId : `${systemId}: no login for changing was given, so a person does it`,
      ...collections.map((one) => `  ${one.collectionId.padEnd(36)} ${fateLine(one)}`),
    ]),
    ...plan.problems.map(
      ({ detail, kind }) => `✗ ${kind === 'noGround' ? `${detail} has no ground to keep this` : detail}`,
    ),
    `plan ${planDigest(plan)}`,
  ];
}

function fateLine({ fate, facts, keep }: PlannedCollection): string {
  if (fate === 'shared') return 'is not the person’s';
  if (fate === 'unsaid') return 'the data map does not say whose it is';
  if (facts === null) return fate === 'keep' ? 'stays, on its ground' : 'goes';
  const { erased, blanked, anonymised, kept, others, keptUntil, undated } = facts;
  const until = [keptUntil ? `until ${keptUntil}` : '', undated > 0 ? `${undated} without a day` : ''].filter(
    (part) => part !== '',
  );
  const parts = [
    erased > 0 && `${erased} deleted`,
    blanked > 0 && `${blanked} blanked, since a record that stays refers to them`,
    anonymised > 0 && `${anonymised} without what leads to the person`,
    kept > 0 && `${kept} kept, ${[...(keep?.grounds ?? []), ...until].join(', ')}`,
    others > 0 && `${others} left, since others’ records name them too`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join('; ') : 'nothing';
}
