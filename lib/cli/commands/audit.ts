import { Command } from 'commander';
import { headOfNote } from '@/lib/domain/audit/checkpoint';
import type { LogFault } from '@/lib/domain/audit/faults';
import { verifierKey } from '@/lib/domain/audit/signed-note';
import { verifyExportedLog, type LogRefusal, type VerifiedLog } from '@/lib/domain/log/verify-export';
import { checkLog } from '@/lib/features/log/data/check';
import { closeDb } from '@/lib/platform/db/client';
import { dpoText } from '@/lib/platform/i18n/desk';
import { type KeptCheckpoint, parseKept } from '@/lib/platform/kept-checkpoints';
import { OperatorError } from '@/lib/platform/operator-error';
import { verifyLines } from '../exported-lines';
import { readNamed } from '../named-file';
import { requireOwnInstance } from '../own-instance';
import { settings } from '../settings';
import { readKeys } from '../trusted-keys';

const REFUSALS: Record<LogRefusal, string> = {
  notAnExport: 'The file is not an exported log of Rightsdesk, or not whole.',
  notAVerifierKey: 'The key in the file is damaged: do not rely on this log.',
  notANote: 'A checkpoint in it is not a signed note: do not rely on this log.',
  notSignedByKey: 'A checkpoint was not signed by this key: do not rely on this log.',
  badSignature: 'A signature is wrong: a checkpoint was changed after it was signed.',
  notACheckpoint: 'A signed note in it is not a checkpoint.',
  entryNotInLog: 'An event is not in the log as it stands here: it was changed, moved or put in afterwards.',
  entryTwice: 'An event stands in two places.',
  historyRewritten: 'The log is not a continuation of an older checkpoint: its past was written anew.',
  checkpointNotCovered: 'The file does not speak of the checkpoint you kept: ask for an export that covers it.',
};

async function verify(file: string, flags: { key?: string; against?: string; json?: boolean }): Promise<void> {
  const key = flags.key === undefined ? undefined : (await readKeys(flags.key)).logs;
  if (key?.length === 0)
    throw new OperatorError(
      `${flags.key} holds no key of a log. Give the published rightsdesk-keys.json or a verifier key.`,
    );
  const remembered = flags.against === undefined ? [] : (await keptOf(flags.against)).map(({ note }) => note);
  // As it is exported it is read line by line; written another way it has to be read as a whole.
  const checked =
    (await verifyLines(file, key, remembered)) ??
    verifyExportedLog(await readNamed(file, 'the exported log'), key, remembered);
  if (!checked.ok) process.exitCode = 1;
  if (flags.json)
    return console.log(JSON.stringify(checked.ok ? { ok: true, ...plain(checked.value) } : checked, null, 2));
  if (!checked.ok)
    return console.error(`${REFUSALS[checked.reason]}${checked.detail === undefined ? '' : ` (${checked.detail})`}`);
  show(checked.value, key !== undefined);
}

const plain = ({ key, checkpoint, earlier, ...counts }: VerifiedLog) => ({
  ...counts,
  verifierKey: verifierKey(key),
  origin: checkpoint.origin,
  size: checkpoint.size,
  root: Buffer.from(checkpoint.root).toString('hex'),
  earlierSizes: earlier.map(({ size }) => size),
});

function show(log: VerifiedLog, trusted: boolean): void {
  const { checkpoint, sealed, unsealed, complete, key } = log;
  console.log(
    `✓ ${sealed} events are in the log ${checkpoint.origin}, unchanged and in their places, of ${checkpoint.size} up to the checkpoint`,
  );
  if (complete) console.log('  that is the whole log up to there');
  if (unsealed > 0) console.log(`  ${unsealed} events are newer than the checkpoint: nothing is shown about them yet`);
  console.log(`  key ${verifierKey(key)}`);
  if (!trusted)
    console.error('The key is from the file itself: compare it with the published one, or give that one with --key.');
}

/** A fault of the live log, in a sentence. */
function faultLine({ kind, ...places }: LogFault): string {
  return dpoText(
    `health.fault.${kind}`,
    Object.fromEntries(Object.entries(places).map(([name, value]) => [name, value === null ? '–' : String(value)])),
  );
}

/** Checkpoints of a file: those that the worker keeps, one on each line, or a single note as it was mailed. */
async function keptOf(file: string): Promise<KeptCheckpoint[]> {
  const text = await readNamed(file, 'the checkpoints you kept');
  const lines = parseKept(text);
  if (lines.length > 0) return lines;
  const head = headOfNote(text);
  if (!head) throw new OperatorError(`${file} holds no checkpoint: give the kept file, or a note as it was mailed.`);
  return [
    {
      size: head.size,
      root: Buffer.from(head.root).toString('base64'),
      signedAt: new Date(0).toISOString(),
      note: text,
    },
  ];
}

async function check(flags: { against?: string; json?: boolean }): Promise<void> {
  settings();
  try {
    await requireOwnInstance();
    const log = await checkLog(flags.against === undefined ? undefined : await keptOf(flags.against));
    if (log.faults.length > 0) process.exitCode = 1;
    if (flags.json) return console.log(JSON.stringify({ ok: log.faults.length === 0, ...log }, null, 2));
    for (const fault of log.faults) console.error(`✗ ${faultLine(fault)}`);
    if (log.faults.length === 0)
      console.log(
        `✓ ${log.size} events are as they were written and sealed; ${log.unsealed} newer ones are not sealed yet`,
      );
  } finally {
    await closeDb();
  }
}

export const auditCommand = new Command('audit')
  .addCommand(
    new Command('check')
      .description(
        'Check the log in the database, against the checkpoints kept outside it too; exit code 1 when somebody changed it',
      )
      .option(
        '--against <file>',
        'checkpoints kept in another place than CHECKPOINT_FILE: such a file, or a note as it was mailed',
      )
      .option('--json', 'print the result as JSON')
      .action(check),
  )
  .addCommand(
    new Command('verify')
      .description('Check an exported log without network and without us; exit code 1 when anything in it was changed')
      .argument('<file>', 'the exported log')
      .option(
        '--key <file>',
        "the log's public key from another place than the file: the published rightsdesk-keys.json, or a verifier key",
      )
      .option(
        '--against <file>',
        'checkpoints kept from earlier, which the log must continue: a mailed note, or the file that the worker keeps',
      )
      .option('--json', 'print the result as JSON')
      .action(verify),
  );
