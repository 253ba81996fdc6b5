import { resolve } from 'node:path';
import { Command } from 'commander';
import { countArgument, portArgument, portSetting } from '../settings';
import { ROOT } from '@/lib/platform/root';
import { startInstance, type Instance } from '../up/instance';
import { welcome } from '../up/welcome';

type Flags = {
  port?: number;
  data: string;
  calls?: number;
  demoIntoDatabaseUrl?: boolean;
  history: boolean;
  json?: boolean;
};

export const upCommand = new Command('up')
  .option('--port <number>', 'where the pages are served (otherwise PORT, or 3000)', portArgument)
  .option(
    '--data <folder>',
    'where this instance keeps its data',
    process.env.RIGHTSDESK_DATA || resolve(ROOT, '.rightsdesk'),
  )
  .option('--calls <number>', 'how many call records one person of the demo has (otherwise 100,000)', countArgument)
  .option('--no-history', 'begin a new demo with a handful of cases instead of three months of them')
  .option(
    '--demo-into-database-url',
    'put the demo, with its public passwords, into the empty database that DATABASE_URL names',
  )
  .option('--json', 'print the address and the demo sign-ins as one line of JSON')
  .action(async (flags: Flags) => {
    process.exit(await up(flags));
  });

const SAME_KEY_MS = 1000;

/** @returns the exit code once everything is stopped again */
async function up(flags: Flags): Promise<number> {
  const asked = new AbortController();
  let end: (reason: string | null) => void = () => undefined;
  const ended = new Promise<string | null>((resolve) => (end = resolve));
  let askedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // One Ctrl-C under npm arrives twice, from the terminal and handed on by npm: only a later one is impatience, and respected.
      // The children end by themselves when this process does, and the next start clears up.
      if (asked.signal.aborted && Date.now() - askedAt > SAME_KEY_MS) process.exit(1);
      if (!asked.signal.aborted) askedAt = Date.now();
      asked.abort();
      end(null);
    });
  }
  // Whoever started us over a channel and is gone, a killed test run say, cannot stop us any more.
  process.on('disconnect', () => {
    asked.abort();
    end(null);
  });
  const options = {
    folder: resolve(flags.data),
    port: flags.port ?? portSetting(3000),
    callRecords: flags.calls ?? null,
    history: flags.history,
    demoMayGoThere: flags.demoIntoDatabaseUrl ?? false,
  };
  let instance: Instance;
  try {
    instance = await startInstance(options, asked.signal, end);
  } catch (error) {
    if (asked.signal.aborted) return 130;
    throw error;
  }
  console.log(flags.json ? JSON.stringify(instance.facts) : welcome(instance.facts));
  const failure = await ended;
  console.error(failure ? `\n${failure}\nStopping the rest …` : '\nStopping …');
  await instance.stop();
  console.error('Stopped. The data is kept.');
  return failure ? 1 : 0;
}
