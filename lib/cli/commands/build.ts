import { Command } from 'commander';
import { buildCommands } from '../build-commands';
import { buildPages } from '../build';

export const buildCommand = new Command('build').action(async () => {
  const pages = await buildPages((line) => console.error(line));
  console.error(pages === 'built' ? 'The pages are built.' : 'The pages are up to date.');
  const commands = await buildCommands();
  console.error(commands === 'built' ? 'The commands are built.' : 'The commands are up to date.');
});
