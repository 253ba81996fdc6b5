import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database';

const run = promisify(execFile);

test('the migrations make exactly the database that the schema describes', async () => {
  const database = await testDatabase();
  try {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      CHECKPOINT_DISABLE: '1',
      PRISMA_SCHEMA_ENGINE_BINARY: `${process.cwd()}/prisma/schema-engine.js`,
    };
    const { stdout } = await run(
      process.execPath,
      [
        'node_modules/prisma/build/index.js',
        'migrate',
        'diff',
        '--config',
        'prisma/prisma.config.ts',
        '--from-config-datasource',
        '--to-schema',
        'prisma/schema',
        '--script',
      ],
      { env },
    );
    expect(stdout.trim()).toBe('-- This is an empty migration.');
  } finally {
    await database.drop();
  }
});
