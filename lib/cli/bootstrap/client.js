import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './steps.js';

const OUTPUT = 'lib/platform/db/generated';

/**
 * The files that the database client is made from, as paths under the checkout.
 * @param {string} root
 */
export const schemaFiles = (root) =>
  readdirSync(join(root, 'prisma'), { recursive: true })
    .map((file) => join('prisma', String(file)))
    .filter((file) => file.endsWith('.prisma') || file.endsWith('.ts'))
    .sort();

/** @param {string} root */
function schemaDigest(root) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'node_modules', 'prisma', 'package.json')));
  for (const file of schemaFiles(root)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Makes the database client when the schema changed since the last time.
 * @param {string} root
 * @returns {Promise<'made' | 'kept'>}
 */
export async function ensureDatabaseClient(root) {
  const digest = schemaDigest(root);
  const mark = join(root, OUTPUT, '.schema-digest');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return 'kept';
  const { code, output } = await runNode(
    [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate', '--config', 'prisma/prisma.config.ts'],
    {
      cwd: root,
      // The generator looks for Prisma's engine program, which lives on a host of its own, but never runs it: any program will do.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  if (code !== 0) throw new Error(`The database client could not be made from prisma/:\n${output.trim()}`);
  writeFileSync(mark, digest);
  return 'made';
}
