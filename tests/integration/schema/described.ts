import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DMMF } from '@prisma/generator-helper';
import { ROOT } from '@/lib/platform/root';

const run = promisify(execFile);

// What Prisma takes where the schema names no type of the database.
const TYPES: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
};

/** The schema as Prisma reads it, by a generator of our own: neither an engine nor a database is asked. */
async function datamodel(): Promise<DMMF.Datamodel> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-schema-'));
  try {
    cpSync(join(ROOT, 'prisma', 'schema'), folder, { recursive: true });
    const [program, output] = [join(ROOT, 'tests/integration/schema/write-datamodel.js'), join(folder, 'model.json')];
    writeFileSync(
      join(folder, 'written.prisma'),
      `generator written {\n  provider = "node ${program}"\n  output = "${output}"\n}\n`,
    );
    // Prisma looks for its engine program and never runs it here: any program will do.
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
    const prisma = join(ROOT, 'node_modules/prisma/build/index.js');
    await run(process.execPath, [prisma, 'generate', '--schema', folder, '--generator', 'written'], { cwd: ROOT, env });
    return JSON.parse(readFileSync(output, 'utf8')) as DMMF.Datamodel;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function typeOf({ type, nativeType, isList }: DMMF.Field): string {
  const [native, [precision] = []] = nativeType ?? [];
  const named: Record<string, string> = {
    Uuid: 'uuid',
    Date: 'date',
    Timestamptz: `timestamp(${precision ?? 3}) with time zone`,
  };
  const one = native === undefined ? TYPES[type] : named[native];
  if (one === undefined)
    throw new Error(`Say which type of the database ${native ?? type} is: nothing here has it yet`);
  return isList ? `${one}[]` : one;
}

function defaultOf(value: DMMF.Field['default']): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return ` default ${String(value)}`;
  const name = 'name' in value ? value.name : '';
  if (name === 'now') return ' default CURRENT_TIMESTAMP';
  if (name === 'autoincrement') return ' default nextval';
  throw new Error(`Say what the default ${JSON.stringify(value)} is in the database: nothing here has one yet`);
}

const columnOf = (model: string, field: DMMF.Field): string =>
  // PostgreSQL's lists may be null to Prisma's migrations; to its client they are empty then.
  `${model}.${field.name} ${typeOf(field)}${field.isRequired && !field.isList ? ' not null' : ''}${defaultOf(field.default)}`;

// Where the schema does not say otherwise: what is pointed at cannot be removed, unless what points can do without.
const relationOf = (model: string, field: DMMF.Field): string =>
  `${model}(${(field.relationFromFields ?? []).join()}) references ${field.type}(${(field.relationToFields ?? []).join()}) on delete ${
    field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull')
  } on update ${field.relationOnUpdate ?? 'Cascade'}`;

/** Every column, foreign key and index that the schema describes, a line each. */
export async function describedDatabase(): Promise<string[]> {
  const { models, indexes } = await datamodel();
  const kinds: Partial<Record<string, string>> = { id: 'primary', unique: 'unique', normal: 'index' };
  return [
    ...models.flatMap(({ name, fields }) =>
      fields
        .filter(({ kind, relationFromFields }) => kind === 'scalar' || (relationFromFields ?? []).length > 0)
        .map((field) => (field.kind === 'scalar' ? columnOf(name, field) : relationOf(name, field))),
    ),
    ...indexes.map(
      ({ model, type, fields }) => `${kinds[type] ?? type} ${model}(${fields.map(({ name }) => name).join()})`,
    ),
  ].sort();
}
