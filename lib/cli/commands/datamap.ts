import { Command } from 'commander';
import { z } from 'zod';
import { KINDS } from '@/lib/connectors/kinds';
import { SourceError } from '@/lib/connectors/port';
import { defaultUrlName } from '@/lib/domain/datamap/build';
import { draftDataMap } from '@/lib/domain/datamap/draft';
import { CONNECTOR_KINDS } from '@/lib/domain/datamap/types';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { draftFile } from '@/lib/platform/controllers/draft-file';
import { OperatorError } from '@/lib/platform/operator-error';
import { give } from '../given-file';

/** Schemes of the databases that say of themselves what they hold. */
const DESCRIBED = Object.values(KINDS)
  .flatMap(({ introspect, schemes }) => (introspect === null ? [] : schemes.slice(0, 1)))
  .map((scheme) => `${scheme}://`)
  .join(' or ');

type Flags = { readonly system: string; readonly schema?: string; readonly out?: string };

async function draft({ system, schema, out }: Flags): Promise<void> {
  if (!/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(system))
    throw new OperatorError(
      `"${system}" cannot name a system: begin with a letter, then letters, digits, "_" and "-".`,
    );
  const variable = defaultUrlName(system);
  const url = process.env[variable];
  if (!url)
    throw new OperatorError(
      `Set ${variable} to the address of the database, with a login that can only read: postgresql://reader:password@host:port/database, or mysql://….`,
    );
  const scheme = url.split(':', 1)[0] ?? '';
  const connector = CONNECTOR_KINDS.find((kind) => KINDS[kind].schemes.includes(scheme));
  const introspect = connector && KINDS[connector].introspect;
  if (connector && introspect === null)
    throw new OperatorError(
      `${variable} is an address of the kind "${connector}", which does not say of itself what it holds: begin with the example in docs/connectors/${connector}.md, then run "rightsdesk check sources", which tries every way in which the map asks.`,
    );
  if (!connector || !introspect)
    throw new OperatorError(
      `${variable} is no address of a database that can be asked for its tables: begin it with ${DESCRIBED}.`,
    );
  try {
    const database = await introspect(url, schema ?? null);
    const made = draftDataMap(system, database, schema ?? null, connector);
    give(draftFile(made), out);
    const [dataset] = made.content.dataset;
    console.error(
      dataset?.collections.length
        ? `Drafted ${dataset.collections.length} of ${database.tables.length} tables. Read the ${made.marks.length} remarks, then run "rightsdesk check controllers" and "rightsdesk check sources": they name what is still missing.`
        : `No column of ${database.tables.length} tables is named like an e-mail address or a telephone number, so nobody was found: give a field fides_meta: { identity: … } yourself.`,
    );
  } catch (error) {
    if (error instanceof SourceError) throw new OperatorError(`${system} (${variable}): ${error.detail}.`);
    throw error;
  }
}

/** The grammar of data map files, for editors that complete and check YAML by a schema (JSON Schema 2020-12). */
const jsonSchema = () => z.toJSONSchema(dataMapFileSchema, { io: 'input', unrepresentable: 'any' });

export const datamapCommand = new Command('datamap')
  .addCommand(
    new Command('draft')
      .description(
        'Write a first data map of a PostgreSQL, MySQL or MariaDB database: keys, references, guessed categories; no record is read',
      )
      .requiredOption(
        '--system <id>',
        'its name in the data map; the address stands in <ID>_URL, as for a system of the map',
      )
      .option(
        '--schema <name>',
        'where its tables stand: a schema, if not "public"; in MySQL another database than that of the address',
      )
      .option('--out <file>', 'a new file instead of the output')
      .action(draft),
  )
  .addCommand(
    new Command('schema')
      .description('Print the JSON Schema of data maps, for editors')
      .option('--out <file>', 'a new file instead of the output')
      .action(({ out }: { out?: string }) => give(`${JSON.stringify(jsonSchema(), null, 2)}\n`, out)),
  );
