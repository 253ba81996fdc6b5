import { Command } from 'commander';
import { migrate } from '@/lib/platform/migrate';
import { OperatorError } from '@/lib/platform/operator-error';

export const migrateCommand = new Command('migrate')
  .option('--json', 'print the names of the migrations applied now as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const url = process.env.DATABASE_URL;
    if (!url)
      throw new OperatorError('DATABASE_URL is missing: set it to postgresql://user:password@host:port/database.');
    const applied = await migrate(process.env.MIGRATION_DATABASE_URL || url, url);
    if (json) console.log(JSON.stringify({ applied }));
    else console.error(applied.length ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.');
  });
