import { Command } from 'commander';

export const generateCommand = new Command('generate').action(() =>
  console.error('The database client is up to date.'),
);
