import { Command, Option } from 'commander';
import { identityKindsOf } from '@/lib/domain/datamap/reach';
import { type Brought, suppressedAmong, suppressionCounts } from '@/lib/features/suppression/data';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { brought, BROUGHT_FORMATS, type BroughtFormat } from '../brought';
import { eachGiven } from '../given-identities';

type CheckOptions = { controller: string; format: BroughtFormat; kind: string; column: string[]; json: boolean };

const BATCH = 1_000;

// Another one than of a command that could not look: a script must not take the one for the other.
const FOUND = 3;

/** `rightsdesk suppress`: what must not come back from a backup or in by an import, since it was erased. */
export const suppressCommand = new Command('suppress').addCommand(
  new Command('check')
    .description(
      'Print which identifiers of a file, or of standard input, belong to people who were erased; exit code 3 when there are any',
    )
    .argument('[file]', 'read this file instead of standard input')
    .requiredOption('--controller <id>', 'folder of the controller in CONTROLLERS_DIR')
    .addOption(new Option('--format <format>', 'what the file holds').choices(BROUGHT_FORMATS).default('lines'))
    .option('--kind <kind>', 'of --format lines: what each line is', 'email')
    .option(
      '--column <kind=name>',
      'of csv and ndjson: which column or key holds what, such as email=E-mail; may be repeated',
      eachGiven,
      [],
    )
    .option('--json', 'print one object of JSON a line', false)
    .action(check),
);

async function check(file: string | undefined, options: CheckOptions): Promise<void> {
  const { controller: id, format, json } = options;
  try {
    const loaded = controllers().get(id);
    if (!loaded)
      throw new OperatorError(`There is no controller "${id}". There are: ${[...controllers().keys()].join(', ')}.`);
    const columns = columnsOf(options, identityKindsOf(loaded.dataMap));
    const { unreadable } = await suppressionCounts(id);
    if (unreadable > 0)
      throw new OperatorError(
        `${unreadable} entries were made with a key that is not in INDEX_KEY any more, so nothing can be told from them. Put that key back, behind the newer one.`,
      );
    let [looked, found] = [0, 0];
    const look = async (batch: readonly Brought[]): Promise<void> => {
      looked += batch.length;
      for (const { line, kind, value, erasedOn } of await suppressedAmong(id, batch)) {
        found += 1;
        console.log(
          json ? JSON.stringify({ line, kind, value, erasedOn }) : `line ${line}: ${kind} ${value}, erased ${erasedOn}`,
        );
      }
    };
    let batch: Brought[] = [];
    for await (const one of brought({ file: file ?? null, format, columns })) {
      batch.push(one);
      if (batch.length < BATCH) continue;
      await look(batch);
      batch = [];
    }
    if (batch.length > 0) await look(batch);
    console.error(`${looked} identifiers looked at, ${found} of people who were erased`);
    process.exitCode = found > 0 ? FOUND : 0;
  } finally {
    await closeDb();
  }
}

function columnsOf({ format, kind, column }: CheckOptions, known: readonly string[]): Map<string, string> {
  const pairs = format === 'lines' ? [[kind, ''] as const] : column.map(pairOf);
  if (pairs.length === 0)
    throw new OperatorError(`Say with --column which column holds what, such as --column email=E-mail.`);
  const strange = pairs.find(([one]) => !known.includes(one));
  if (strange)
    throw new OperatorError(`Nothing in the data map is found by "${strange[0]}". It knows ${known.join(', ')}.`);
  return new Map(pairs.map(([one, name]) => [name, one]));
}

function pairOf(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  if (at < 1 || at === pair.length - 1)
    throw new OperatorError(`--column must read kind=name, such as email=E-mail, not "${pair}".`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
