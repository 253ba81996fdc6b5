import { Command } from 'commander';
import { buildPages } from '../build';

export const buildCommand = new Command('build')
  .description('Build the pages for production; nothing is done when they are up to date')
  .action(async () => {
    const done = await buildPages((line) => console.error(line));
    console.error(done === 'built' ? 'The pages are built.' : 'The pages are up to date.');
  });
