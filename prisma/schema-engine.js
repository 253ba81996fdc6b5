#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which comes from a host of its own: the same JSON-RPC over standard input and output,
// on the engine's WebAssembly build and the pg adapter. For `prisma migrate dev|diff|status` while developing; production never runs it.
// The protocol is undocumented: this file, @prisma/schema-engine-wasm and prisma are pinned to one version together.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { Client, Query } = require('pg');
const { parse } = require('pg-connection-string');

const argv = process.argv.slice(2);
const option = (name) => argv.flatMap((word, at) => (argv[at - 1] === name ? [word] : []));
const datasource = JSON.parse(option('--datasource')[0] ?? '{}');
const url = datasource.url || process.env.DATABASE_URL || 'postgresql://nobody@127.0.0.1:1/none';

const report = (code, message) =>
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields: { message, error_code: code, is_panic: false }, target: 'schema_engine::logger' })}\n`,
  );

async function connected(config, work) {
  const client = new Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(of) {
  const target = new URL(of);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  await connected({ connectionString: target.href }, (client) =>
    client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`),
  );
  return name;
}

// The adapter knows no type for PostgreSQL's internal "char" (OID 18), which the describer selects: give it as text, and back as a character.
const CHAR = 18;
const TEXT = 25;
const CHARACTER_COLUMN = 6;
let charColumns = [];
const describe = Query.prototype.handleRowDescription;
Query.prototype.handleRowDescription = function handleRowDescription(message) {
  charColumns = [];
  message.fields.forEach((field, at) => {
    if (field.dataTypeID !== CHAR) return;
    field.dataTypeID = TEXT;
    charColumns.push(at);
  });
  return describe.call(this, message);
};

const withCharacters = (connection) =>
  new Proxy(connection, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name === 'startTransaction') return async (...args) => withCharacters(await target.startTransaction(...args));
      if (name !== 'queryRaw') return typeof value === 'function' ? value.bind(target) : value;
      return async (query) => {
        const result = await target.queryRaw(query);
        for (const column of charColumns) {
          result.columnTypes[column] = CHARACTER_COLUMN;
          for (const row of result.rows) if (row[column] === '') row[column] = '\u0000';
        }
        return result;
      };
    },
  });

/** A shadow database of its own, dropped after its pool is closed; the adapter's own way connects to the main one. */
async function connectToShadow(PrismaPg, config) {
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await connected(config, (client) => client.query(`CREATE DATABASE "${database}"`));
  const connection = await new PrismaPg({ ...config, database }).connect();
  const close = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await close();
    await connected(config, (client) => client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`));
  };
  return withCharacters(connection);
}

async function startEngine() {
  const { PrismaPg } = await load('@prisma/adapter-pg');
  const { bindMigrationAwareSqlAdapterFactory } = await load('@prisma/driver-adapter-utils');
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const binding = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const wasm = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': binding });
  binding.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const config = Object.fromEntries(
    Object.entries(parse(url)).filter(([, value]) => value !== null && value !== undefined),
  );
  const base = new PrismaPg(config);
  const factory = {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => withCharacters(await base.connect()),
    connectToShadowDb: () => connectToShadow(PrismaPg, config),
  };
  const datamodels = option('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);
  return binding.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

let engine;

async function answer({ id, method, params }) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(params?.datasource?.url ?? url) };
  engine ??= await startEngine();
  if (method === 'getDatabaseVersion') return engine.version(params);
  const result = await engine[method](params);
  if (method !== 'diff' || result.stdout === null || result.stdout === undefined) return result ?? {};
  send({ id: 900_000 + id, method: 'print', params: { content: result.stdout } });
  return { exitCode: result.exitCode, stdout: null };
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function respond(line) {
  if (!line.trim()) return;
  const call = JSON.parse(line);
  if (!call.method) return;
  try {
    send({ id: call.id, result: await answer(call) });
  } catch (error) {
    const data = {
      is_panic: false,
      message: error.message ?? String(error),
      error_code: error.code,
      meta: error.meta ?? null,
    };
    send({ id: call.id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

async function runCommand() {
  try {
    await (argv.includes('create-database')
      ? createDatabase(url)
      : connected({ connectionString: url }, () => undefined));
  } catch (error) {
    process.stderr.write('{"level":"INFO","fields":{"message":"start"}}\n');
    report(error.code === '3D000' ? 'P1003' : 'P1001', String(error.message ?? error));
    process.exitCode = 1;
  }
}

if (argv.includes('cli')) await runCommand();
else {
  // A shadow database that is dropped takes its idle connections with it (57P01): no fault of the migration.
  process.on('uncaughtException', (error) => {
    report('P0000', String(error?.stack ?? error));
    if (error?.code !== '57P01') process.exit(1);
  });
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  let queue = Promise.resolve();
  lines.on('line', (line) => {
    queue = queue.then(() => respond(line));
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}
