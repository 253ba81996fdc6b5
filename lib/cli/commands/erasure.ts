import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { SourceError } from '@/lib/connectors/port';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { identityKindsOf } from '@/lib/domain/datamap/reach';
import { planDigest } from '@/lib/domain/erasure/plan';
import type { ErasurePlan, PlannedCollection } from '@/lib/domain/erasure/types';
import { REGIME_IDS, type RegimeId } from '@/lib/domain/law/types';
import { planErasure } from '@/lib/features/erasure/data';
import { agreedCase, carryOutErasure, planFor } from '@/lib/features/erasure/mutations';
import type { ErasureRefusal } from '@/lib/features/erasure/types';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { Busy } from '@/lib/platform/db/exclusive';
import { OperatorError } from '@/lib/platform/operator-error';
import { eachGiven, identitiesFrom } from '../given-identities';
import { settings } from '../settings';

type PlanOptions = { controller?: string; case?: string; identity: string[]; law: string[]; json: boolean };
type RunOptions = { case: string; plan: string; out?: string };

const isRegime = (id: string): id is RegimeId => (REGIME_IDS as readonly string[]).includes(id);

// The first of the laws is the one that most who ask without a case have in mind.
const USUAL_LAW = REGIME_IDS[0];

/** `rightsdesk erasure`: what would become of one person's records, and the carrying out of what was granted in a case. */
export const erasureCommand = new Command('erasure')
  .addCommand(
    new Command('plan')
      .description('Print what would go, be blanked and stay; nothing is changed')
      .option('--case <reference>', 'of a case whose erasure was granted and approved: by what its person is known by')
      .option('--controller <id>', 'without a case: folder of the controller in CONTROLLERS_DIR')
      .option(
        '--identity <kind=value>',
        'without a case: such as email=anna@example.com; may be repeated',
        eachGiven,
        [],
      )
      .option(
        '--law <id>',
        `without a case: ${REGIME_IDS.join(', ')}; ${USUAL_LAW} unless given; may be repeated`,
        eachGiven,
        [],
      )
      .option('--json', 'print the plan as JSON', false)
      .action((options: PlanOptions) => answered(() => printPlan(options))),
  )
  .addCommand(
    new Command('carry-out')
      .description(
        'Erase what the plan says, one transaction a system, search every system again and write the certificate; run again, it goes on where it was',
      )
      .requiredOption('--case <reference>', 'of a case whose erasure was granted by one person and approved by another')
      .requiredOption('--plan <digest>', 'of the plan that was looked at, as "erasure plan" prints it')
      .option('--out <file>', 'where the certificate is written as JSON; printed unless given')
      .action((options: RunOptions) => answered(() => carryOut(options))),
  );

async function answered(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof SourceError)
      throw new OperatorError(
        `A system did not answer: ${cause.message}. Run this again when it does: nothing is done twice.`,
      );
    if (cause instanceof Busy) throw new OperatorError('Somebody else is carrying out an erasure of this case.');
    throw cause;
  } finally {
    await closeDb();
  }
}

/** Ends with Ctrl-C, between two records of a system or before the first. */
function interruptible(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

async function printPlan({ json, ...options }: PlanOptions): Promise<void> {
  const plan = await (options.case === undefined ? planForIdentities(options) : planForCase(options.case));
  if (json) console.log(JSON.stringify({ digest: planDigest(plan), ...plan }));
  else for (const line of linesOf(plan)) console.log(line);
  process.exitCode = plan.problems.length > 0 ? 1 : 0;
}

async function planForCase(reference: string): Promise<ErasurePlan> {
  settings();
  const agreed = await agreedCase(reference);
  if (!agreed.ok) throw new OperatorError(REFUSED[agreed.reason]);
  return (await planFor(agreed.value.row, agreed.value.regimes, interruptible())).plan;
}

async function planForIdentities({ controller: id, identity, law }: Omit<PlanOptions, 'json'>): Promise<ErasurePlan> {
  const controller = controllers().get(id ?? '');
  if (!controller)
    throw new OperatorError(
      `${id === undefined ? 'Give --case, or --controller with --identity' : `There is no controller "${id}"`}. There are: ${[...controllers().keys()].join(', ')}.`,
    );
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

const REFUSED: Readonly<Record<ErasureRefusal, string>> = {
  unknownCase: 'There is no such case, or it was forgotten.',
  notAgreed:
    'No right of this case to have data erased is granted by one person, approved by another and still to be carried out.',
  otherPlan: 'What would go now is not what was looked at: look at the plan again. Its digest is now',
  problems: 'The plan cannot be carried out as the data map has it:',
  changed: 'A system is not what was agreed to, and nothing was erased there:',
  stillThere: 'Something was found again, so the erasure is not proved:',
};

async function carryOut({ case: reference, plan, out }: RunOptions): Promise<void> {
  settings();
  // On the other stream, so that the certificate can be read by a program.
  const report = (line: string): void => console.error(line);
  const done = await carryOutErasure({ reference, digest: plan, report }, interruptible());
  if (!done.ok) throw new OperatorError([REFUSED[done.reason], done.detail].filter((part) => part).join(' '));
  const certificate = JSON.stringify(done.value, null, 2);
  if (out === undefined) console.log(certificate);
  else writeFileSync(out, `${certificate}\n`, { mode: 0o600 });
  const left = done.value.systems.flatMap((one) => (one.erasedByTheProduct ? [] : one.system));
  report(
    left.length > 0
      ? `Erased and searched again. Still to be done by a person: ${left.join(', ')}. Then say in the case what was done.`
      : 'Erased and searched again. Say in the case what was done.',
  );
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
